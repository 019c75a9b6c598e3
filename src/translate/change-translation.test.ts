import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Segment, Translation } from '../domain/translation.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { findReading } from '../store/readings.ts'
import { aTestOutlet, someTestItems } from '../store/test-items.ts'
import { findTranslation, listRevisions, type StoredTranslation } from '../store/translations.ts'
import { readAnew } from '../understand/test-readings.ts'
import { carryOver } from './carry-over.ts'
import { beginTranslation, changeTranslation, stopTranslation } from './change-translation.ts'
import { findExact } from './memory/translation-memory.ts'
import { emptyDraft } from './plan-translation.ts'
import type { TranslationChange } from './plan-change.ts'
import { readChanges } from './record-changes.ts'
import { translateReading } from './translate-reading.job.ts'

const now = Date.UTC(2024, 4, 5)
const text = 'وصل 17 قاربا إلى الميناء. غادر القارب الميناء. عاد القارب ليلا.'
const page = {
  title: 'قارب في الميناء',
  text,
  language: 'ar',
  published: null,
  outlet: null,
  url: 'https://a.example/1',
  author: null,
}
const me = { signedBy: 'M. Okafor', now }

async function desk(db: Db) {
  const [itemId] = await someTestItems(db, await aTestOutlet(db, 'a.example'), 1)
  assert.ok(itemId)
  const readingId = await readAnew(db, itemId, page, now)
  const reading = await findReading(db, readingId)
  assert.ok(reading)
  const begun = await beginTranslation(db, reading, 'en', me)
  const read = async (): Promise<StoredTranslation> => (await findTranslation(db, begun.id)) ?? begun
  /** On the revision that stands, unless another is named. */
  const change = async (wish: TranslationChange, revision?: number, by = me) => {
    const standing = await read()
    return changeTranslation(db, standing, revision ?? standing.revision, wish, by)
  }
  const correct = (segment: number | null, target: string, revision?: number, by = me) =>
    change({ kind: 'correct', segment, target }, revision, by)
  const remembers = async (source: string) =>
    (await findExact(db, { from: 'ar', to: 'en' }, [source])).get(source)?.target
  return { itemId, reading, begun, read, change, correct, remembers }
}

const targets = ({ segments }: Translation): (string | null)[] => segments.map(({ target }) => target)

testOnEachDatabase('the history holds who said what when, and what was said before', async (db) => {
  const { begun, correct } = await desk(db)
  await correct(0, 'Some 17 boats came.')
  await correct(0, 'Some 17 boats arrived.', undefined, { signedBy: 'A. Reader', now: now + 1 })
  const [latest] = await listRevisions(db, begun.id)
  assert.ok(latest)
  assert.deepEqual([latest.deed, latest.signedBy, latest.signedAt], ['corrected', 'A. Reader', now + 1])
  const [change] = readChanges(latest.changes).sentences
  assert.deepEqual(
    [change?.segment, change?.source, change?.before.target, change?.before.reviewedBy, change?.after.target],
    [0, 'وصل 17 قاربا إلى الميناء.', 'Some 17 boats came.', 'M. Okafor', 'Some 17 boats arrived.'],
  )
})

testOnEachDatabase('a correction is taken back as a revision of its own, and the memory follows', async (db) => {
  const { read, change, correct, remembers, begun } = await desk(db)
  const source = begun.segments[1]?.source ?? ''
  await correct(1, 'The boat left.')
  await correct(1, 'The boat sailed.')
  assert.equal((await change({ kind: 'restore', of: 3, words: 'before' })).kind, 'saved')
  assert.equal(targets(await read())[1], 'The boat left.')
  assert.equal(await remembers(source), 'The boat left.')
  assert.equal((await change({ kind: 'restore', of: 2, words: 'before' })).kind, 'saved')
  const bare = await read()
  assert.deepEqual([bare.segments[1]?.state, bare.segments[1]?.origin, bare.revision], ['none', null, 5])
  assert.equal(await remembers(source), undefined, 'what was taken back teaches nobody')
  assert.equal((await change({ kind: 'restore', of: 3, words: 'before' })).kind, 'refused', 'it stands no more')
  const again = await change({ kind: 'restore', of: 3, segment: 1, words: 'after' })
  assert.equal(again.kind === 'saved' && again.translation.segments[1]?.target, 'The boat sailed.')
  assert.equal(await remembers(source), 'The boat sailed.')
})

