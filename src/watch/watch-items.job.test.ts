import assert from 'node:assert/strict'
import type { DeliveryId } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Job } from '../domain/job.ts'
import type { ReadingId } from '../domain/reading.ts'
import { indexTranslation } from '../read/index-translation.job.ts'
import { countHits, countUnseen, isAnyToWatch, listNotices, markNoticesSeen } from '../store/alert-hits.ts'
import type { Db } from '../store/db.ts'
import { findDelivery, listDeliveries, listDeliveryItems, markSent } from '../store/deliveries.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { findItem } from '../store/items.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from '../store/test-items.ts'
import { changeSearch } from '../store/saved-searches.ts'
import { addTranslation, type TranslationDraft } from '../store/translations.ts'
import { deliverAlert, type DeliverTools } from './deliver-alert.job.ts'
import type { Mail } from './send-mail.ts'
import type { SendResult } from './send-result.ts'
import { anAlert, readItem, saveDeed } from './test-watch.ts'
import { watchItems } from './watch-items.job.ts'

const MINUTE = 60_000
const noTranslation: TranslationDraft = {
  title: null,
  titleState: 'none',
  titleOrigin: null,
  titleReviewedBy: null,
  titleReviewedAt: null,
  titleFlags: [],
  titleSource: null,
  segments: [],
  leftOver: [],
  reason: null,
  textDigest: 'test',
}
const email = { kind: 'email', to: 'desk@press.example' } as const

function toolsOf(db: Db, now = TEST_NOW, send: (mail: Mail) => SendResult = () => ({ kind: 'sent' })): DeliverTools {
  const http = { fetch: () => Promise.reject(new Error('nothing is fetched here')) }
  return { db, queue: createTableQueue(db), now: () => now, http, sendMail: async (mail) => send(mail) }
}

async function deliveriesDue(db: Db, now: number): Promise<DeliveryId[]> {
  const jobs: Job[] = await createTableQueue(db).claim(now, { laned: 50, laneless: 50 })
  return jobs.flatMap((job) => (job.name === 'watch.deliver' ? [job.data.deliveryId] : []))
}

testOnEachDatabase('nobody watching costs nothing: no page waits to be looked at', async (db) => {
  const [id] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(id)
  assert.equal(await readItem(db, id, 'Le port de Lomé', TEST_NOW), false)
  assert.equal(await isAnyToWatch(db), false)
})

testOnEachDatabase(
  'an alert finds an item once, though the job is killed, repeated, and the page read again',
  async (db) => {
    const alert = await anAlert(db, { query: 'port', channel: { kind: 'desk' }, now: TEST_NOW })
    const [one, other] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 2)
    assert.ok(one && other)
    await readItem(db, one, 'Le port de Lomé', TEST_NOW)
    await readItem(db, other, 'La ville', TEST_NOW)
    await watchItems(toolsOf(db)) // killed before it was saved
    const twice = [await watchItems(toolsOf(db)), await watchItems(toolsOf(db))]
    for (const deed of twice) await saveDeed(db, deed)
    await readItem(db, one, 'Le port de Lomé, mis à jour', TEST_NOW + MINUTE)
    await saveDeed(db, await watchItems(toolsOf(db, TEST_NOW + MINUTE)))
    assert.equal((await countHits(db)).get(alert.id), 1)
    assert.deepEqual(
      (await listNotices(db, { limit: 10 })).map(({ itemId, searchName, isSeen }) => [itemId, searchName, isSeen]),
      [[one, 'Ports', false]],
    )
    await markNoticesSeen(db, TEST_NOW, TEST_NOW)
    assert.equal(await countUnseen(db), 0)
    assert.equal(await isAnyToWatch(db), false)
  },
)

testOnEachDatabase(
  'pages that came before the alert, or before its question was changed, are not announced',
  async (db) => {
    const outlet = await aTestOutlet(db, 'courrier.example')
    const [old] = await someTestItems(db, outlet, 1, TEST_NOW - MINUTE)
    assert.ok(old)
    const alert = await anAlert(db, { query: 'port', channel: { kind: 'desk' }, now: TEST_NOW })
    await readItem(db, old, 'Le port de Lomé', TEST_NOW)
    await saveDeed(db, await watchItems(toolsOf(db)))
    assert.equal((await countHits(db)).size, 0)
    const [next] = await someTestItems(db, outlet, 1, TEST_NOW + MINUTE)
    assert.ok(next)
    const now = TEST_NOW + 2 * MINUTE
    assert.equal(await changeSearch(db, alert.searchId, { query: 'ville' }, { version: 1, now }), true)
    await readItem(db, next, 'La ville', now)
    await saveDeed(db, await watchItems(toolsOf(db, now)))
    assert.equal((await countHits(db)).size, 0)
  },
)

