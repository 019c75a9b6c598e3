// A page stays found by its translation whatever is made anew around it: the index, the reading, the outlet it belongs to.

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aTestPage } from '../desk/excerpts/test-pages.ts'
import { indexReading } from '../read/index-reading.job.ts'
import { readCapture } from '../read/read-capture.job.ts'
import { rebuildIndex } from '../read/rebuild-index.ts'
import { refillIndex } from '../read/refill-index.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { markItemCaptured, markItemRead } from '../store/items.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { openFtsIndex } from '../store/search/open-fts-index.ts'
import { readQuery } from '../store/search/read-query.ts'
import type { SearchIndex } from '../store/search/search-index.ts'
import { TEST_NOW } from '../store/test-items.ts'
import { addTranslation } from '../store/translations.ts'

const now = () => TEST_NOW
const text = 'غادرت القوارب الميناء ليلا.'

/** A page whose English title is the work of a person. */
async function aTranslatedPage(db: Db) {
  const page = await aTestPage(db, text)
  await markItemCaptured(db, page.itemId)
  await markItemRead(db, page.itemId, { readingId: page.reading.id, language: 'ar', orderAt: TEST_NOW })
  const words = {
    title: 'Boats leave the harbour',
    titleState: 'human' as const,
    titleOrigin: { kind: 'person', name: 'M. Okafor' } as const,
    titleReviewedBy: null,
    titleReviewedAt: null,
    titleFlags: [],
    titleSource: null,
    segments: [],
    leftOver: [],
    reason: null,
    textDigest: 'test',
  }
  const of = { readingId: page.reading.id, itemId: page.itemId, from: 'ar', to: 'en' }
  const by = { deed: 'made' as const, signedBy: 'M. Okafor', now: TEST_NOW, changes: {} }
  await inTransaction(db, (tx) => addTranslation(tx, of, words, by))
  return page
}

async function find(db: Db, index: SearchIndex, text: string): Promise<string[]> {
  const parsed = await readQuery(db, text)
  assert.ok(parsed.kind === 'query')
  return (await index.search(parsed.query, { order: 'newest', limit: 10 })).hits.map(({ id }) => id)
}

testOnEachDatabase('an index that is made anew knows the translations', async (db) => {
  const { itemId, reading } = await aTranslatedPage(db)
  const index = openFtsIndex(':memory:')
  await rebuildIndex({ db, index, now })
  assert.deepEqual(await find(db, index, 'harbour'), [itemId])
  assert.deepEqual(await find(db, index, 'harbour in:original'), [])
  await index.clear()
  await indexReading({ db, index, now }, { readingId: reading.id })
  assert.deepEqual(await find(db, index, 'harbour'), [itemId])
  await index.close()
})

testOnEachDatabase(
  'an index of before is emptied and filled with the translations, though their jobs wait',
  async (db) => {
    const { itemId } = await aTranslatedPage(db)
    const folder = await mkdtemp(join(tmpdir(), 'dragoman-old-index-'))
    const path = join(folder, 'search.db')
    const old = new DatabaseSync(path)
    old.exec("CREATE VIRTUAL TABLE words USING fts5 (title, body, facets, content = '', contentless_delete = 1)")
    old.exec('PRAGMA user_version = 1001')
    old.close()
    const index = openFtsIndex(path)
    try {
      assert.equal(index.isNew, true)
      const queue = createTableQueue(db)
      assert.equal((await queue.counts(TEST_NOW))['index.translation'].waiting, 1)
      assert.equal(await refillIndex({ db, queue, search: index, now }), 1)
      assert.deepEqual(await find(db, index, 'harbour'), [itemId])
    } finally {
      await index.close()
      await rm(folder, { recursive: true })
    }
  },
)

testOnEachDatabase('a page that is read again keeps being found by its translation', async (db) => {
  const { reading } = await aTranslatedPage(db)
  const queue = createTableQueue(db)
  const tools = {
    db,
    queue,
    now,
    reader: 'better-reader 2',
    readBytes: async () => ({ ...reading, text: `${text} تم` }),
  }
  const deed = await readCapture(tools, { captureId: reading.captureId })
  assert.deepEqual(
    deed.documents?.map(({ translations }) => translations),
    [[{ language: 'en', title: 'Boats leave the harbour', lead: null }]],
  )
})