testOnEachDatabase('a review is taken back whole, but not where somebody has written since', async (db) => {
  const { itemId: _, reading, read, change, correct } = await desk(db)
  const engine = {
    id: 'deepl' as const,
    version: async () => 'v1',
    languages: async () => null,
    most: { segments: 50, characters: 5_000 },
    translate: async ({ segments }: { segments: readonly string[] }) => ({
      kind: 'translated' as const,
      targets: segments.map((_said, at) => `The 17 boats came to the port ${at + 1}.`),
      detected: null,
    }),
  }
  const engines = [{ engine, pairs: [], microsPerMillion: 0, budget: { characters: null, micros: null } }]
  const tools = { db, queue: createTableQueue(db), now: () => now + 5, engines }
  const deed = await translateReading(tools, { readingId: reading.id, to: 'en', extent: 'whole', tries: 0 })
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  assert.deepEqual((await read()).titleOrigin, { kind: 'engine', engine: 'deepl', version: 'v1', at: now + 5 })
  await change({ kind: 'review', segments: null })
  const reviewed = await read()
  assert.deepEqual(
    [reviewed.state, reviewed.titleState, reviewed.titleReviewedBy],
    ['machine-reviewed', 'machine-reviewed', 'M. Okafor'],
  )
  await correct(2, 'It was back at night.')
  assert.equal((await change({ kind: 'restore', of: reviewed.revision, words: 'before' })).kind, 'saved')
  const back = await read()
  assert.deepEqual(
    [back.titleState, ...back.segments.map(({ state }) => state)],
    ['machine', 'machine', 'machine', 'human'],
  )
  assert.deepEqual([back.segments[0]?.reviewedBy, back.titleReviewedBy], [null, null])
  await correct(0, back.segments[0]?.target ?? '')
  assert.equal(
    (await read()).segments[0]?.state,
    'machine-reviewed',
    'to save machine words as they are is to review them',
  )
})

testOnEachDatabase(
  'two people at two sentences do not stand in each other’s way; at one, the later is told',
  async (db) => {
    const { read, correct } = await desk(db)
    const { revision } = await read()
    assert.equal((await correct(0, 'Some 17 boats came.', revision)).kind, 'saved')
    assert.equal((await correct(1, 'The boat left.', revision)).kind, 'saved')
    assert.equal((await correct(0, 'Others.', revision)).kind, 'stale')
    assert.deepEqual(targets(await read()), ['Some 17 boats came.', 'The boat left.', null])
  },
)

testOnEachDatabase(
  'a doubt that is right as it is goes on record, survives a correction, and comes back',
  async (db) => {
    const { read, change, correct } = await desk(db)
    await correct(0, 'Some 71 boats came.')
    const flags = async () => (await read()).segments[0]?.flags ?? []
    const [flag] = await flags()
    assert.ok(flag)
    const { kind, words } = flag
    const dismiss = (isDismissed: boolean) =>
      change({ kind: 'dismiss', segment: 0, flag: { kind, words }, isDismissed })
    assert.equal((await dismiss(true)).kind, 'saved')
    assert.deepEqual((await flags())[0]?.dismissed, { by: 'M. Okafor', at: now })
    await correct(0, 'As many as 71 boats came.')
    assert.ok((await flags()).find((one) => one.words === words)?.dismissed)
    assert.equal((await dismiss(true)).kind, 'refused')
    assert.equal((await dismiss(false)).kind, 'saved')
    assert.equal((await flags()).find((one) => one.words === words)?.dismissed, undefined)
  },
)

testOnEachDatabase('a page captured anew keeps people’s words where it says the same, and loses none', async (db) => {
  const { itemId, correct, begun } = await desk(db)
  await correct(null, 'A boat in the port')
  await correct(0, 'Some 17 boats came.')
  await correct(2, 'It was back at night.')
  const changed = { ...page, text: 'عاجل. وصل 17 قاربا إلى الميناء. غادر القارب الميناء.' }
  const later = await findReading(db, await readAnew(db, itemId, changed, now + 1))
  assert.ok(later)
  const tools = { db, queue: createTableQueue(db), now: () => now + 2, engines: [] }
  const deed = await translateReading(tools, { readingId: later.id, to: 'en', extent: 'carry', tries: 0 })
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  const carried = await beginTranslation(db, later, 'en', me)
  assert.notEqual(carried.id, begun.id)
  assert.deepEqual(targets(carried), [null, 'Some 17 boats came.', null])
  assert.deepEqual([carried.title, carried.titleState], ['A boat in the port', 'human'])
  assert.deepEqual(
    carried.leftOver.map(({ source, target, reviewedBy }) => [source, target, reviewedBy]),
    [['عاد القارب ليلا.', 'It was back at night.', 'M. Okafor']],
  )
  const [revision] = await listRevisions(db, carried.id)
  assert.equal(revision?.deed, 'carried-over')
  assert.deepEqual([readChanges(revision?.changes).carried, readChanges(revision?.changes).leftOver], [2, 1])
  const twice = await translateReading(tools, { readingId: later.id, to: 'en', extent: 'carry', tries: 0 })
  assert.equal(twice.save, undefined)
})

