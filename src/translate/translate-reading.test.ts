import assert from 'node:assert/strict'
import type { ItemId } from '../domain/feed.ts'
import type { Jobs } from '../domain/job.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { aTestOutlet, someTestItems } from '../store/test-items.ts'
import { findTranslationOf, listRevisions } from '../store/translations.ts'
import { readAnew } from '../understand/test-readings.ts'
import type { Engine, EngineAnswer } from './engines/engine.ts'
import { changeTranslation } from './change-translation.ts'
import { digestOf } from './plan-translation.ts'
import { translateReading, type TranslateReadingTools } from './translate-reading.job.ts'

const now = Date.UTC(2024, 4, 5)
const text = 'وصل القارب إلى الميناء. غادر القارب الميناء. عاد القارب ليلا. غرق القارب.'
const page = {
  title: 'قارب في الميناء',
  text,
  language: 'ar',
  published: null,
  outlet: null,
  url: 'https://a.example/1',
  author: null,
}

async function desk(db: Db, say: (segments: readonly string[]) => EngineAnswer | readonly string[]) {
  const [itemId] = await someTestItems(db, await aTestOutlet(db, 'a.example'), 1)
  const readingId = await readAnew(db, itemId as ItemId, page, now)
  const asked: string[][] = []
  const engine: Engine = {
    id: 'deepl',
    version: async () => 'v1',
    languages: async () => null,
    most: { segments: 50, characters: 5_000 },
    async translate({ segments }) {
      asked.push([...segments])
      const said = say(segments)
      return 'kind' in said ? said : { kind: 'translated', targets: said, detected: null }
    },
  }
  const queue = createTableQueue(db)
  const chosen = { engine, pairs: [], microsPerMillion: 0, budget: { characters: null, micros: null } }
  const tools: TranslateReadingTools = { db, queue, now: () => now, engines: [chosen] }
  const run = async (change: Partial<Jobs['translate.reading']> = {}): Promise<string> => {
    const deed = await translateReading(tools, { readingId, to: 'en', extent: 'lead', tries: 0, ...change })
    await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
    return deed.outcome
  }
  const read = () => findTranslationOf(db, readingId, 'en')
  const waiting = async (): Promise<number> => (await queue.counts(now))['translate.reading'].waiting
  return { readingId, itemId: itemId as ItemId, asked, run, read, waiting, tools }
}

const words = (segments: readonly string[]): string[] =>
  segments.map((_, at) => `The boat came to the port${at > 0 ? ' again' : ''}.`)

testOnEachDatabase('title and lead come first, the rest after, and doing it twice changes nothing', async (db) => {
  const { asked, run, read, waiting } = await desk(db, words)
  await run()
  const lead = await read()
  assert.deepEqual(
    [lead?.segments.map(({ state }) => state), lead?.titleState, lead?.state],
    [['machine', 'machine', 'none', 'none'], 'machine', 'none'],
  )
  assert.equal(await waiting(), 1)
  await run({ extent: 'whole' })
  const whole = await read()
  assert.deepEqual([whole?.state, whole?.reason, whole?.revision], ['machine', null, 3])
  await run({ extent: 'whole' })
  await run()
  assert.deepEqual(await read(), whole)
  assert.equal(asked.flat().length, 5, 'no sentence is asked for twice')
})

testOnEachDatabase('an engine that is down leaves the page as it is, says so, and is asked again later', async (db) => {
  const { run, read, waiting } = await desk(db, () => ({ kind: 'away', reason: 'DeepL could not be asked.' }))
  await run()
  const translation = await read()
  assert.deepEqual([translation?.state, translation?.reason], ['none', 'DeepL could not be asked.'])
  assert.equal(await waiting(), 1)
  await run({ extent: 'whole', tries: 7 })
  assert.equal(await waiting(), 1, 'after many tries a person must ask')
})

testOnEachDatabase('what a kill took from the records was not paid for in vain', async (db) => {
  const { readingId, asked, tools, run } = await desk(db, words)
  await translateReading(tools, { readingId, to: 'en', extent: 'lead', tries: 0 }) // killed before it was saved
  await run()
  assert.equal(asked.length, 1)
})

testOnEachDatabase('a person who corrects a sentence while the engine thinks keeps it', async (db) => {
  const { run, read, tools, readingId } = await desk(db, words)
  await run()
  const deed = await translateReading(tools, { readingId, to: 'en', extent: 'whole', tries: 0 })
  const standing = await read()
  assert.ok(standing)
  const correct = (segment: number, revision: number) =>
    changeTranslation(
      db,
      standing,
      revision,
      { kind: 'correct', segment, target: 'It was back at night.' },
      { signedBy: 'M. Okafor', now },
    )
  assert.equal((await correct(2, standing.revision)).kind, 'saved')
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  const whole = await read()
  assert.equal(whole?.segments[2]?.target, 'It was back at night.')
  assert.equal(whole?.state, 'machine')
  assert.deepEqual(
    (await listRevisions(db, standing.id)).map(({ deed: kind, revision }) => [revision, kind]),
    [
      [4, 'translated'],
      [3, 'corrected'],
      [2, 'translated'],
      [1, 'made'],
    ],
  )
})

testOnEachDatabase('a page that is read anew has its translation laid out anew, without paying again', async (db) => {
  const { run, read, itemId, asked } = await desk(db, words)
  await run({ extent: 'whole' })
  const standing = await read()
  const longer = `${text} من جديد.`
  await db
    .updateTable('readings')
    .set({
      text: longer,
      details: JSON.stringify({
        ...JSON.parse((await db.selectFrom('readings').select('details').executeTakeFirstOrThrow()).details),
        blocks: [],
      }),
    })
    .where('item_id', '=', itemId)
    .execute()
  await run({ extent: 'whole' })
  const anew = await read()
  assert.equal(anew?.id, standing?.id)
  assert.equal(anew?.textDigest, digestOf(longer))
  assert.deepEqual(asked.slice(1), [['من جديد.']])
})

testOnEachDatabase(
  'an engine that lied is asked once more after some hours, without anybody asking, and then not again',
  async (db) => {
    let isWell = false
    const { tools, readingId, asked, read, waiting } = await desk(db, (segments) =>
      isWell ? words(segments) : segments.map(() => '<b>boat</b>'),
    )
    let time = now
    const run = async (tries: number): Promise<void> => {
      const job = { readingId, to: 'en', extent: 'whole', tries } as const
      const deed = await translateReading({ ...tools, now: () => time }, job)
      await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
    }
    await run(0)
    assert.deepEqual([(await read())?.state, asked.length, await waiting()], ['none', 1, 1])
    const [job] = await db
      .selectFrom('jobs')
      .select(['run_at', 'data'])
      .where('name', '=', 'translate.reading')
      .execute()
    assert.equal(Number(job?.run_at), now + 6 * 3_600_000)
    time = Number(job?.run_at)
    const { tries } = JSON.parse(job?.data ?? '') as { tries: number }
    await db.deleteFrom('jobs').execute()
    await run(tries)
    assert.deepEqual([asked.length, await waiting()], [2, 0], 'it lied again: from now on a person must ask')
    isWell = true
    time += 120_000
    await run(0)
    assert.deepEqual([(await read())?.state, (await read())?.reason], ['machine', null])
  },
)
