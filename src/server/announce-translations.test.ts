import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemId } from '../domain/feed.ts'
import { announceTranslations, MOST_ANNOUNCED } from './announce-translations.ts'
import type { ItemTranslation } from './shapes/item.ts'
import type { TranslationView } from './shapes/translation.ts'
import { addTestItem, addTestOutlet, NOON, openTestDesk, sendJson } from './test-desk.ts'

async function openDesk() {
  const desk = await openTestDesk()
  await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
  const { itemId } = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'قوارب', text: 'وصل القارب.' })
  const made = await sendJson(desk, 'POST', `/api/items/${itemId}/translations`, { by: 'people' })
  const { id, revision } = (await made.json()) as TranslationView
  const write = (target: string) =>
    sendJson(desk, 'PATCH', `/api/translations/${id}/segments/title`, { revision, target, signedBy: 'A. Reader' })
  return { desk, itemId, write }
}

const boats: ItemTranslation = {
  language: 'en',
  title: 'Boats',
  titleState: 'human',
  titleBy: 'A. Reader',
  lead: null,
  leadState: 'none',
}

test('whoever has the desk open hears how a title stands that somebody has just written', async () => {
  const { desk, itemId, write } = await openDesk()
  const listener = desk.tools.events.listen(() => {})
  const answer = await write('Boats')
  assert.equal(answer.status, 200)
  const event = listener.take().find(({ name }) => name === 'translations')
  assert.deepEqual(event, {
    name: 'translations',
    data: { at: NOON, changed: [{ id: itemId, translation: boats }] },
  })
  await desk.close()
})

test('too many to name are not named, and nothing is asked of the records when nobody listens', async () => {
  const { desk, itemId } = await openDesk()
  const many = Array.from({ length: MOST_ANNOUNCED + 1 }, () => itemId as ItemId)
  await announceTranslations(desk.tools, many)
  const listener = desk.tools.events.listen(() => {})
  assert.deepEqual(listener.take(), [])
  await announceTranslations(desk.tools, many)
  assert.deepEqual(listener.take(), [{ name: 'translations', data: { at: NOON, changed: null } }])
  await desk.close()
})

test('a page that falls behind hears of each item once, as it stands last', async () => {
  const { desk, itemId } = await openDesk()
  const listener = desk.tools.events.listen(() => {})
  const say = (id: string, title: string) =>
    desk.tools.events.publish({
      name: 'translations',
      data: { at: NOON, changed: [{ id, translation: { ...boats, title } }] },
    })
  say(itemId, 'Boat')
  say('other', 'Harbour')
  say(itemId, 'Boats')
  const [event] = listener.take()
  assert.ok(event?.name === 'translations')
  assert.deepEqual(
    event.data.changed?.map(({ id, translation }) => [id, translation?.title]),
    [
      [itemId, 'Boats'],
      ['other', 'Harbour'],
    ],
  )
  await desk.close()
})