/** What an engine or a person has said of a reading. */
async function translateReading(db: Db, itemId: ItemId, title: string, now: number): Promise<ReadingId> {
  const item = await findItem(db, itemId)
  assert.ok(item?.readingId)
  const { readingId } = item
  const draft = { ...noTranslation, title, titleState: 'machine' as const }
  const by = { deed: 'made' as const, signedBy: 'test', now, changes: {} }
  await inTransaction(db, (tx) => addTranslation(tx, { readingId, itemId, from: 'fr', to: 'en' }, draft, by))
  return readingId
}

async function putRetold(db: Db, now: number): Promise<void> {
  const tools = { db, queue: createTableQueue(db), now: () => now }
  for (const job of await tools.queue.claim(now, { laned: 0, laneless: 50 })) {
    if (job.name !== 'index.translation') continue
    const deed = await indexTranslation(tools, job.data)
    await inTransaction(db, async (tx) => {
      await tools.queue.finish(tx, [{ job, freeAt: now }])
      await deed.save?.(tx, { places: [], isIndexed: true })
    })
  }
}

testOnEachDatabase('an alert hears a translation that comes after the page, and nothing of it twice', async (db) => {
  const alert = await anAlert(db, { query: 'harbour OR ville', channel: { kind: 'desk' }, now: TEST_NOW })
  const [one, other] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 2)
  assert.ok(one && other)
  await readItem(db, one, 'Le port de Lomé', TEST_NOW)
  await readItem(db, other, 'La ville', TEST_NOW)
  await saveDeed(db, await watchItems(toolsOf(db)))
  assert.equal((await countHits(db)).get(alert.id), 1, 'found in the original')
  await translateReading(db, one, 'The harbour of Lomé', TEST_NOW)
  await translateReading(db, other, 'The harbour town', TEST_NOW)
  await putRetold(db, TEST_NOW)
  await saveDeed(db, await watchItems(toolsOf(db)))
  assert.equal((await countHits(db)).get(alert.id), 2, 'one found by its translation, the other not again')
  assert.equal(await isAnyToWatch(db), false)
})

testOnEachDatabase('a message names a page by its translated title, in the language of the desk', async (db) => {
  await anAlert(db, { query: 'port', channel: email, now: TEST_NOW })
  const [one] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(one)
  await readItem(db, one, 'Le port de Lomé', TEST_NOW)
  await translateReading(db, one, 'The harbour of Lomé', TEST_NOW)
  await saveDeed(db, await watchItems(toolsOf(db)))
  const [deliveryId] = await deliveriesDue(db, TEST_NOW + MINUTE)
  assert.ok(deliveryId)
  const mails: Mail[] = []
  const tell = (to: string) =>
    deliverAlert(
      { ...toolsOf(db, TEST_NOW, (mail) => (mails.push(mail), { kind: 'sent' })), translation: { to } },
      { deliveryId },
    )
  await tell('en')
  await tell('ar')
  const [english, arabic] = mails.map(({ text }) => text)
  assert.match(english ?? '', /The harbour of Lomé\u2069 \[en, machine, not reviewed\]\n {2}\u2068Le port de Lomé/)
  assert.doesNotMatch(arabic ?? '', /harbour/)
})

testOnEachDatabase('what is translated while it is shown to the alerts is shown to them once more', async (db) => {
  const alert = await anAlert(db, { query: 'harbour', channel: { kind: 'desk' }, now: TEST_NOW })
  const [one] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(one)
  await readItem(db, one, 'Le port de Lomé', TEST_NOW)
  const underWay = await watchItems(toolsOf(db))
  await translateReading(db, one, 'The harbour of Lomé', TEST_NOW)
  await putRetold(db, TEST_NOW)
  await saveDeed(db, underWay)
  assert.equal((await countHits(db)).size, 0)
  await saveDeed(db, await watchItems(toolsOf(db)))
  assert.equal((await countHits(db)).get(alert.id), 1)
})

