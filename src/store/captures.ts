// Captures and the files their bytes lie in. Rows are only ever added.

import type { Capture, CaptureId, Hop } from '../domain/capture.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Db } from './db.ts'
import type { CaptureRow } from './schema.ts'

export async function addCapture(db: Db, capture: Capture): Promise<void> {
  await db.insertInto('captures').values(toRow(capture)).execute()
}

export async function findCapture(db: Db, id: CaptureId): Promise<Capture | undefined> {
  const row = await db.selectFrom('captures').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toCapture(row)
}

/** The captures given, in no particular order; unknown ids are left out. */
export async function findCaptures(db: Db, ids: readonly CaptureId[]): Promise<Capture[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('captures').selectAll().where('id', 'in', ids).execute()).map(toCapture)
}

/** Every version of an item, the latest first. */
export async function listCaptures(db: Db, itemId: ItemId): Promise<Capture[]> {
  const rows = await db
    .selectFrom('captures')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toCapture)
}

/** The latest version of an item. */
export async function findLatestCaptureId(db: Db, itemId: ItemId): Promise<CaptureId | undefined> {
  const row = await db
    .selectFrom('captures')
    .select('id')
    .where('item_id', '=', itemId)
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (row.id as CaptureId)
}

/** All captures in the order of their ids, from the one after `after`: for walking the whole archive. */
export async function listCapturesAfter(db: Db, after: CaptureId | null, limit: number): Promise<Capture[]> {
  let query = db.selectFrom('captures').selectAll().orderBy('id').limit(limit)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map(toCapture)
}

/** The captures whose bytes begin in a stretch of an archive file. */
export async function listCapturesAt(db: Db, file: string, from: number, to: number): Promise<Capture[]> {
  const rows = await db
    .selectFrom('captures')
    .selectAll()
    .where('warc_file', '=', file)
    .where('warc_offset', '>=', from)
    .where('warc_offset', '<', to)
    .orderBy('warc_offset')
    .execute()
  return rows.map(toCapture)
}

/** Archive file → bytes that have been acknowledged. What lies beyond was never promised to anyone. */
export async function readAcknowledged(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('archive_files').selectAll().orderBy('file').execute()
  return new Map(rows.map((row) => [row.file, row.acknowledged]))
}

/** Moves the acknowledged end of a file forward, never back, in the transaction that speaks of its bytes. */
export async function acknowledge(db: Db, file: string, end: number): Promise<void> {
  await db
    .insertInto('archive_files')
    .values({ file, acknowledged: end })
    .onConflict((c) =>
      c.column('file').doUpdateSet({ acknowledged: end }).where('archive_files.acknowledged', '<', end),
    )
    .execute()
}

function toRow(capture: Capture): CaptureRow {
  return {
    id: capture.id,
    item_id: capture.itemId,
    url: capture.url,
    final_url: capture.finalUrl,
    redirects: JSON.stringify(capture.redirects),
    status: capture.status,
    headers: JSON.stringify(capture.headers),
    content_type: capture.contentType,
    requested_at: capture.requestedAt,
    digest: capture.digest,
    size: capture.size,
    decoded_size: capture.decodedSize,
    remote_address: capture.remoteAddress,
    warc_file: capture.place.file,
    warc_offset: capture.place.offset,
    warc_length: capture.place.length,
    tool: capture.tool,
  }
}

function toCapture(row: CaptureRow): Capture {
  return {
    id: row.id as CaptureId,
    itemId: row.item_id as ItemId,
    url: row.url,
    finalUrl: row.final_url,
    redirects: JSON.parse(row.redirects) as Hop[],
    status: row.status,
    headers: JSON.parse(row.headers) as [string, string][],
    contentType: row.content_type,
    requestedAt: row.requested_at,
    digest: row.digest,
    size: row.size,
    decodedSize: row.decoded_size,
    remoteAddress: row.remote_address,
    place: { file: row.warc_file, offset: row.warc_offset, length: row.warc_length },
    tool: row.tool,
  }
}
