import assert from 'node:assert/strict'
import { listCosts } from '../store/engine-ledger.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import type { ChosenEngine, Engine, EngineAnswer, EngineId } from './engines/engine.ts'
import { teachMemory } from './memory/translation-memory.ts'
import type { TranslateTools } from './segment-work.ts'
import { translateSegments } from './translate-segments.ts'

const now = Date.UTC(2024, 4, 5)
const pair = { from: 'ar', to: 'en' }

/** An engine of the outside world: says what it is told to say, and remembers what it was asked. */
function engineThat(
  id: EngineId,
  say: (segments: readonly string[]) => EngineAnswer | readonly string[],
  change: Partial<ChosenEngine> = {},
) {
  const asked: string[][] = []
  const engine: Engine = {
    id,
    version: async () => 'v1',
    languages: async () => null,
    most: { segments: 3, characters: 1_000 },
    async translate({ segments }) {
      asked.push([...segments])
      const said = say(segments)
      return 'kind' in said ? said : { kind: 'translated', targets: said, detected: null }
    },
  }
  return {
    asked,
    chosen: {
      engine,
      pairs: [],
      microsPerMillion: 20_000_000,
      budget: { characters: null, micros: null },
      ...change,
    } satisfies ChosenEngine,
  }
}

const tools = (db: Db, engines: readonly ChosenEngine[], terms: TranslateTools['terms'] = []): TranslateTools => ({
  db,
  engines,
  terms,
  now: () => now,
})
const good = (segments: readonly string[]): string[] =>
  segments.map((_, at) => `The boat came to the port ${at === 0 ? '' : 'again'}`)
const sources = ['وصل القارب إلى الميناء', 'غادر القارب الميناء', 'عاد القارب', 'غرق القارب']

testOnEachDatabase('what people have said is used before any engine is asked', async (db) => {
  await teachMemory(
    db,
    pair,
    [{ source: sources[0] ?? '', target: 'The boat has arrived at the port', state: 'human', origin: 'M. Okafor' }],
    now,
  )
  const one = engineThat('deepl', good)
  const { words } = await translateSegments(tools(db, [one.chosen]), sources, pair)
  assert.deepEqual(words.get(sources[0] ?? '')?.origin, { kind: 'memory', match: 1, of: 'M. Okafor' })
  assert.equal(words.get(sources[0] ?? '')?.state, 'human')
  assert.deepEqual(words.get(sources[1] ?? '')?.origin, { kind: 'engine', engine: 'deepl', version: 'v1' })
  assert.deepEqual(one.asked.flat(), sources.slice(1))
})

testOnEachDatabase('no sentence is paid for twice, and what was paid is counted', async (db) => {
  const one = engineThat('deepl', good)
  await translateSegments(tools(db, [one.chosen]), [...sources, ...sources], pair)
  await translateSegments(tools(db, [one.chosen]), sources, pair)
  assert.deepEqual(
    one.asked.map((batch) => batch.length),
    [3, 1],
  )
  const characters = sources.join('').length
  const [cost] = await listCosts(db, '2024-05')
  assert.deepEqual([cost?.requests, cost?.characters], [2, characters])
  assert.ok(Math.abs((cost?.micros ?? 0) - characters * 20) <= 2)
})

testOnEachDatabase('a budget stops an engine before it is overdrawn, and the next one is asked', async (db) => {
  const dear = engineThat('deepl', good, { budget: { characters: 50, micros: null } })
  const { reasons, words } = await translateSegments(
    tools(db, [dear.chosen]),
    ['س'.repeat(40), 'ص'.repeat(40)].map((word) => `${word} قارب`),
    pair,
  )
  assert.equal(dear.asked.length, 0)
  assert.match(reasons[0] ?? '', /budget of deepl/)
  assert.equal(words.size, 0)
  const free = engineThat('apertium', good)
  assert.equal((await translateSegments(tools(db, [dear.chosen, free.chosen]), sources, pair)).words.size, 4)
})

for (const [what, ending, retryAt] of [
  ['is down', { kind: 'away', reason: 'It could not be asked.' }, now + 600_000],
  ['asks for time', { kind: 'busy', reason: 'It asks for time.', retryAfterMs: 120_000 }, now + 120_000],
  ['has a wrong key', { kind: 'refused', reason: 'It does not accept our key.' }, null],
  ['is used up', { kind: 'over-quota', reason: 'It is used up.' }, null],
] as const) {
  testOnEachDatabase(`an engine that ${what} is told of, left alone, and the next one is asked`, async (db) => {
    const bad = engineThat('deepl', () => ending)
    const alone = await translateSegments(tools(db, [bad.chosen]), sources, pair)
    assert.deepEqual([alone.words.size, alone.reasons, alone.retryAt], [0, [ending.reason], retryAt])
    assert.equal(bad.asked.length, 1, 'it is not asked again at once')
    const both = await translateSegments(
      tools(db, [bad.chosen, engineThat('libretranslate', good).chosen]),
      sources,
      pair,
    )
    assert.deepEqual([both.words.size, both.reasons], [4, []])
  })
}

