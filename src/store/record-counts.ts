// How much there is: for the status line and for live progress.

import { sql } from 'kysely'
import type { FeedHealth } from '../domain/feed.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'
import { sumCounts } from './item-filter.ts'
import type { SearchIndex } from './search/search-index.ts'

export type StoredCounts = {
  readonly outlets: number
  readonly feeds: number
  readonly items: number
  readonly captures: number
  readonly readings: number
  /** Documents that can be searched. */
  readonly indexed: number
}

/** Counts every kind of record. What can be searched only the index knows: the records may be ahead of it. */
export async function countRecords(db: Db, index: Pick<SearchIndex, 'size'>): Promise<StoredCounts> {
  return { ...(await countRows(db)), indexed: await index.size() }
}

/** Counts the records alone. The feeds that stand for pages added by hand are not counted: nobody watches them. */
export async function countRows(db: Db): Promise<Omit<StoredCounts, 'indexed'>> {
  const count = async (table: 'outlets' | 'feeds' | 'captures' | 'readings') => {
    let query = db.selectFrom(table).select((e) => e.fn.countAll().as('n'))
    if (table === 'feeds') query = query.where(sql<boolean>`kind <> 'single'`)
    return Number((await query.executeTakeFirstOrThrow()).n)
  }
  return {
    outlets: await count('outlets'),
    feeds: await count('feeds'),
    items: await sumCounts(db, new Map()),
    captures: await count('captures'),
    readings: await count('readings'),
  }
}

/** Files that were brought in, and the articles that they held. */
export async function countImports(db: Db): Promise<{ readonly imports: number; readonly articles: number }> {
  const count = async (table: 'import_files' | 'articles') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  return { imports: await count('import_files'), articles: await count('articles') }
}

/** How many feeds are in each state of health. Those paused by a person and those for single pages are not counted. */
export async function countFeedHealth(db: Db): Promise<Record<FeedHealth['kind'], number>> {
  const rows = await db
    .selectFrom('feeds')
    .select('health')
    .where('state', '!=', 'paused')
    .where('kind', '!=', 'single')
    .execute()
  const counts = { 'never-polled': 0, well: 0, quiet: 0, failing: 0, gone: 0 }
  for (const row of rows) counts[(JSON.parse(row.health) as FeedHealth).kind]++
  return counts
}

/** Outlet → how many items it has, and when the newest came; of all outlets, or of one. Outlets without items are left out. */
export async function countItemsByOutlet(
  db: Db,
  only?: OutletId,
): Promise<Map<string, { readonly items: number; readonly latestAt: number }>> {
  let query = db.selectFrom('item_counts').select((e) => [
    'outlet_id',
    sql<number>`sum(n)`.as('n'),
    e
      .selectFrom('items')
      .select((i) => i.fn.max('order_at').as('at'))
      .whereRef('items.outlet_id', '=', 'item_counts.outlet_id')
      .as('latest'),
  ])
  if (only) query = query.where('outlet_id', '=', only)
  const rows = (await query.groupBy('outlet_id').execute()).filter((row) => Number(row.n) > 0)
  return new Map(rows.map((row) => [row.outlet_id, { items: Number(row.n), latestAt: Number(row.latest) }]))
}
