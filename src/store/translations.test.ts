import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { leadOf, namesOf, type Segment } from '../domain/translation.ts'
import { newId } from '../domain/id.ts'
import type { ItemId } from '../domain/feed.ts'
import type { ReadingId } from '../domain/reading.ts'
import { readAnew } from '../understand/test-readings.ts'
import type { Db } from './db.ts'
import { testOnEachDatabase } from './each-database.ts'
import { fillHeads } from './fill-heads.ts'
import { aTestOutlet, someTestItems } from './test-items.ts'
import { findHeads } from './translated-heads.ts'
import { addTranslation, findTranslation, type TranslationDraft } from './translations.ts'

const now = Date.UTC(2024, 4, 5)
const text = 'وصل القارب. غادر القارب.'
const page = {
  title: 'قارب',
  text,
  language: 'ar',
  published: null,
  outlet: null,
  url: 'https://a.example/1',
  author: null,
}
const by = { deed: 'made', signedBy: 'dragoman', now, changes: {} } as const

async function aReading(db: Db): Promise<{ itemId: ItemId; readingId: ReadingId }> {
  const [itemId] = await someTestItems(db, await aTestOutlet(db, 'a.example'), 1)
  assert.ok(itemId)
  return { itemId, readingId: await readAnew(db, itemId, page, now) }
}

const segment = (start: number, end: number, change: Partial<Segment> = {}): Segment => ({
  start,
  end,
  source: text.slice(start, end),
  target: null,
  state: 'none',
  origin: null,
  reviewedBy: null,
  reviewedAt: null,
  flags: [],
  ...change,
})

const draftOf = (change: Partial<TranslationDraft>): TranslationDraft => ({
  title: null,
  titleState: 'none',
  titleOrigin: null,
  titleReviewedBy: null,
  titleReviewedAt: null,
  titleFlags: [],
  titleSource: page.title,
  segments: [],
  leftOver: [],
  textDigest: '',
  reason: null,
  ...change,
})

testOnEachDatabase('a list sees the title, who it is of, and the lead, of the reading that is current', async (db) => {
  const { itemId, readingId } = await aReading(db)
  const of = { readingId, itemId, from: 'ar', to: 'en' }
  const said = { target: 'The boat came.', state: 'machine', origin: null } as const
  const title = {
    title: 'Boat',
    titleState: 'machine-reviewed',
    titleReviewedBy: 'M. Okafor',
    titleReviewedAt: now,
  } as const
  const titleOrigin = { kind: 'engine', engine: 'deepl', version: '2' } as const
  const draft = draftOf({ ...title, titleOrigin, segments: [segment(0, 11, said), segment(12, 24)] })
  const saved = await addTranslation(db, of, draft, by)
  assert.equal(saved.kind, 'saved')
  const head = {
    language: 'en',
    title: 'Boat',
    titleState: 'machine-reviewed',
    titleBy: 'deepl 2, reviewed by M. Okafor',
    lead: 'The boat came.',
    leadState: 'machine',
  }
  assert.deepEqual([...(await findHeads(db, [itemId], 'en'))], [[itemId, head]])
  assert.equal((await findHeads(db, [itemId], 'fr')).size, 0)
  assert.deepEqual(
    (await findHeads(db, [itemId], 'en-US')).get(itemId),
    head,
    'another variety serves where there is none',
  )
  await addTranslation(db, { ...of, to: 'en-US' }, draftOf({ title: 'A boat', titleState: 'human' }), { ...by, now: 1 })
  assert.equal((await findHeads(db, [itemId], 'en-US')).get(itemId)?.title, 'A boat')
  assert.equal((await findHeads(db, [itemId], 'en')).get(itemId)?.title, 'Boat')
  await readAnew(db, itemId, { ...page, title: 'قاربان' }, now + 1)
  assert.equal((await findHeads(db, [itemId], 'en')).size, 0, 'a title of an older reading is not that of the page')
})

