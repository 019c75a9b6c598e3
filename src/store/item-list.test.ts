import assert from 'node:assert/strict'
import { PostgresAdapter, sql } from 'kysely'
import type { ItemId } from '../domain/feed.ts'
import type { TriageState } from '../domain/triage.ts'
import { testOnEachDatabase } from './each-database.ts'
import type { Db } from './db.ts'
import { countByField, type ItemFilter } from './item-filter.ts'
import { countItems, listItems, type ItemCursor } from './item-list.ts'
import { markItemFailed, markItemRead } from './items.ts'
import { aTestOutlet, someTestItems, TEST_NOW, type TestOutlet } from './test-items.ts'
import { triageItems } from './triage.ts'

const HOUR = 3_600_000
const hand = { signedBy: 'A. Diallo', now: TEST_NOW }

/** Three outlets with items in several languages and states. */
async function aMixedDesk(db: Db): Promise<TestOutlet[]> {
  const outlets = [
    await aTestOutlet(db, 'courrier.example', 'NE'),
    await aTestOutlet(db, 'manara.example', 'EG'),
    await aTestOutlet(db, 'vestnik.example'),
  ]
  const languages = ['fr', 'ar', 'zh-Hans', 'zh', null]
  for (const [no, outlet] of outlets.entries()) {
    const ids = await someTestItems(db, outlet, 20, TEST_NOW - no)
    for (const [at, id] of ids.entries()) {
      const language = languages[(at + no) % languages.length] ?? null
      if (at % 3 !== 0)
        await markItemRead(db, id, { readingId: id as never, language, orderAt: TEST_NOW - no - at * HOUR })
      if (at % 7 === 0)
        await markItemFailed(db, id, { state: 'failed', failure: 'timeout', reason: 'It took too long.' })
    }
    const wish = { kind: 'skip' } as const
    await db.transaction().execute((tx) =>
      triageItems(
        tx,
        ids.slice(0, 4).map((id) => ({ id })),
        wish,
        hand,
      ),
    )
  }
  return outlets
}

/** The same question asked the slow way. */
async function bruteForce(db: Db, filter: ItemFilter): Promise<string[]> {
  const rows = await db.selectFrom('items').selectAll().orderBy('order_at', 'desc').orderBy('id', 'desc').execute()
  const speaks = (language: string | null) =>
    filter.languages?.some((range) =>
      range === null ? language === null : `${language ?? ''}-`.startsWith(`${range}-`),
    ) ?? true
  return rows
    .filter((row) => filter.outlets?.some((id) => id === row.outlet_id) ?? true)
    .filter((row) => filter.states?.some((state) => state === row.state) ?? true)
    .filter((row) => filter.triage?.some((state) => state === row.triage) ?? true)
    .filter((row) => speaks(row.language))
    .filter((row) => row.order_at >= (filter.from ?? -Infinity) && row.order_at < (filter.until ?? Infinity))
    .map(({ id }) => id)
}

async function walkPages(db: Db, filter: ItemFilter, size: number): Promise<ItemId[]> {
  const ids: ItemId[] = []
  for (let before: ItemCursor | undefined; ;) {
    const page = await listItems(db, filter, size, before)
    ids.push(...page.map(({ id }) => id))
    before = page.at(-1)
    if (page.length < size) return ids
  }
}

testOnEachDatabase('every filter gives, page by page, what looking at every item gives', async (db) => {
  const [one, two, three] = await aMixedDesk(db)
  assert.ok(one && two && three)
  const skipped: TriageState[] = ['skipped']
  const filters: ItemFilter[] = [
    {},
    { outlets: [one.outletId] },
    { outlets: [one.outletId, three.outletId], triage: skipped },
    { outlets: [] },
    { languages: ['zh'] },
    { languages: [null, 'ar'] },
    { languages: ['zh-Hans'], states: ['read', 'failed'] },
    { states: ['promised'], triage: ['new', 'opened'] },
    { from: TEST_NOW - 9 * HOUR, until: TEST_NOW - 2 * HOUR, outlets: [two.outletId] },
    { triage: skipped, languages: ['fr'], from: TEST_NOW - 3 * HOUR },
  ]
  for (const filter of filters) {
    const expected = await bruteForce(db, filter)
    assert.deepEqual(await walkPages(db, filter, 7), expected, JSON.stringify(filter))
    assert.deepEqual(await countItems(db, filter), { count: expected.length, isWhole: true }, JSON.stringify(filter))
  }
})

testOnEachDatabase('the counts are those of the items at any time, whatever is done to them', async (db) => {
  const outlets = await aMixedDesk(db)
  const check = async () => {
    for (const field of ['outlet_id', 'language', 'state', 'triage'] as const) {
      const rows = await db
        .selectFrom('items')
        .select((e) => [sql<string>`coalesce(${e.ref(field)}, '')`.as('value'), e.fn.countAll().as('n')])
        .groupBy(field)
        .execute()
      const real = new Map(rows.map((row) => [row.value, Number(row.n)]))
      const kept = await countByField(db, field, new Map())
      assert.deepEqual([...kept].toSorted(), [...real].toSorted(), field)
    }
    const days = await sql<{ n: number }>`select sum(n) as n from item_days`.execute(db)
    const all = await sql<{ n: number }>`select count(*) as n from items`.execute(db)
    assert.equal(Number(days.rows[0]?.n ?? 0), Number(all.rows[0]?.n))
  }
  await check()
  await db
    .updateTable('items')
    .set({ outlet_id: outlets[0]?.outletId ?? '' })
    .where('triage', '=', 'skipped')
    .execute()
  await check()
  await db.deleteFrom('items').where('state', '=', 'failed').where('triage', '=', 'new').execute()
  await check()
  // On PostgreSQL writers fold the counts now and then; nobody sees a difference.
  if (db.getExecutor().adapter instanceof PostgresAdapter) await sql`select fold_item_counts()`.execute(db)
  await check()
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('items').where('triage', '=', 'new').execute()
      throw new Error('taken back')
    }),
  )
  await check()
})

testOnEachDatabase('items with a mark are listed and counted by it', async (db) => {
  const ids = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 5)
  const wish = { kind: 'mark', label: 'ports' } as const
  await db.transaction().execute((tx) =>
    triageItems(
      tx,
      ids.slice(1, 4).map((id) => ({ id })),
      wish,
      hand,
    ),
  )
  assert.deepEqual(await walkPages(db, { mark: 'ports' }, 2), ids.slice(1, 4))
  assert.equal((await countItems(db, { mark: 'ports', states: ['promised'] })).count, 3)
  assert.equal((await countItems(db, { mark: 'ports', outlets: [] })).count, 0)
})
