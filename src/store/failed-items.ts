// Items that could not be kept, and why.

import type { FailureKind, ItemId } from '../domain/feed.ts'
import type { Db } from './db.ts'
import { findItems, type StoredItem } from './items.ts'

/** The latest items that were refused or could not be fetched, newest first. */
export async function listFailedItems(db: Db, limit: number): Promise<StoredItem[]> {
  const latest = async (state: 'failed' | 'refused') =>
    db
      .selectFrom('items')
      .select(['id', 'order_at'])
      .where('state', '=', state)
      .orderBy('order_at', 'desc')
      .limit(limit)
      .execute()
  const rows = [...(await latest('failed')), ...(await latest('refused'))]
    .sort((a, b) => b.order_at - a.order_at)
    .slice(0, limit)
  const found = new Map(
    (
      await findItems(
        db,
        rows.map((row) => row.id as ItemId),
      )
    ).map((item) => [item.id, item]),
  )
  return rows.flatMap((row) => found.get(row.id as ItemId) ?? [])
}

/** How many items fail by each kind, the most frequent first. */
export async function countFailureKinds(db: Db): Promise<{ failure: FailureKind; count: number }[]> {
  const rows = await db
    .selectFrom('items')
    .select((e) => ['failure', e.fn.countAll().as('n')])
    .where('state', 'in', ['failed', 'refused'])
    .where('failure', 'is not', null)
    .groupBy('failure')
    .orderBy('n', 'desc')
    .execute()
  return rows.map((row) => ({ failure: row.failure as FailureKind, count: Number(row.n) }))
}
