import assert from 'node:assert/strict'
import type { ItemId } from '../../domain/feed.ts'
import type { ReadingId } from '../../domain/reading.ts'
import type { Db } from '../../store/db.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { findItems } from '../../store/items.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from '../../store/test-items.ts'
import { countQuestions } from '../../store/test-questions.ts'
import { beginTranslation, changeTranslation } from '../../translate/change-translation.ts'
import { findReading } from '../../store/readings.ts'
import { readAnew } from '../../understand/test-readings.ts'
import { loadItemRows } from './item-rows.ts'

const page = { text: 'وصل القارب إلى الميناء. غادر القارب.', published: null, outlet: null, url: null, author: null }

const readIn = (db: Db, itemId: ItemId, language: string, title = 'قارب') =>
  readAnew(db, itemId, { ...page, title, language }, TEST_NOW)

/** A person's title of the page, in English. */
async function giveTitle(db: Db, readingId: ReadingId, target: string): Promise<void> {
  const by = { signedBy: 'A. Reader', now: TEST_NOW }
  const reading = await findReading(db, readingId)
  assert.ok(reading)
  const standing = await beginTranslation(db, reading, 'en', by)
  const changed = await changeTranslation(
    db,
    standing,
    standing.revision,
    { kind: 'correct', segment: null, target },
    by,
  )
  assert.equal(changed.kind, 'saved')
}

testOnEachDatabase('a row has the title in the desk’s language, its state, and whose words they are', async (db) => {
  const [itemId, other] = await someTestItems(db, await aTestOutlet(db, 'a.example'), 2)
  assert.ok(itemId && other)
  await giveTitle(db, await readIn(db, itemId, 'ar'), 'Boat')
  await readIn(db, other, 'ar')
  const items = await findItems(db, [itemId, other])
  const rowsFor = async (to: string) =>
    new Map((await loadItemRows({ db, translation: { to } }, items)).map((row) => [row.id, row.translation]))
  const rows = await rowsFor('en')
  const { title, titleState, titleBy, language } = rows.get(itemId) ?? {}
  assert.deepEqual([title, titleState, titleBy, language], ['Boat', 'human', 'A. Reader', 'en'])
  assert.equal(rows.get(other), null)
  assert.equal((await rowsFor('fr')).get(itemId), null)
})

testOnEachDatabase('a page in the language that is translated into shows no translation', async (db) => {
  const [itemId] = await someTestItems(db, await aTestOutlet(db, 'a.example'), 1)
  assert.ok(itemId)
  await giveTitle(db, await readIn(db, itemId, 'ar'), 'Boat')
  await db.updateTable('items').set({ language: 'en-GB' }).where('id', '=', itemId).execute()
  const [row] = await loadItemRows({ db }, await findItems(db, [itemId]))
  assert.deepEqual([row?.language, row?.translation], ['en-GB', null])
})

testOnEachDatabase('a hundred rows ask no more questions than one', async (db) => {
  const ids = await someTestItems(db, await aTestOutlet(db, 'a.example'), 100)
  for (const id of ids.slice(0, 10)) await giveTitle(db, await readIn(db, id, 'ar'), `Boat ${id}`)
  const ask = async (wanted: readonly ItemId[]) => {
    const { db: counted, asked } = countQuestions(db)
    const rows = await loadItemRows({ db: counted }, await findItems(db, wanted))
    return { asked: asked(), translated: rows.filter(({ translation }) => translation !== null).length }
  }
  const [one, hundred] = [await ask(ids.slice(0, 1)), await ask(ids)]
  assert.equal(hundred.translated, 10)
  assert.equal(hundred.asked, one.asked)
})
