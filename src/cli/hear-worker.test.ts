import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findItem } from '../store/items.ts'
import type { DeskEvent } from '../server/shapes/event.ts'
import type { TranslationView } from '../server/shapes/translation.ts'
import { addTestItem, addTestOutlet, openTestDesk, sendJson } from '../server/test-desk.ts'
import { hearWorker } from './hear-worker.ts'
import { createOutput } from './output.ts'

test('a title that the worker has translated is told to open pages, as it stands', async (t) => {
  const desk = await openTestDesk()
  t.after(() => desk.close())
  await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
  const { itemId } = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'قوارب', text: 'وصل القارب.' })
  const made = await sendJson(desk, 'POST', `/api/items/${itemId}/translations`, { by: 'people' })
  const { id, revision } = (await made.json()) as TranslationView
  await sendJson(desk, 'PATCH', `/api/translations/${id}/segments/title`, { revision, target: 'Boats' })
  const item = await findItem(desk.db, itemId)
  assert.ok(item?.readingId)

  const { db, queue, search, events } = desk.tools
  const out = createOutput({ write: () => true }, { write: () => true }, Date.now)
  const records = { db, queue, search, close: async () => {}, translation: { to: 'en' } }
  const ear = hearWorker(records, events, { out, log: (error) => assert.fail(String(error)) })
  t.after(() => ear.close())
  const heard = new Promise<DeskEvent>((resolve) => {
    const listener = events.listen(() => {
      const event = listener.take().find(({ name }) => name === 'translations')
      if (event) resolve(event)
    })
    t.after(() => listener.leave())
  })
  ear.hear({
    kind: 'ended',
    name: 'index.translation',
    words: 'found by its translation',
    trouble: false,
    translated: item.readingId,
  })
  const event = await heard
  assert.ok(event.name === 'translations')
  assert.deepEqual(
    event.data.changed?.map(({ id: of, translation }) => [of, translation?.title, translation?.titleState]),
    [[itemId, 'Boats', 'human']],
  )
})