testOnEachDatabase('an alert knows the names that the desk has for what it asks', async (db) => {
  const alert = await anAlert(db, { query: '"Black Sea"', channel: { kind: 'desk' }, now: TEST_NOW })
  const place = { kind: 'place', natural_key: 'sea', joined_into: null, created_at: 1 }
  await db
    .insertInto('authorities')
    .values({ id: 'sea', name: 'Black Sea', ...place })
    .execute()
  for (const name of ['Black Sea', 'mer Noire']) {
    const fields = { name_key: name, language: null, script: 'Latn', kind: 'variant', from_where: 'test' }
    await db
      .insertInto('authority_names')
      .values({ id: name, authority_id: 'sea', name, ...fields })
      .execute()
  }
  const [one] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(one)
  await readItem(db, one, 'Un port de la mer Noire', TEST_NOW)
  await saveDeed(db, await watchItems(toolsOf(db)))
  assert.equal((await countHits(db)).get(alert.id), 1)
})

testOnEachDatabase('what is found until the hour is one message, sent once', async (db) => {
  const digest = { kind: 'hourly' } as const
  const alert = await anAlert(db, { query: 'port OR ville', channel: email, digest, now: TEST_NOW })
  const ids = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 3)
  for (const [no, id] of ids.entries()) {
    await readItem(db, id, no === 0 ? 'Le port' : 'La ville', TEST_NOW)
    await saveDeed(db, await watchItems(toolsOf(db, TEST_NOW + no * MINUTE)))
  }
  assert.deepEqual(await deliveriesDue(db, TEST_NOW + 30 * MINUTE), [])
  const due = await deliveriesDue(db, TEST_NOW + 60 * MINUTE)
  assert.equal(due.length, 1)
  const mails: Mail[] = []
  const send = (mail: Mail): SendResult => (mails.push(mail), { kind: 'sent' })
  const tools = toolsOf(db, TEST_NOW + 60 * MINUTE, send)
  for (const deliveryId of due) await saveDeed(db, await deliverAlert(tools, { deliveryId }))
  for (const deliveryId of due) await deliverAlert(tools, { deliveryId })
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.subject ?? '', /^Ports: 3 new pages$/)
  assert.deepEqual(
    (await listDeliveries(db, alert.id, 10)).map(({ state, items }) => [state, items]),
    [['sent', 3]],
  )
})

testOnEachDatabase('a message that fails is tried again with its reason shown, and given up in the end', async (db) => {
  const alert = await anAlert(db, { query: 'port', channel: email, now: TEST_NOW })
  const [id] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(id)
  await readItem(db, id, 'Le port', TEST_NOW)
  await saveDeed(db, await watchItems(toolsOf(db)))
  const [delivery] = await listDeliveries(db, alert.id, 1)
  assert.ok(delivery)
  let now = delivery.dueAt
  let tries = 0
  const send = (): SendResult => (tries++, { kind: 'not-sent', reason: 'The mail server is full.' })
  for (;;) {
    await saveDeed(db, await deliverAlert(toolsOf(db, now, send), { deliveryId: delivery.id }))
    const after = await findDelivery(db, delivery.id)
    assert.equal(after?.reason, 'The mail server is full.')
    if (after.state === 'given-up') break
    assert.ok(after.nextTryAt !== null && after.nextTryAt > now)
    now = after.nextTryAt
  }
  assert.equal(tries, 8)
})

testOnEachDatabase('what is found while a message is on its way goes into the next one', async (db) => {
  const alert = await anAlert(db, { query: 'port', channel: email, now: TEST_NOW })
  const [one, other] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 2)
  assert.ok(one && other)
  await readItem(db, one, 'Le port', TEST_NOW)
  await saveDeed(db, await watchItems(toolsOf(db)))
  const [delivery] = await listDeliveries(db, alert.id, 1)
  assert.ok(delivery)
  const onItsWay = await deliverAlert(toolsOf(db, delivery.dueAt), { deliveryId: delivery.id })
  await readItem(db, other, 'Un autre port', TEST_NOW)
  await saveDeed(db, await watchItems(toolsOf(db))) // the clock of that job stands a little back: it joins
  await saveDeed(db, onItsWay)
  const all = await listDeliveries(db, alert.id, 10)
  assert.deepEqual(all.map(({ state, items }) => [state, items]).toSorted(), [
    ['sent', 1],
    ['waiting', 1],
  ])
  const waiting = all.find(({ state }) => state === 'waiting')
  assert.ok(waiting)
  assert.deepEqual(await listDeliveryItems(db, waiting.id), [other])
  await markSent(db, waiting.id, TEST_NOW)
})
