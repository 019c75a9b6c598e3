// A page that is read again takes its excerpts along, or says that it cannot: the whole way from the reader's job to the record.

import assert from 'node:assert/strict'
import { reanchorReading } from '../desk/excerpts/reanchor-excerpts.job.ts'
import { aTestPage, anExcerpt } from '../desk/excerpts/test-pages.ts'
import type { PageReading } from '../domain/reading.ts'
import { readCapture } from '../read/read-capture.job.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { listChecks } from '../store/excerpt-checks.ts'
import { addExcerpt, findExcerpt, listExcerptRevisions } from '../store/excerpts.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { findReading } from '../store/readings.ts'
import { TEST_NOW } from '../store/test-items.ts'

const text = 'The harbour opened at dawn.\nThe minister spoke of two hundred new boats for the river police.'
const written = { places: [], isIndexed: true }

/** What a job of the reader leaves behind when the page says `words`. */
function readAs(db: Db, page: PageReading, words: string) {
  const queue = createTableQueue(db)
  const tools = { db, queue, now: () => TEST_NOW, reader: 'better-reader 2' }
  return { queue, tools: { ...tools, readBytes: async () => ({ ...page, text: words }) } }
}

testOnEachDatabase(
  'a better reading of a page leads to a look for its excerpts; one of a page without any does not',
  async (db) => {
    const page = await aTestPage(db, text)
    const { queue, tools } = readAs(db, page.reading, `By our correspondent\n${text}`)
    const read = async () => {
      const deed = await readCapture(tools, { captureId: page.reading.captureId })
      await db.transaction().execute(async (tx) => deed.save?.(tx, written))
      return (await queue.counts(TEST_NOW))['desk.reanchor'].due
    }
    assert.equal(await read(), 0)
    const { id } = await anExcerpt(db, page, 'two hundred new boats')
    assert.equal(await read(), 1)
    assert.equal(await read(), 1, 'two readings of one page are one look')
    const look = await reanchorReading(tools, { readingId: page.reading.id })
    await db.transaction().execute(async (tx) => look.save?.(tx, written))
    assert.equal((await findExcerpt(db, id))?.anchoring, 'moved')
  },
)

testOnEachDatabase('a kill in the middle leaves an excerpt as it was, and the look can be done again', async (db) => {
  const page = await aTestPage(db, text)
  const { id } = await anExcerpt(db, page, 'two hundred new boats')
  const { tools } = readAs(db, page.reading, `By our correspondent\n${text}`)
  const read = await readCapture(tools, { captureId: page.reading.captureId })
  await db.transaction().execute(async (tx) => read.save?.(tx, written))
  const look = await reanchorReading(tools, { readingId: page.reading.id })
  const killed = db.transaction().execute(async (tx) => {
    await look.save?.(tx, written)
    throw new Error('killed')
  })
  await assert.rejects(killed, /killed/)
  assert.deepEqual([(await findExcerpt(db, id))?.anchoring, (await listChecks(db, id)).length], ['held', 0])
  await db.transaction().execute(async (tx) => look.save?.(tx, written))
  assert.deepEqual([(await findExcerpt(db, id))?.anchoring, (await listChecks(db, id)).length], ['moved', 1])
})

testOnEachDatabase('an excerpt that was not wholly written is not there at all', async (db) => {
  const page = await aTestPage(db, text)
  const kept = await anExcerpt(db, page, 'two hundred new boats')
  const other = { ...kept, id: crypto.randomUUID() as never }
  const killed = db.transaction().execute(async (tx) => {
    await addExcerpt(tx, page.itemId, other)
    throw new Error('killed')
  })
  await assert.rejects(killed, /killed/)
  assert.equal(await findExcerpt(db, other.id), undefined)
  assert.deepEqual(await listExcerptRevisions(db, other.id), [])
  assert.equal((await findReading(db, kept.readingId))?.text, text)
})
