// The corridor on a real queue: what is taken, in which order results are written, and what happens when nothing can be.
// Time is a number that only moves when the corridor has nothing to do but wait.

import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { DeskError } from '../domain/errors.ts'
import type { Job, NewJob } from '../domain/job.ts'
import type { Deed } from '../store/deed.ts'
import { openTestDb } from '../store/each-database.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { openFtsIndex } from '../store/search/open-fts-index.ts'
import { openFolderArchive } from '../store/archive/folder-archive.ts'
import { HALT_MS, openCorridor, STOP_GRACE_MS, type Corridor, type CorridorEvent } from './corridor.ts'
import { createResultWriter, type WriteResults } from './write-results.ts'

const START = Date.UTC(2026, 0, 1)

type Bench = Awaited<ReturnType<typeof openBench>>
type Handler = (job: Job) => Promise<Deed>

/** A queue, a writer and a clock of their own; `open` starts the corridor on them. */
async function openBench(t: TestContext) {
  const { db, folder, close } = await openTestDb()
  const queue = createTableQueue(db)
  let time = START
  const now = (): number => time
  const { archive } = await openFolderArchive({
    folder: `${folder}/archive`,
    acknowledged: new Map(),
    tool: 'test',
    now,
    newRecordId: () => crypto.randomUUID(),
  })
  const events: CorridorEvent[] = []
  const opened: Corridor[] = []
  t.after(async () => {
    for (const corridor of opened) await corridor.stop()
    await archive.close()
    await search.close()
    await close()
  })
  const sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    if (!signal.aborted) time += ms
  }
  const search = openFtsIndex(':memory:')
  const write = createResultWriter({ db, queue, archive, search, now })
  return {
    db,
    queue,
    events,
    write,
    now,
    add: (...jobs: NewJob[]) => queue.enqueue(db, jobs),
    open(handle: Handler, { write: writer = write, limits = { laned: 4, laneless: 4 } }: Opening = {}): Corridor {
      const log = (event: CorridorEvent) => void events.push(event)
      const corridor = openCorridor({ queue, handle, write: writer, now, sleep, log }, limits)
      opened.push(corridor)
      return corridor
    },
  }
}

type Opening = { readonly write?: WriteResults; readonly limits?: { laned: number; laneless: number } }

/** A job without a lane, told apart by its name. */
function readJob(name: string, runAt = START): NewJob {
  return { name: 'read.capture', data: { captureId: name as never }, key: name, runAt }
}

function pollJob(name: string, host: string): NewJob {
  return { name: 'collect.feed', data: { feedId: name as never }, key: name, lane: host, runAt: START }
}

function nameOf(job: Job): string {
  return Object.values(job.data).join()
}

const outcomes = (bench: Bench): string[] =>
  bench.events.map((event) => (event.kind === 'ended' ? event.outcome : event.kind))

const full = (): DeskError => new DeskError('disk-full', 'The disk is full.')

test('whose translation says something else is told with the end of the job that follows from it', async (t) => {
  const bench = await openBench(t)
  const retold: NewJob = { name: 'index.translation', data: { readingId: 'R' as never }, key: 'r', runAt: START }
  await bench.add(retold, readJob('a'))
  await bench.open(async () => ({ outcome: 'done' })).drained(0)
  const told = bench.events.map((event) => event.kind === 'ended' && [event.name, event.translated])
  assert.deepEqual(told.toSorted(), [
    ['index.translation', 'R'],
    ['read.capture', undefined],
  ])
})

test('drained resolves when all that is due is done, and leaves what falls due later', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('now'), readJob('soon', START + 2_000), readJob('tomorrow', START + 86_400_000))
  const corridor = bench.open(async (job) => ({ outcome: nameOf(job) }))
  await corridor.drained(3_000)
  assert.deepEqual(outcomes(bench), ['now', 'soon'])
  assert.equal((await bench.queue.counts(bench.now()))['read.capture'].waiting, 1)
})

