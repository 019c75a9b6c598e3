import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { claimAnswers, endClaimsOf, LEASE_MS, WORKER } from '../store/engine-claims.ts'
import { listCosts } from '../store/engine-ledger.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import type { ChosenEngine, Engine, EngineAnswer } from './engines/engine.ts'
import { translateSegments } from './translate-segments.ts'

const start = Date.UTC(2024, 4, 5)
const pair = { from: 'ar', to: 'en' }
const sources = ['وصل القارب إلى الميناء', 'غادر القارب الميناء', 'عاد القارب', 'غرق القارب']
const letters = sources.join('').length
const firstTwo = sources.slice(0, 2).join('').length

/** An engine that takes its time: it answers when it is told to. */
function slowEngine(say?: (segments: readonly string[]) => EngineAnswer) {
  const asked: string[] = []
  const gate = Promise.withResolvers<void>()
  const engine: Engine = {
    id: 'deepl',
    version: async () => 'v1',
    languages: async () => null,
    most: { segments: 2, characters: 1_000 },
    async translate({ segments }) {
      asked.push(...segments)
      await gate.promise
      const targets = segments.map((text) => `The boat came to port number ${sources.indexOf(text)}`)
      return say?.(segments) ?? { kind: 'translated', targets, detected: null }
    },
  }
  const chosen: ChosenEngine = {
    engine,
    pairs: [],
    microsPerMillion: 20_000_000,
    budget: { characters: null, micros: null },
  }
  return { asked, chosen, open: gate.resolve }
}

const asWorker = (db: Db, chosen: ChosenEngine, texts: readonly string[]) =>
  translateSegments({ db, engines: [chosen], terms: [], now: () => start, holder: WORKER }, texts, pair)
const run = (db: Db, chosen: ChosenEngine, texts: readonly string[], now = start) =>
  translateSegments({ db, engines: [chosen], terms: [], now: () => now }, texts, pair)

const spent = async (db: Db) => (await listCosts(db, '2024-05'))[0]

testOnEachDatabase(
  'two jobs that want the same sentences at once pay for each of them once, and both have them',
  async (db) => {
    const { asked, chosen, open } = slowEngine()
    const jobs = [run(db, chosen, sources), run(db, chosen, sources.toReversed()), run(db, chosen, sources.slice(1, 3))]
    for (let turns = 0; turns < 50; turns++) await turn()
    open()
    const ends = await Promise.all(jobs)
    assert.deepEqual(asked.toSorted(), sources.toSorted(), 'each sentence was asked for once')
    assert.deepEqual(
      ends.map(({ words }) => words.size),
      [4, 4, 2],
    )
    assert.deepEqual([(await spent(db))?.characters, (await spent(db))?.lost], [letters, 0])
  },
)

testOnEachDatabase(
  'jobs at once never overdraw a budget together: the money is set aside before the engine is asked',
  async (db) => {
    const slow = slowEngine()
    const chosen = { ...slow.chosen, budget: { characters: 40, micros: null } }
    const jobs = Array.from({ length: 5 }, (_, at) => run(db, chosen, [`وصل القارب إلى الميناء رقم ${at}`]))
    slow.open()
    const ends = await Promise.all(jobs)
    assert.equal(slow.asked.length, 1)
    assert.equal(ends.filter(({ reasons }) => /budget of deepl/.test(reasons.join(' '))).length, 4)
    assert.ok(((await spent(db))?.characters ?? 0) <= 40)
  },
)

testOnEachDatabase('two services of one kind have a budget each', async (db) => {
  const [here, there] = [slowEngine(), slowEngine()]
  here.open()
  there.open()
  const budget = { characters: letters, micros: null }
  await run(db, { ...here.chosen, identity: 'deepl https://here.example', budget }, sources)
  const second = await run(db, { ...there.chosen, identity: 'deepl https://there.example', budget }, sources)
  assert.equal(second.words.size, 4, 'what the first one cost is not the second one’s')
  assert.deepEqual(
    (await listCosts(db, '2024-05')).map(({ engine, characters }) => [engine, characters]),
    [
      ['deepl https://here.example', letters],
      ['deepl https://there.example', letters],
    ],
  )
})

