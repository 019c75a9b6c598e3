// In: an item. Out: everything the reader shows of it.

import type { Capture } from '../../domain/capture.ts'
import { printedOn } from '../../domain/outlet.ts'
import { listCaptures } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import type { StoredItem } from '../../store/items.ts'
import { listStatements } from '../../store/statements.ts'
import { findReading, findReadingOf, type StoredReading } from '../../store/readings.ts'
import type { ItemDetail, ReadingRecord, Version } from '../shapes/item.ts'
import type { TargetTools } from '../target-language.ts'
import { loadItemRows } from './item-rows.ts'
import { dayOf, showStatement } from './statements.ts'

/** Beyond this many versions only the bytes are compared. */
const VERSIONS_READ = 50

export async function loadItemDetail(tools: TargetTools, item: StoredItem): Promise<ItemDetail> {
  const { db } = tools
  const [row] = await loadItemRows(tools, [item])
  if (!row) throw new Error('an item came without its row')
  const statements = await listStatements(db, [item.outletId])
  const reading = item.readingId === null ? undefined : await findReading(db, item.readingId)
  return {
    ...row,
    guid: item.guid,
    feedId: item.feedId,
    promisedTitle: item.promisedTitle,
    promisedAt: item.promisedAt,
    statements: printedOn(statements, dayOf(item.orderAt)).map(showStatement),
    reading: reading ? showReading(reading) : null,
    captures: await compareVersions(db, await listCaptures(db, item.id)),
  }
}

/** The reading without what only the store needs. */
function showReading(reading: StoredReading): ReadingRecord {
  const { itemId: _itemId, indexedAt: _indexedAt, ...record } = reading
  return {
    ...record,
    byline: [...record.byline],
    blocks: record.blocks.map((block) => ({ ...block })),
    tags: [...record.tags],
    notes: [...record.notes],
  }
}

/** @param captures the latest first */
async function compareVersions(db: Db, captures: readonly Capture[]): Promise<Version[]> {
  const versions: Version[] = []
  for (const [place, capture] of captures.entries()) {
    const { id, requestedAt, status, contentType, digest, size } = capture
    const change = await describeChange(db, capture, captures[place + 1], place < VERSIONS_READ)
    versions.push({ id, requestedAt, status, contentType, digest, size, change })
  }
  return versions
}

async function describeChange(
  db: Db,
  capture: Capture,
  earlier: Capture | undefined,
  isRead: boolean,
): Promise<Version['change']> {
  if (earlier === undefined) return 'first'
  if (earlier.digest === capture.digest) return 'same-bytes'
  if (!isRead) return 'not-read'
  const [one, other] = [await findReadingOf(db, capture.id), await findReadingOf(db, earlier.id)]
  if (!one || !other) return 'not-read'
  return one.text === other.text && one.title === other.title ? 'same-text' : 'reworded'
}