/** As homes before schema 7 wrote it: no heads, no sentences, no owner of what the memory said. */
async function anOldTranslation(db: Db, titleState: string) {
  const { itemId, readingId } = await aReading(db)
  const { source: _, ...first } = segment(0, 11, { target: 'The boat came.', state: 'human' })
  const old = { ...first, origin: { kind: 'memory', match: 1 } }
  const id = newId<'translation'>(now)
  await db
    .insertInto('translations')
    .values({
      id,
      reading_id: readingId,
      item_id: itemId,
      from_language: 'ar',
      to_language: 'en',
      title: 'Boat',
      title_state: titleState,
      segments: JSON.stringify([old]),
      text_digest: '',
      state: 'human',
      created_at: now,
      changed_at: now,
      revision: 2,
    })
    .execute()
  const memory = { from_language: 'ar', to_language: 'en', state: 'human', changed_at: now, source_key: '' }
  await db
    .insertInto('memory_segments')
    .values([
      { ...memory, no: 1, source: 'وصل القارب.', target: 'The boat came.', origin: 'human, sample' },
      { ...memory, no: 2, source: 'قارب', target: 'Boat', origin: 'human, sample' },
    ])
    .execute()
  const sign = async (deed: string, signedBy: string, changes: unknown) =>
    db
      .insertInto('translation_revisions')
      .values({
        translation_id: id,
        revision: 2,
        deed,
        signed_by: signedBy,
        signed_at: now,
        changes: JSON.stringify(changes),
      })
      .execute()
  const say = (engine: string) =>
    db
      .insertInto('engine_answers')
      .values({ answer_key: engine, engine, version: '2', target: 'Boat', answered_at: now })
      .execute()
  const fill = async (digest: string) => {
    await db.updateTable('translations').set({ text_digest: digest }).execute()
    await fillHeads(db)
    return findTranslation(db, id)
  }
  return { sign, say, fill }
}

const digest = createHash('sha256').update(text).digest('hex').slice(0, 32)

testOnEachDatabase('an older home is given sentences, lead, and whose the words are, where it knows', async (db) => {
  const { fill } = await anOldTranslation(db, 'human')
  const filled = await fill(digest)
  const of = { kind: 'memory', match: 1, of: 'human, sample' }
  assert.deepEqual(
    [filled?.titleOrigin, filled?.titleSource, filled?.lead, filled?.leadState, filled?.titleReviewedBy],
    [of, 'قارب', 'The boat came.', 'human', null],
  )
  assert.deepEqual([filled?.segments[0]?.origin, filled?.segments[0]?.source], [of, 'وصل القارب.'])
  assert.deepEqual(filled?.leftOver, [])
})

testOnEachDatabase(
  'an older home: a title is of the person who corrected it, of the engine that said it',
  async (db) => {
    const { fill, sign, say } = await anOldTranslation(db, 'machine-reviewed')
    await say('deepl')
    await sign('reviewed', 'M. Okafor', { segments: [0] })
    const reviewed = await fill(digest)
    assert.deepEqual(
      [reviewed?.titleOrigin, reviewed?.titleReviewedBy],
      [{ kind: 'engine', engine: 'deepl', version: '2' }, 'M. Okafor'],
    )
    await db.updateTable('translation_revisions').set({ deed: 'corrected', changes: '{"segment":null}' }).execute()
    await db.updateTable('translations').set({ title_state: 'human' }).execute()
    assert.deepEqual((await fill(digest))?.titleOrigin, { kind: 'person', name: 'M. Okafor' })
  },
)

testOnEachDatabase('an older home: what nobody knows any more is not guessed', async (db) => {
  const { fill, say } = await anOldTranslation(db, 'machine')
  await say('deepl')
  await say('apertium')
  const filled = await fill('of another text')
  assert.deepEqual([filled?.titleOrigin, filled?.titleSource, filled?.segments[0]?.source], [null, null, ''])
  assert.deepEqual(filled?.segments[0]?.origin, { kind: 'memory', match: 1, of: null })
})

test('a lead is whole sentences, ends before what is not translated, and is as weak as its weakest', () => {
  const said = (target: string | null, state: Segment['state']) => segment(0, 1, { target, state })
  assert.deepEqual(
    leadOf([said('One.', 'human'), said('Two.', 'machine'), said(null, 'none'), said('3', 'human')], 'en'),
    {
      lead: 'One. Two.',
      leadState: 'machine',
    },
  )
  assert.deepEqual(leadOf([said(null, 'none'), said('Two.', 'human')], 'en'), { lead: null, leadState: 'none' })
  assert.equal(leadOf([said('一。', 'human'), said('二。', 'human')], 'zh').lead, '一。二。')
  const long = leadOf([said('word '.repeat(200), 'human'), said('Two.', 'machine')], 'en')
  assert.ok((long.lead?.length ?? 0) <= 281 && long.lead?.endsWith('word…') && long.leadState === 'human')
})

test('whose words they are is said in words that stand without a desk', () => {
  const nobody = { reviewedBy: null }
  assert.equal(
    namesOf({ kind: 'engine', engine: 'deepl', version: '2' }, { reviewedBy: 'A' }),
    'deepl 2, reviewed by A',
  )
  assert.equal(namesOf({ kind: 'engine', engine: 'deepl', version: 'DeepL API v2' }, nobody), 'DeepL API v2')
  assert.equal(namesOf({ kind: 'person', name: 'A' }, { reviewedBy: 'A' }), 'A')
  assert.equal(namesOf({ kind: 'memory', match: 1, of: 'human, sample' }, nobody), 'human, sample')
  assert.equal(namesOf({ kind: 'memory', match: 1, of: null }, nobody), 'translation memory')
  assert.equal(namesOf(null, nobody), null)
})
