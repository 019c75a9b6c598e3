// What the records say of merges and splits, and of what has happened since to what was moved.

import { sql } from 'kysely'
import type { FeedId, ItemId } from '../domain/feed.ts'
import type { Id } from '../domain/id.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'
import type { OutletMoveRow } from './schema.ts'

export type MoveId = Id<'move'>

/** Everything that goes over but the items, which are a table of their own. */
export type Moved = {
  readonly feeds: readonly string[]
  readonly statements: readonly string[]
  readonly domains: readonly string[]
  /** Domains that nobody had before the split. */
  readonly newDomains: readonly string[]
  /** Relations by the end that was moved. */
  readonly relationsFrom: readonly string[]
  readonly relationsTo: readonly string[]
}

export type OutletMove = {
  readonly id: MoveId
  readonly kind: 'merge' | 'split'
  readonly at: number
  readonly signedBy: string
  readonly from: { readonly id: OutletId; readonly name: string }
  readonly to: { readonly id: OutletId; readonly name: string }
  readonly items: number
  readonly moved: Moved
  readonly undone: { readonly at: number; readonly by: string; readonly notes: readonly string[] } | null
}

/** A merge or split by its id, taken back or not. */
export async function findMove(db: Db, id: MoveId): Promise<OutletMove | undefined> {
  const row = await db.selectFrom('outlet_moves').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toMove(row)
}

/** The moves from and to an outlet, the latest first. */
export async function listMoves(db: Db, outletId: OutletId): Promise<OutletMove[]> {
  const rows = await db
    .selectFrom('outlet_moves')
    .selectAll()
    .where((e) => e.or([e('from_outlet', '=', outletId), e('to_outlet', '=', outletId)]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toMove)
}

/** Items that came since by feeds of the move, and that are the new outlet's now. */
export async function listItemsSince(db: Db, move: OutletMove): Promise<ItemId[]> {
  if (move.moved.feeds.length === 0) return []
  const rows = await db
    .selectFrom('items')
    .select('id')
    .where('outlet_id', '=', move.to.id)
    .where('feed_id', 'in', move.moved.feeds as FeedId[])
    .where('id', 'not in', (e) => e.selectFrom('outlet_move_items').select('item_id').where('move_id', '=', move.id))
    .execute()
  return rows.map((row) => row.id as ItemId)
}

/** How many items of the move are the new outlet's no more. */
export async function countGoneOn(db: Db, move: OutletMove): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from outlet_move_items join items on items.id = outlet_move_items.item_id
    where move_id = ${move.id} and outlet_id <> ${move.to.id}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** The items of a move in the order of their ids, for walking all of them. */
export async function listMovedItems(db: Db, id: MoveId, after: ItemId | null, limit: number): Promise<ItemId[]> {
  let query = db
    .selectFrom('outlet_move_items')
    .select('item_id')
    .where('move_id', '=', id)
    .orderBy('item_id')
    .limit(limit)
  if (after) query = query.where('item_id', '>', after)
  return (await query.execute()).map((row) => row.item_id as ItemId)
}

/** A row as the desk speaks of it. */
export function toMove(row: OutletMoveRow): OutletMove {
  return {
    id: row.id as MoveId,
    kind: row.kind as OutletMove['kind'],
    at: row.at,
    signedBy: row.signed_by,
    from: { id: row.from_outlet as OutletId, name: row.from_name },
    to: { id: row.to_outlet as OutletId, name: row.to_name },
    items: row.items,
    moved: JSON.parse(row.moved) as Moved,
    undone:
      row.undone_at === null
        ? null
        : {
            at: row.undone_at,
            by: row.undone_by ?? '',
            notes: JSON.parse(row.undone_notes ?? '[]') as string[],
          },
  }
}
