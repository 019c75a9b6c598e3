// Readings: one for each capture, made again whenever a better reader is there.

import type { CaptureId } from '../domain/capture.ts'
import type { ItemId } from '../domain/feed.ts'
import type { PageReading, Reading, ReadingId, ReadingState } from '../domain/reading.ts'
import type { Db } from './db.ts'
import type { ReadingRow } from './schema.ts'

export type StoredReading = Reading & { readonly itemId: ItemId; readonly indexedAt: number | null }

/**
 * Saves a reading, in the place of an earlier one of the same capture. Returns the id it is known by.
 *
 * @param indexedAt when it was put into the search index, milliseconds UTC; null = not yet
 */
export async function saveReading(
  db: Db,
  reading: Reading,
  itemId: ItemId,
  indexedAt: number | null = null,
): Promise<ReadingId> {
  const row = toRow(reading, itemId, indexedAt)
  const { id: _, ...changed } = row
  const saved = await db
    .insertInto('readings')
    .values(row)
    .onConflict((c) => c.column('capture_id').doUpdateSet(changed))
    .returning('id')
    .executeTakeFirstOrThrow()
  return saved.id as ReadingId
}

export async function findReading(db: Db, id: ReadingId): Promise<StoredReading | undefined> {
  const row = await db.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toReading(row)
}

export async function findReadingOf(db: Db, captureId: CaptureId): Promise<StoredReading | undefined> {
  const row = await db.selectFrom('readings').selectAll().where('capture_id', '=', captureId).executeTakeFirst()
  return row && toReading(row)
}

export async function findReadings(db: Db, ids: readonly ReadingId[]): Promise<StoredReading[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('readings').selectAll().where('id', 'in', ids).execute()).map(toReading)
}

/** The items that the readings are of. */
export async function findItemsRead(db: Db, ids: readonly ReadingId[]): Promise<ItemId[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('readings').select('item_id').distinct().where('id', 'in', ids).execute()
  return rows.map((row) => row.item_id as ItemId)
}

export async function markAllIndexed(db: Db, ids: readonly ReadingId[], at: number): Promise<void> {
  if (ids.length > 0) await db.updateTable('readings').set({ indexed_at: at }).where('id', 'in', ids).execute()
}

export async function markIndexed(db: Db, id: ReadingId, at: number): Promise<void> {
  await db.updateTable('readings').set({ indexed_at: at }).where('id', '=', id).execute()
}

function toRow(reading: Reading, itemId: ItemId, indexedAt: number | null): ReadingRow {
  const { id, captureId, reader, readAt, state, title, language, text, ...details } = reading
  return {
    id,
    capture_id: captureId,
    item_id: itemId,
    reader,
    read_at: readAt,
    state,
    title,
    language,
    text,
    details: JSON.stringify(details),
    indexed_at: indexedAt,
  }
}

type Details = Omit<PageReading, 'state' | 'title' | 'language' | 'text'>

function toReading(row: ReadingRow): StoredReading {
  return {
    ...(JSON.parse(row.details) as Details),
    id: row.id as ReadingId,
    captureId: row.capture_id as CaptureId,
    itemId: row.item_id as ItemId,
    reader: row.reader,
    readAt: row.read_at,
    state: row.state as ReadingState,
    title: row.title,
    language: row.language,
    text: row.text,
    indexedAt: row.indexed_at,
  }
}