test('a title that the page has no more lies by, and words that lay by come back with their sentence', () => {
  const said = (source: string, target: string): Segment[] =>
    emptyDraft({ ...page, blocks: [], text: source }).segments.map((one) => ({ ...one, target, state: 'human' }))
  const earlier = {
    ...emptyDraft({ ...page, blocks: [] }),
    title: 'A boat',
    titleState: 'human',
    titleSource: 'قارب آخر',
    segments: said('غادر القارب الميناء.', 'It left.'),
    leftOver: [...said('عاد القارب ليلا.', 'It was back.'), ...said('غرق القارب.', 'It sank.')],
  } as unknown as StoredTranslation
  const { draft, carried, leftOver } = carryOver({ ...page, blocks: [] }, earlier)
  assert.deepEqual(
    [draft.title, draft.segments.map(({ target }) => target), carried, leftOver],
    [null, [null, 'It left.', 'It was back.'], 2, 1],
  )
  assert.deepEqual(
    draft.leftOver.map(({ target }) => target),
    ['It sank.', 'A boat'],
  )
})

testOnEachDatabase('two sentences are translated as one, and taken apart again; each has its doubts', async (db) => {
  const { read, change, correct, reading } = await desk(db)
  await correct(0, 'Some 71 boats came.')
  await correct(1, 'One left.')
  assert.equal((await change({ kind: 'join', segment: 0 })).kind, 'saved')
  const joined = await read()
  assert.deepEqual(targets(joined), ['Some 71 boats came. One left.', null])
  const [one] = joined.segments
  assert.equal(reading.text.slice(one?.start, one?.end), one?.source)
  assert.deepEqual([one?.state, one?.flags.some(({ kind }) => kind === 'figure')], ['human', true])
  const source = one?.source ?? ''
  const place = { sourceAt: source.indexOf('غادر'), targetAt: 'Some 71 boats came.'.length }
  assert.equal((await change({ kind: 'split', segment: 0, ...place })).kind, 'saved')
  const parted = await read()
  assert.deepEqual(targets(parted), ['Some 71 boats came.', 'One left.', null])
  assert.deepEqual(
    parted.segments.map(({ start, end }) => reading.text.slice(start, end)),
    parted.segments.map((segment) => segment.source),
  )
  assert.equal((await change({ kind: 'restore', of: parted.revision, words: 'before' })).kind, 'saved')
  assert.deepEqual(targets(await read()), targets(joined))
  assert.equal((await change({ kind: 'join', segment: 1 })).kind, 'refused', 'after the last there is none')
  assert.equal((await change({ kind: 'split', segment: 0, sourceAt: 0, targetAt: null })).kind, 'refused')
  assert.equal((await correct(0, 'Others.', parted.revision - 1)).kind, 'stale', 'numbers changed since')
})

test('sentences that a person joined or split are so again when the page is read anew', () => {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }]
  const [first, second, third] = emptyDraft({ ...page, blocks }).segments
  assert.ok(first && second && third)
  const source = text.slice(first.start, second.end)
  const joined = { ...first, end: second.end, source, target: 'Both.', state: 'human', isCut: true }
  const half = { ...third, source: 'عاد القارب', target: 'It was back', state: 'human', isCut: true }
  const earlier = { ...emptyDraft({ ...page, blocks }), segments: [joined, half] } as unknown as StoredTranslation
  const longer = `عاجل. ${text}`
  const { draft, leftOver } = carryOver({ ...page, text: longer, blocks: [] }, earlier)
  assert.deepEqual(
    draft.segments.map(({ source: words, target }) => [words, target]),
    [
      ['عاجل.', null],
      [source, 'Both.'],
      ['عاد القارب', 'It was back'],
      ['ليلا.', null],
    ],
  )
  assert.equal(leftOver, 0)
  for (const { start, end, source: words } of draft.segments) assert.equal(longer.slice(start, end), words)
})

testOnEachDatabase('engines that are told to stop are asked for no more, and it says who told them', async (db) => {
  const { reading, read } = await desk(db)
  const queue = createTableQueue(db)
  const waiting = async (): Promise<number> => (await queue.counts(now))['translate.reading'].waiting
  const tools = { db, queue, now: () => now, engines: [] }
  const run = await translateReading(tools, { readingId: reading.id, to: 'en', extent: 'lead', tries: 0 })
  await stopTranslation(tools, await read(), me)
  await db.transaction().execute(async (tx) => run.save?.(tx, { places: [], isIndexed: true }))
  assert.equal(await waiting(), 0)
  assert.match((await read()).reason ?? '', /^Stopped by M\. Okafor\./)
  const anew = await translateReading(tools, { readingId: reading.id, to: 'en', extent: 'lead', tries: 0 })
  await db.transaction().execute(async (tx) => anew.save?.(tx, { places: [], isIndexed: true }))
  assert.equal(await waiting(), 1, 'somebody who asks again is heard')
  await stopTranslation(tools, await read(), me)
  assert.equal(await waiting(), 0)
})

test('records of before are read as far as they go', () => {
  assert.deepEqual(readChanges({ sentences: 3, reasons: [], of: null }).sentences, [])
  assert.deepEqual(readChanges({ segment: 2, before: null, after: 'A' }).sentences, [
    { segment: 2, source: '', before: { target: null }, after: { target: 'A' } },
  ])
  assert.deepEqual(readChanges(null).filled, [])
})
