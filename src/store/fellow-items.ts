// The other members of the groups of copies that items are in.

import { sql } from 'kysely'
import type { ItemId } from '../domain/feed.ts'
import type { Db } from './db.ts'
import { findItems, type StoredItem } from './items.ts'

/** More pairs than this are not looked at: then some copies may stand in the list beside each other. */
const MOST_PAIRS = 20_000
const AT_ONCE = 500

/** Item → the others of its group. Items that stand alone are left out. */
export async function listFellowItems(db: Db, ids: readonly ItemId[]): Promise<Map<ItemId, StoredItem[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ item_id: string; other_id: string }>`
    select mine.item_id, other.item_id as other_id
    from copy_members as mine
    join copy_members as other on other.group_no = mine.group_no and other.item_id <> mine.item_id
    where mine.item_id in (${sql.join(ids)})
    limit ${MOST_PAIRS}`.execute(db)
  const items = await findAll(db, [...new Set(rows.map((row) => row.other_id as ItemId))])
  const fellows = new Map<ItemId, StoredItem[]>()
  for (const row of rows) {
    const other = items.get(row.other_id as ItemId)
    if (!other) continue
    const id = row.item_id as ItemId
    const known = fellows.get(id)
    if (known) known.push(other)
    else fellows.set(id, [other])
  }
  return fellows
}

async function findAll(db: Db, ids: readonly ItemId[]): Promise<Map<ItemId, StoredItem>> {
  const items = new Map<ItemId, StoredItem>()
  for (let start = 0; start < ids.length; start += AT_ONCE)
    for (const item of await findItems(db, ids.slice(start, start + AT_ONCE))) items.set(item.id, item)
  return items
}