testOnEachDatabase('what is no translation never reaches the text, and is not asked for again at once', async (db) => {
  const liar = engineThat('openai', (segments) =>
    segments.map(
      (text, at) =>
        [
          '<b>The boat</b> came to port',
          'Le bateau est arrivé dans le port avec les soldats et les officiers de la ville',
          text,
        ][at % 3] ?? '',
    ),
  )
  const { words, reasons } = await translateSegments(tools(db, [liar.chosen]), sources.slice(0, 3), pair)
  assert.equal(words.size, 0)
  assert.match(reasons[0] ?? '', /no translation/)
  await translateSegments(tools(db, [liar.chosen]), sources.slice(0, 3), pair)
  assert.equal(liar.asked.length, 1)
})

testOnEachDatabase('an engine that said what is no translation is asked again by who asks later', async (db) => {
  let isWell = false
  const one = engineThat('libretranslate', (segments) =>
    isWell ? good(segments) : segments.map(() => 'Das ist ein deutscher Satz und sonst gar nichts'),
  )
  const at = (time: number) =>
    translateSegments({ ...tools(db, [one.chosen]), now: () => time }, sources.slice(0, 2), pair)
  assert.equal((await at(now)).words.size, 0)
  isWell = true
  const { words, reasons } = await at(now + 120_000)
  assert.deepEqual([words.size, reasons], [2, []])
  await at(now + 240_000)
  assert.equal(one.asked.length, 2, 'what is a translation is not paid for twice')
})

testOnEachDatabase('a sentence that confuses an engine costs itself alone', async (db) => {
  const fragile = engineThat('openai', (segments) =>
    segments.includes(sources[1] ?? '') ? { kind: 'nonsense', reason: 'Nonsense.' } : good(segments),
  )
  const { words, reasons } = await translateSegments(tools(db, [fragile.chosen]), sources, pair)
  assert.deepEqual([...words.keys()].sort(), sources.filter((_, at) => at !== 1).sort())
  assert.deepEqual(reasons, ['Nonsense.'])
})

testOnEachDatabase('engines are chosen by languages, and without one the reason is said', async (db) => {
  const russian = engineThat('deepl', good, { pairs: ['ru>en'] })
  const any = engineThat('apertium', good, { pairs: ['*>en'] })
  assert.equal((await translateSegments(tools(db, [russian.chosen, any.chosen]), sources, pair)).words.size, 4)
  assert.equal(russian.asked.length, 0)
  assert.match((await translateSegments(tools(db, [russian.chosen]), ['نعم'], pair)).reasons[0] ?? '', /No engine/)
})

testOnEachDatabase(
  'a request that is too large is halved until it is taken, and nothing is paid for the refusals',
  async (db) => {
    const small = engineThat('libretranslate', (segments) =>
      segments.length > 1 ? { kind: 'too-large', reason: 'Too large.' } : good(segments),
    )
    const { words, reasons } = await translateSegments(tools(db, [small.chosen]), sources, pair)
    assert.deepEqual([words.size, reasons], [4, []])
    const [cost] = await listCosts(db, '2024-05')
    assert.deepEqual([cost?.requests, cost?.characters], [4, sources.join('').length])
  },
)

testOnEachDatabase('an engine that asks for a moment has it, and is asked again at once, but only once', async (db) => {
  let times = 0
  const hurried = engineThat('deepl', (segments) =>
    (times += 1) === 1 ? { kind: 'busy', reason: 'A moment.', retryAfterMs: 5 } : good(segments),
  )
  assert.equal((await translateSegments(tools(db, [hurried.chosen]), sources, pair)).words.size, 4)
  const never = engineThat('deepl', () => ({ kind: 'busy', reason: 'A moment.', retryAfterMs: 5 }))
  const { retryAt } = await translateSegments(tools(db, [never.chosen]), ['نعم نعم'], pair)
  assert.deepEqual([never.asked.length, retryAt], [2, now + 5])
})

testOnEachDatabase(
  'a sentence that people know with other figures is told with these, as machine work, before any engine',
  async (db) => {
    const known = { source: 'وصل 24 قاربا إلى الميناء في 2023', target: '24 boats came to the port in 2023' }
    await teachMemory(db, pair, [{ ...known, state: 'human', origin: 'M. Okafor' }], now)
    const one = engineThat('deepl', good)
    const fresh = 'وصل ٣٠ قاربا إلى الميناء في ٢٠٢٤'
    const { words } = await translateSegments(tools(db, [one.chosen]), [fresh, 'وصل قارب واحد إلى الميناء'], pair)
    const said = words.get(fresh)
    assert.deepEqual([said?.target, said?.state], ['30 boats came to the port in 2024', 'machine'])
    assert.ok(said?.origin.kind === 'memory' && said.origin.match < 1)
    assert.deepEqual(
      one.asked.flat(),
      ['وصل قارب واحد إلى الميناء'],
      'one that is merely alike is for people to look at',
    )
    const people = { ...one.chosen, engine: { ...one.chosen.engine, id: 'human' as const } }
    const left = await translateSegments(tools(db, [people]), [fresh], pair)
    assert.notEqual(
      left.words.get(fresh)?.origin.kind,
      'memory',
      'where people were chosen, nothing is put together for them',
    )
  },
)

testOnEachDatabase(
  'an engine that answers nothing but nonsense is not paid for every sentence of a page',
  async (db) => {
    const mad = engineThat('openai', () => ({ kind: 'nonsense', reason: 'Nonsense.' }))
    const page = Array.from({ length: 60 }, (_, at) => `${sources[at % 4]} ${at}`)
    const { words } = await translateSegments(tools(db, [mad.chosen]), page, pair)
    assert.equal(words.size, 0)
    assert.ok(mad.asked.length < 10, `${mad.asked.length} requests`)
  },
)
