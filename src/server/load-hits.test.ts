import assert from 'node:assert/strict'
import type { ItemId } from '../domain/feed.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { findItems } from '../store/items.ts'
import { findReading } from '../store/readings.ts'
import { readQuery } from '../store/search/read-query.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from '../store/test-items.ts'
import { countQuestions } from '../store/test-questions.ts'
import { beginTranslation, changeTranslation } from '../translate/change-translation.ts'
import { readAnew } from '../understand/test-readings.ts'
import { loadHits } from './load-hits.ts'
import { loadItemRows } from './present/item-rows.ts'

const page = { text: 'وصل القارب إلى الميناء.', published: null, outlet: null, url: null, author: null }

/** A page with a title in each of the languages, one changed after the other. */
async function aTranslatedPage(db: Db, itemId: ItemId, languages: readonly string[]): Promise<void> {
  const readingId = await readAnew(db, itemId, { ...page, title: 'قارب', language: 'ar' }, TEST_NOW)
  const reading = await findReading(db, readingId)
  assert.ok(reading)
  for (const [at, to] of languages.entries()) {
    const by = { signedBy: 'A. Reader', now: TEST_NOW + at }
    const standing = await beginTranslation(db, reading, to, by)
    const wish = { kind: 'correct' as const, segment: null, target: `Boat ${to}` }
    assert.equal((await changeTranslation(db, standing, standing.revision, wish, by)).kind, 'saved')
  }
}

testOnEachDatabase('hits ask for settings and for translated heads once, and show what any list shows', async (db) => {
  const ids = await someTestItems(db, await aTestOutlet(db, 'a.example'), 4)
  const languages = [['en', 'fr', 'en-GB'], ['en-US', 'en-GB'], ['fr'], []]
  for (const [at, id] of ids.entries()) await aTranslatedPage(db, id, languages[at] ?? [])
  const parsed = await readQuery(db, 'Boat')
  assert.ok(parsed.kind === 'query')
  const { db: counted, asked } = countQuestions(db)
  const hits = await loadHits({ db: counted }, ids, parsed.query)
  assert.deepEqual([asked('settings'), asked('translations')], [1, 1])
  const listed = new Map((await loadItemRows({ db }, await findItems(db, ids))).map((row) => [row.id, row.translation]))
  assert.deepEqual(
    hits.map(({ translation }) => translation),
    ids.map((id) => listed.get(id)),
  )
  assert.deepEqual(
    hits.map(({ translation }) => translation?.title ?? null),
    ['Boat en', 'Boat en-GB', null, null],
  )
})
