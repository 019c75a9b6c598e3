// The job on real records of both engines, with a store of copies in memory: what is found, and that nothing is lost or doubled.

import assert from 'node:assert/strict'
import type { ItemId } from '../domain/feed.ts'
import { findCopyMarks, findGroupOf, listCopies, listPossible } from '../store/copy-groups.ts'
import { countToCompare, listToCompare, noteToCompare } from '../store/copies-waiting.ts'
import type { CopyStore } from '../store/copies/copy-store.ts'
import { openMemoryCopies } from '../store/copies/open-memory-copies.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { copiesJob } from '../store/queue/new-jobs.ts'
import type { TestOutlet } from '../store/test-items.ts'
import { compareItems, type CompareTools } from './compare-items.job.ts'
import { compareBatch } from './copies/compare-batch.ts'
import { handMade } from './copies/fixtures/hand-made.ts'
import { queueComparison } from './queue-comparison.ts'
import { addReadItem, readAnew } from './test-readings.ts'

const NOW = Date.UTC(2026, 10, 21)

function aDesk(db: Db, store: CopyStore = openMemoryCopies()): CompareTools {
  const queue = createTableQueue(db)
  return {
    db,
    queue,
    now: () => NOW,
    compare: async (batch) => ({ findings: await compareBatch(store, batch), passedOver: [] }),
  }
}

async function work(tools: CompareTools): Promise<void> {
  for (let round = 0; round < 20 && (await countToCompare(tools.db)) > 0; round++) {
    const deed = await compareItems(tools, {})
    await tools.db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  }
}

async function addHandMade(db: Db): Promise<Map<string, ItemId>> {
  const outlets = new Map<string, TestOutlet>()
  const ids = new Map<string, ItemId>()
  for (const { document } of handMade) ids.set(document.id, await addReadItem(db, document, outlets))
  return ids
}

/** Every copy with its original, by the names of the documents. */
async function findAll(db: Db, ids: ReadonlyMap<string, ItemId>): Promise<string[]> {
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  const marks = await findCopyMarks(db, [...ids.values()])
  return marks.flatMap((mark) => (mark.of ? [`${names.get(mark.itemId)} < ${names.get(mark.originId)}`] : [])).sort()
}

const wanted = handMade.flatMap(({ document, of }) => (of ? [`${document.id} < ${of.id}`] : [])).sort()

testOnEachDatabase(
  'every copy among the items is found, with its original, whatever it was compared in',
  async (db) => {
    const ids = await addHandMade(db)
    await work(aDesk(db))
    assert.deepEqual(await findAll(db, ids), wanted)
    assert.equal(await countToCompare(db), 0)
    const [first] = wanted
    const origin = ids.get(first?.split(' < ')[1] ?? '')
    const group = origin && (await findGroupOf(db, origin))
    assert.ok(group && group.originId === origin)
    assert.equal((await listCopies(db, group.no, 100)).length, group.members - 1)
  },
)

testOnEachDatabase('the same batch done twice says the same once', async (db) => {
  const ids = await addHandMade(db)
  const tools = aDesk(db)
  const waiting = await listToCompare(db, 1_000)
  await work(tools)
  const once = await findAll(db, ids)
  const pairs = (await Promise.all([...ids.values()].map((id) => listPossible(db, id, 100)))).flat().length
  for (const item of waiting) await noteToCompare(db, item)
  await work(tools)
  assert.deepEqual(await findAll(db, ids), once)
  assert.equal((await Promise.all([...ids.values()].map((id) => listPossible(db, id, 100)))).flat().length, pairs)
})

testOnEachDatabase('a page that was rewritten, or is no article any more, is no copy any more', async (db) => {
  const ids = await addHandMade(db)
  const tools = aDesk(db)
  await work(tools)
  const [pair = ''] = wanted
  const [name = ''] = pair.split(' < ')
  const copy = ids.get(name)
  assert.ok(copy)
  const other = { title: 'Gone', text: 'This page has moved.', language: 'en', published: null }
  await readAnew(db, copy, other, NOW, 'not-an-article')
  await work(tools)
  assert.ok(!(await findAll(db, ids)).includes(pair))
  const members = await findCopyMarks(db, [...ids.values()])
  for (const mark of members) {
    const same = members.filter(({ originId }) => originId === mark.originId)
    assert.ok(same.length > 1, 'a group of one is no group')
    assert.equal(mark.members, same.length)
  }
})

testOnEachDatabase('a store that was lost is filled again, with the same outcome', async (db) => {
  const ids = await addHandMade(db)
  await work(aDesk(db))
  const before = await findAll(db, ids)
  const [one = ''] = ids.keys()
  const tools = aDesk(db, openMemoryCopies())
  const known = ids.get(one)
  const [document] = handMade
  assert.ok(known && document)
  await readAnew(db, known, document.document, NOW)
  await work(tools)
  assert.deepEqual(await findAll(db, ids), before)
})

testOnEachDatabase('a page read again while it was compared is compared again', async (db) => {
  await addHandMade(db)
  const tools = aDesk(db)
  const deed = await compareItems(tools, {})
  const [first] = await listToCompare(db, 1)
  const [document] = handMade
  assert.ok(first && document)
  const readingId = await readAnew(db, first.itemId, document.document, NOW)
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  assert.deepEqual(await listToCompare(db, 10), [{ itemId: first.itemId, readingId }])
  assert.equal((await tools.queue.counts(NOW))['understand.copies'].waiting, 1)
})

testOnEachDatabase('a home that never compared anything begins with all it has read', async (db) => {
  await addHandMade(db)
  await db.deleteFrom('copies_waiting').execute()
  const { queue } = aDesk(db)
  await queueComparison({ db, queue }, NOW)
  await queueComparison({ db, queue }, NOW)
  assert.equal(await countToCompare(db), handMade.length)
  assert.equal((await queue.counts(NOW))['understand.copies'].waiting, 1)
})

testOnEachDatabase('pages that wait to be read go first, but not for ever', async (db) => {
  await addHandMade(db)
  const tools = aDesk(db)
  const rush = Array.from({ length: 10 }, (_, no) => ({
    name: 'read.capture' as const,
    data: { captureId: `00000000-0000-7000-8000-00000000000${no}` as never },
    key: `read:${no}`,
    runAt: NOW,
  }))
  await tools.queue.enqueue(db, rush)
  const deed = await compareItems(tools, {})
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  assert.equal(await countToCompare(db), handMade.length)
  const [job] = (await tools.queue.claim(NOW + 3_000, { laned: 0, laneless: 20 })).filter(
    ({ name }) => name === 'understand.copies',
  )
  assert.deepEqual(job?.data, copiesJob(0, NOW).data)
  const later = await compareItems({ ...tools, now: () => NOW + 11 * 60_000 }, { since: NOW })
  assert.match(later.outcome, /compared/)
})
