import assert from 'node:assert/strict'
import { newId } from '../domain/id.ts'
import type { StoredOutlet } from '../domain/outlet.ts'
import type { Db } from './db.ts'
import { testOnEachDatabase } from './each-database.ts'
import { countItemsByOutlet } from './record-counts.ts'
import { findFeed } from './feeds.ts'
import type { OutletMove } from './outlet-move-records.ts'
import { mergeOutlets, splitOutlet } from './outlet-moves.ts'
import { addOutlet, findOutlet, findOutletByDomain } from './outlets.ts'
import { addStatement, listStatements } from './statements.ts'
import { aTestOutlet, someTestItems, TEST_NOW, type TestOutlet } from './test-items.ts'
import { undoMove } from './undo-move.ts'

const hand = { signedBy: 'A. Diallo', now: TEST_NOW }

async function outletOf(db: Db, { outletId }: Pick<TestOutlet, 'outletId'>): Promise<StoredOutlet> {
  const outlet = await findOutlet(db, outletId)
  assert.ok(outlet)
  return outlet
}

/** Everything that a move may touch, as it stands. */
async function snapshot(db: Db) {
  const items = await db.selectFrom('items').select(['id', 'outlet_id', 'feed_id']).orderBy('id').execute()
  const feeds = await db.selectFrom('feeds').select(['id', 'outlet_id']).orderBy('id').execute()
  const domains = await db.selectFrom('outlet_domains').selectAll().orderBy('domain').execute()
  const statements = await db.selectFrom('outlet_statements').selectAll().orderBy('id').execute()
  const relations = await db.selectFrom('outlet_relations').selectAll().orderBy('id').execute()
  const outlets = await db.selectFrom('outlets').select(['id', 'name', 'merged_into']).orderBy('id').execute()
  return { items, feeds, domains, statements, relations, outlets }
}

async function twoOutlets(db: Db) {
  const one = await aTestOutlet(db, 'courrier.example')
  const other = await aTestOutlet(db, 'courrier-sud.example')
  await someTestItems(db, one, 3)
  await someTestItems(db, other, 4)
  await addStatement(db, {
    id: newId(TEST_NOW),
    outletId: other.outletId,
    kind: 'descriptor',
    value: 'southern edition',
    validFrom: null,
    signedBy: 'A. Diallo',
    signedAt: TEST_NOW,
    evidence: null,
  })
  return { one, other }
}

const merge = (db: Db, from: StoredOutlet, to: StoredOutlet): Promise<OutletMove> =>
  db.transaction().execute((tx) => mergeOutlets(tx, { from, to }, hand))
const undo = (db: Db, move: OutletMove, anyway = false) =>
  db.transaction().execute((tx) => undoMove(tx, move.id, anyway, hand))

testOnEachDatabase('a merge takes everything over, and taking it back restores all of it exactly', async (db) => {
  const { one, other } = await twoOutlets(db)
  const before = await snapshot(db)
  const move = await merge(db, await outletOf(db, other), await outletOf(db, one))
  assert.equal(move.items, 4)
  assert.equal((await countItemsByOutlet(db)).get(one.outletId)?.items, 7)
  assert.equal((await findOutletByDomain(db, 'www.courrier-sud.example'))?.id, one.outletId)
  assert.equal((await listStatements(db, [one.outletId]))[0]?.value, 'southern edition')
  assert.equal((await outletOf(db, other)).mergedInto, one.outletId)
  assert.equal((await undo(db, move)).kind, 'done')
  assert.deepEqual(await snapshot(db), before)
  assert.equal((await undo(db, move)).kind, 'undone-already')
})

testOnEachDatabase('items that came after a merge go back with their feed, and it is said', async (db) => {
  const { one, other } = await twoOutlets(db)
  const move = await merge(db, await outletOf(db, other), await outletOf(db, one))
  await someTestItems(db, { ...other, outletId: one.outletId }, 2, TEST_NOW + 60_000)
  const end = await undo(db, move)
  assert.ok(end.kind === 'done')
  assert.match(end.notes.join(' '), /2 items that came since/)
  assert.equal((await countItemsByOutlet(db)).get(other.outletId)?.items, 6)
})

testOnEachDatabase(
  'a merge of merged outlets is taken back last first, or with a word on what has gone on',
  async (db) => {
    const { one, other } = await twoOutlets(db)
    const third = await aTestOutlet(db, 'third.example')
    const first = await merge(db, await outletOf(db, other), await outletOf(db, one))
    await merge(db, await outletOf(db, one), await outletOf(db, third))
    const before = await snapshot(db)
    const end = await undo(db, first)
    assert.equal(end.kind, 'changed-since')
    assert.match(end.kind === 'changed-since' ? end.notes.join(' ') : '', /4 items have been moved on/)
    assert.deepEqual(await snapshot(db), before)
  },
)

testOnEachDatabase(
  'a split takes feeds, domains and their items along, and taking it back restores them',
  async (db) => {
    const { one, other } = await twoOutlets(db)
    const move1 = await merge(db, await outletOf(db, other), await outletOf(db, one))
    assert.equal(move1.items, 4)
    const before = await snapshot(db)
    const id = newId<'outlet'>(TEST_NOW)
    const about = {
      name: 'Sud',
      nameAsPrinted: null,
      homepage: 'https://courrier-sud.example/',
      languages: [],
      country: null,
    }
    const parts = { feeds: [other.feedId], domains: ['courrier-sud.example'], newDomains: [] }
    const from = await outletOf(db, one)
    const move = await db.transaction().execute(async (tx) => {
      await addOutlet(tx, { ...about, id, domains: [], createdAt: TEST_NOW })
      return splitOutlet(tx, { from, to: await outletOf(tx, { outletId: id }) }, parts, hand)
    })
    assert.equal(move.items, 4)
    assert.equal((await findFeed(db, other.feedId))?.outletId, id)
    assert.equal((await undo(db, move)).kind, 'done')
    const after = await snapshot(db)
    assert.deepEqual(
      { ...after, outlets: after.outlets.filter((row) => row.merged_into !== one.outletId || row.id !== id) },
      before,
    )
  },
)
