import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDb } from '../store/each-database.ts'
import { findItem } from '../store/items.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from '../store/test-items.ts'
import { preserveEntry } from './preserve-entry.job.ts'

test('the words of a feed are kept as a resource that says so, and none of them is markup', async () => {
  const { db, close } = await openTestDb()
  const [itemId] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(itemId)
  const tools = { db, queue: createTableQueue(db), now: () => TEST_NOW, actor: 'desk', tool: 'test' }
  const words = {
    title: '</title><script>alert(1)</script>',
    summary: 'Un.\n\nDeux & <img src=x onerror=y>',
    author: '"><b>',
    publishedAt: TEST_NOW,
    language: 'fr"><script>',
  }
  const deed = await preserveEntry(tools, { itemId, words })
  const [resource, about] = deed.records ?? []
  const page = new TextDecoder().decode(resource?.payload)
  assert.equal(resource?.type, 'resource')
  assert.doesNotMatch(page, /<script|<img|<b>/)
  assert.match(page, /<p>Deux &amp; &lt;img/)
  assert.match(new TextDecoder().decode(about?.payload), /source: the words of the feed; the page was not visited/)
  const place = { file: 'a.warc.gz', offset: 0, length: 1 }
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [place, place], isIndexed: true }))
  assert.equal((await findItem(db, itemId))?.state, 'captured')
  assert.equal((await preserveEntry(tools, { itemId, words })).outcome, 'nothing to do')
  await close()
})
