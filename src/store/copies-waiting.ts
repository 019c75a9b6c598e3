// The items whose latest reading has not been compared with the others yet.

import type { ItemId } from '../domain/feed.ts'
import type { ReadingId } from '../domain/reading.ts'
import type { Db } from './db.ts'

export type WaitingItem = { readonly itemId: ItemId; readonly readingId: ReadingId }

/** Which store of copies the records speak of: one that was made anew knows nothing of them. */
const FACT = 'copies'

/** An item is compared by its latest reading. */
export async function noteToCompare(db: Db, { itemId, readingId }: WaitingItem): Promise<void> {
  await db
    .insertInto('copies_waiting')
    .values({ item_id: itemId, reading_id: readingId })
    .onConflict((c) => c.column('item_id').doUpdateSet({ reading_id: readingId }))
    .execute()
}

/** Oldest item first. */
export async function listToCompare(db: Db, limit: number): Promise<WaitingItem[]> {
  const rows = await db.selectFrom('copies_waiting').selectAll().orderBy('item_id').limit(limit).execute()
  return rows.map((row) => ({ itemId: row.item_id as ItemId, readingId: row.reading_id as ReadingId }))
}

/** How many items wait to be compared. */
export async function countToCompare(db: Db): Promise<number> {
  const row = await db
    .selectFrom('copies_waiting')
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Whether this one waits. */
export async function isToCompare(db: Db, itemId: ItemId): Promise<boolean> {
  const row = await db.selectFrom('copies_waiting').select('item_id').where('item_id', '=', itemId).executeTakeFirst()
  return row !== undefined
}

/** One that was read again meanwhile goes on waiting. */
export async function markCompared(db: Db, items: readonly WaitingItem[]): Promise<void> {
  if (items.length === 0) return
  await db
    .deleteFrom('copies_waiting')
    .where(
      'item_id',
      'in',
      items.map(({ itemId }) => itemId),
    )
    .where(
      'reading_id',
      'in',
      items.map(({ readingId }) => readingId),
    )
    .execute()
}

/** undefined = no comparison has ended yet. */
export async function findComparedWith(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('facts').select('value').where('name', '=', FACT).executeTakeFirst())?.value
}

/** Forgets what was found, and lets all items that have a reading wait to be compared with a new store. */
export async function compareAllAnew(db: Db, identity: string | null): Promise<void> {
  for (const table of ['possible_copies', 'copy_members', 'copy_groups', 'copies_waiting'] as const)
    await db.deleteFrom(table).execute()
  await db
    .insertInto('copies_waiting')
    .columns(['item_id', 'reading_id'])
    .expression((e) =>
      e
        .selectFrom('items')
        .select((s) => ['items.id', s.ref('items.reading_id').$notNull().as('reading_id')])
        .where('items.reading_id', 'is not', null),
    )
    .execute()
  await db.deleteFrom('facts').where('name', '=', FACT).execute()
  if (identity !== null) await db.insertInto('facts').values({ name: FACT, value: identity }).execute()
}