test('drained also waits for what the work itself brings', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('first'))
  const corridor = bench.open(async (job) => {
    if (nameOf(job) !== 'first') return { outcome: nameOf(job) }
    return { outcome: 'first', save: (tx) => bench.queue.enqueue(tx, [readJob('second')]) }
  })
  await corridor.drained(0)
  assert.deepEqual(outcomes(bench), ['first', 'second'])
})

test('results are written in the order in which the jobs end, not in the order in which they began', async (t) => {
  const bench = await openBench(t)
  const written: string[] = []
  const gates = new Map(['a', 'b', 'c'].map((name) => [name, Promise.withResolvers<void>()]))
  await bench.add(...[...gates.keys()].map((name, at) => readJob(name, START - 10 + at)))
  const allBegan = Promise.withResolvers<void>()
  let began = 0
  const corridor = bench.open(async (job) => {
    if (++began === gates.size) allBegan.resolve()
    await gates.get(nameOf(job))?.promise
    return { outcome: nameOf(job), save: async () => void written.push(nameOf(job)) }
  })
  await allBegan.promise
  for (const name of ['c', 'a', 'b']) gates.get(name)?.resolve()
  await corridor.drained(0)
  assert.deepEqual(written, ['c', 'a', 'b'])
})

test('no host is asked by two jobs at once, and no more jobs run than the limits say', async (t) => {
  const bench = await openBench(t)
  const hosts = ['a.test', 'b.test', 'c.test']
  await bench.add(...hosts.flatMap((host) => [1, 2, 3].map((n) => pollJob(`${host} ${n}`, host))))
  const running: string[] = []
  let most = 0
  const corridor = bench.open(
    async (job) => {
      const lane = job.lane ?? ''
      assert.ok(!running.includes(lane), `${lane} is asked twice at once`)
      running.push(lane)
      most = Math.max(most, running.length)
      await new Promise((resolve) => setImmediate(resolve))
      running.splice(running.indexOf(lane), 1)
      return { outcome: lane }
    },
    { limits: { laned: 2, laneless: 1 } },
  )
  await corridor.drained(0)
  assert.deepEqual(
    outcomes(bench).toSorted(),
    hosts.flatMap((host) => [host, host, host]),
  )
  assert.equal(most, 2)
})

test('stop lets what runs come to its end and writes it, and takes nothing new', async (t) => {
  const bench = await openBench(t)
  const began = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  await bench.add(readJob('running'), readJob('waiting', START + 1))
  const corridor = bench.open(
    async (job) => {
      began.resolve()
      await gate.promise
      return { outcome: nameOf(job) }
    },
    { limits: { laned: 1, laneless: 1 } },
  )
  await began.promise
  const stopped = corridor.stop()
  gate.resolve()
  await stopped
  assert.deepEqual(outcomes(bench), ['running'])
  const { waiting, running } = (await bench.queue.counts(bench.now() + 1))['read.capture']
  assert.deepEqual({ waiting, running }, { waiting: 1, running: 0 })
})

test('stop does not wait for ever for a slow host: its job is still in the queue for the next run', async (t) => {
  const bench = await openBench(t)
  const began = Promise.withResolvers<void>()
  await bench.add(pollJob('slow', 'slow.test'))
  const corridor = bench.open(() => {
    began.resolve()
    return new Promise<never>(() => undefined)
  })
  await began.promise
  const before = bench.now()
  await corridor.stop()
  assert.ok(bench.now() - before >= STOP_GRACE_MS, 'it was given time')
  assert.equal(await bench.queue.release(Number.MAX_SAFE_INTEGER), 1)
})