testOnEachDatabase('a sentence that only differs in its quotation marks or digits is the same question', async (db) => {
  const { asked, chosen, open } = slowEngine((segments) => ({
    kind: 'translated',
    targets: segments.map(() => 'He said “yes” 26 times'),
    detected: null,
  }))
  open()
  const { words } = await run(db, chosen, ['قال «نعم» ٢٦ مرة', 'قال “نعم” 26 مرة'])
  assert.deepEqual([asked.length, words.size], [1, 2])
})

testOnEachDatabase(
  'what a kill took between asking and writing stays charged, is asked for again later, and is told',
  async (db) => {
    const dead = {
      id: 'dead',
      engine: 'deepl',
      month: '2024-05',
      microsPerCharacter: 20,
      budget: { characters: null, micros: null },
    }
    const { asked, chosen, open } = slowEngine()
    // The run that is killed: claimed, charged, and nothing after it.
    const keys: string[] = []
    const spy = { ...chosen, engine: { ...chosen.engine, translate: () => new Promise<EngineAnswer>(() => undefined) } }
    void run(db, spy, sources.slice(0, 2))
    while (keys.length === 0) {
      keys.push(...(await db.selectFrom('engine_claims').select('answer_key').execute()).map((row) => row.answer_key))
      await turn()
    }
    open()
    const other = await run(db, { ...chosen, engine: chosen.engine }, sources.slice(2), start)
    assert.equal(other.words.size, 2, 'others go on meanwhile')
    assert.deepEqual(
      await claimAnswers(db, dead, [{ key: keys[0] ?? '', characters: 9 }], start + LEASE_MS - 1),
      { kind: 'claimed', keys: [], lost: 0 },
      'as long as its holder may live, a claim holds',
    )
    const after = await run(db, chosen, sources.slice(0, 2), start + LEASE_MS)
    assert.equal(after.words.size, 2)
    assert.match(
      after.notes.join(' '),
      new RegExp(`^${firstTwo} characters had been sent to deepl when the desk was stopped`),
    )
    assert.equal(asked.length, 4)
    const cost = await spent(db)
    assert.deepEqual([cost?.lost, cost?.characters], [firstTwo, letters + firstTwo])
  },
)

for (const [what, answer, charged, lost] of [
  ['has not taken the request', { kind: 'refused', reason: 'It does not accept our key.' }, 0, 0],
  [
    'may have taken it, and its answer did not come',
    { kind: 'away', reason: 'It hung up.', mayBePaid: true },
    firstTwo,
    firstTwo,
  ],
  ['answered nonsense, and again to each half of it', { kind: 'nonsense', reason: 'It sang.' }, firstTwo * 2, 0],
] as const) {
  testOnEachDatabase(`an engine that ${what} is paid for that much`, async (db) => {
    const { chosen, open } = slowEngine(() => answer)
    open()
    await run(db, chosen, sources.slice(0, 2))
    const cost = await spent(db)
    assert.deepEqual([cost?.lost, (await db.selectFrom('engine_claims').selectAll().execute()).length], [lost, 0])
    assert.deepEqual([cost?.characters, cost?.micros], [charged, charged * 20])
  })
}

testOnEachDatabase(
  'a worker that begins anew need not wait for the claims of the one that died; a command keeps its own',
  async (db) => {
    const [dead, alive] = [slowEngine(), slowEngine()]
    void asWorker(db, dead.chosen, sources.slice(0, 2))
    void run(db, alive.chosen, sources.slice(2))
    while (dead.asked.length + alive.asked.length < 4) await turn()
    assert.equal(await endClaimsOf(db, WORKER), firstTwo)
    const next = slowEngine()
    next.open()
    assert.equal((await asWorker(db, next.chosen, sources.slice(0, 2))).words.size, 2)
    alive.open()
    const { words } = await run(db, next.chosen, sources.slice(2))
    assert.deepEqual([words.size, next.asked.length], [2, 2], 'what the command asked for was not asked for again')
    assert.deepEqual([(await spent(db))?.lost, (await spent(db))?.characters], [firstTwo, letters + firstTwo])
  },
)
