import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPacer } from './pace.ts'

/** A clock that stands still until somebody sleeps; sleepers wake in order of time, `late` ms after it. */
function makeClock(late = 0) {
  let time = 1_000
  const sleepers: { at: number; wake: () => void }[] = []
  const settle = () => new Promise((done) => setImmediate(done))
  return {
    now: () => time,
    set: (to: number) => (time = to),
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: time + ms + late, wake })),
    async run() {
      for (await settle(); sleepers.length > 0; await settle()) {
        sleepers.sort((one, other) => one.at - other.at)
        const next = sleepers.shift()
        time = Math.max(time, next?.at ?? 0)
        next?.wake()
      }
    },
  }
}

const gaps = (starts: readonly number[]) => starts.slice(1).map((start, index) => start - (starts[index] ?? 0))

test('turns at one host keep their order and their distance; other hosts do not wait', async () => {
  const clock = makeClock()
  const pacer = createPacer({ ...clock, defaultPaceMs: 500 })
  const turns: [string, number][] = []
  const ask = (host: string, name: string) => pacer.wait(host).then(() => turns.push([name, clock.now()]))
  const all = Promise.all([
    ask('a.example', 'a1'),
    ask('a.example', 'a2'),
    ask('b.example', 'b1'),
    ask('a.example', 'a3'),
  ])
  await clock.run()
  await all
  assert.deepEqual(turns, [
    ['a1', 1_000],
    ['b1', 1_000],
    ['a2', 1_500],
    ['a3', 2_000],
  ])
})

test('a turn that comes late is not caught up with', async () => {
  const clock = makeClock(300)
  const pacer = createPacer({ ...clock, defaultPaceMs: 500 })
  const starts: number[] = []
  const all = Promise.all([1, 2, 3, 4].map(() => pacer.wait('a.example').then(() => starts.push(clock.now()))))
  await clock.run()
  await all
  assert.ok(
    gaps(starts).every((gap) => gap >= 500),
    String(starts),
  )
})

test('a deed in turn is alone at its host, and the pace counts from its end', async () => {
  const clock = makeClock()
  const pacer = createPacer({ ...clock, defaultPaceMs: 500 })
  const seen: string[] = []
  const deed = (name: string) => async () => {
    seen.push(`${name} from ${clock.now()}`)
    await clock.sleep(2_000)
    seen.push(`${name} to ${clock.now()}`)
  }
  const all = Promise.all([
    pacer.inTurn('a.example', 100, deed('one')),
    pacer.inTurn('a.example', undefined, deed('two')),
  ])
  await clock.run()
  await all
  assert.deepEqual(seen, ['one from 1000', 'one to 3000', 'two from 3500', 'two to 5500'])
})

test('a deed that fails fails for its own caller only', async () => {
  const clock = makeClock()
  const pacer = createPacer({ ...clock, defaultPaceMs: 500 })
  const failing = assert.rejects(
    pacer.inTurn('a.example', 10, () => Promise.reject(new Error('no'))),
    /no/,
  )
  const next = pacer.inTurn('a.example', 10, () => Promise.resolve('yes'))
  await clock.run()
  await failing
  assert.equal(await next, 'yes')
})

test('a clock that is set back costs one pace, not the difference', async () => {
  const clock = makeClock()
  const pacer = createPacer({ ...clock, defaultPaceMs: 500 })
  clock.set(1_000_000)
  await pacer.wait('a.example')
  clock.set(1_000)
  const next = pacer.wait('a.example')
  await clock.run()
  await next
  assert.equal(clock.now(), 1_500)
})

test('hosts whose pace has passed are forgotten', async () => {
  const clock = makeClock()
  const pacer = createPacer({ ...clock, defaultPaceMs: 500 })
  for (let number = 0; number < 20_000; number++) {
    clock.set(1_000 + number)
    await pacer.wait(`host${number}.example`)
  }
  assert.ok(pacer.size <= 2_000, String(pacer.size))
})