test('a handler that throws is tried again later and later, and buried after the fifth time with its error', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('bad'), readJob('good'))
  const tries: number[] = []
  const corridor = bench.open(async (job) => {
    if (nameOf(job) === 'good') return { outcome: 'good' }
    tries.push(bench.now())
    throw new Error('a mistake of ours')
  })
  await corridor.drained(Infinity)
  const pauses = tries.slice(1).map((at, i) => at - (tries[i] ?? 0))
  assert.equal(tries.length, 5)
  assert.ok(
    pauses.every((pause, i) => i === 0 || pause > (pauses[i - 1] ?? 0)),
    `pauses grow: ${pauses.join()}`,
  )
  const [failure] = await bench.queue.failures(10)
  assert.equal(failure?.error, 'a mistake of ours')
  const failed = bench.events.filter((event) => event.kind === 'failed')
  assert.deepEqual(
    failed.map(({ name, again }) => `${name} ${again}`),
    [...Array(4).fill('read.capture true'), 'read.capture false'],
  )
  assert.ok(outcomes(bench).includes('good'), 'the others go on')
})

test('a result that cannot be saved takes no other with it', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('bad'), readJob('good'))
  const corridor = bench.open(async (job) => ({
    outcome: nameOf(job),
    save: (tx) =>
      bench.queue.enqueue(tx, [readJob(`after ${nameOf(job)}`, START + 86_400_000)]).then(() => {
        if (nameOf(job) === 'bad') throw new Error('cannot be saved')
      }),
  }))
  await corridor.drained(0)
  assert.deepEqual(outcomes(bench).toSorted(), ['failed', 'good'])
  assert.equal(
    (await bench.queue.counts(bench.now()))['read.capture'].waiting,
    2,
    'what follows the good one, and the bad one again',
  )
})

test('a full disk halts the work and says so once; when there is room, everything is written in its order', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('a'), readJob('b'))
  let refusals = 3
  let handled = 0
  const write: WriteResults = async (batch) => {
    if (refusals-- > 0) throw full()
    return bench.write(batch)
  }
  const corridor = bench.open(
    async (job) => {
      handled++
      return { outcome: nameOf(job) }
    },
    { write },
  )
  await corridor.drained(0)
  assert.deepEqual(outcomes(bench), ['halted', ...outcomes(bench).slice(1, 3), 'resumed'])
  assert.deepEqual(outcomes(bench).slice(1, 3).toSorted(), ['a', 'b'])
  assert.equal(handled, 2, 'nothing is done twice')
  assert.ok(bench.now() - START >= 3 * HALT_MS)
})

test('a job that meets a full disk itself is not blamed for it, however long it lasts', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('a'))
  let refusals = 20
  const corridor = bench.open(async (job) => {
    if (refusals-- > 0) throw full()
    return { outcome: nameOf(job) }
  })
  await corridor.drained(0)
  assert.deepEqual(outcomes(bench), ['halted', 'a', 'resumed'])
  assert.deepEqual(await bench.queue.failures(10), [])
})

test('when not even work can be taken, it is tried until it can', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('a'))
  const { claim } = bench.queue
  let refusals = 3
  bench.queue.claim = async (...wish) => {
    if (refusals-- > 0) throw full()
    return claim(...wish)
  }
  await bench.open(async (job) => ({ outcome: nameOf(job) })).drained(0)
  assert.deepEqual(outcomes(bench), ['halted', 'resumed', 'a'])
})

test('stop on a full disk ends at once; what could not be written is done again by the next run', async (t) => {
  const bench = await openBench(t)
  await bench.add(readJob('a'))
  const halted = Promise.withResolvers<void>()
  const corridor = bench.open(async (job) => ({ outcome: nameOf(job) }), {
    write: async () => {
      halted.resolve()
      throw full()
    },
  })
  await halted.promise
  await corridor.stop()
  assert.deepEqual(outcomes(bench), ['halted'])

  assert.equal(await bench.queue.release(Number.MAX_SAFE_INTEGER), 1)
  await bench.open(async (job) => ({ outcome: nameOf(job) })).drained(0)
  assert.deepEqual(outcomes(bench), ['halted', 'a'])
})
