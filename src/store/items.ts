// Every question the desk asks about items.

import type { Entry, FailureKind, FeedId, Item, ItemId, ItemState } from '../domain/feed.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { ReadingId } from '../domain/reading.ts'
import type { TriageState } from '../domain/triage.ts'
import { newId } from '../domain/id.ts'
import type { Db } from './db.ts'
import type { ItemRow } from './schema.ts'

export type StoredItem = Item & {
  readonly orderAt: number
  readonly language: string | null
  readonly readingId: ReadingId | null
  /** How many captures of it are kept. */
  readonly versions: number
  /** Failed visits in a row. */
  readonly failures: number
  readonly triage: TriageState
  readonly triageVersion: number
}

const INSERTED_AT_ONCE = 200

/**
 * Adds the entries whose address is not known yet, whichever feed promised it first.
 * Returns the ids and addresses of the new ones, in the order given.
 */
export async function addNewItems(
  db: Db,
  from: { outletId: OutletId; feedId: FeedId },
  entries: readonly Entry[],
  now: number,
): Promise<{ id: ItemId; url: string }[]> {
  const added: { id: ItemId; url: string }[] = []
  for (let start = 0; start < entries.length; start += INSERTED_AT_ONCE) {
    const rows = entries.slice(start, start + INSERTED_AT_ONCE).map((entry) => newRow(from, entry, now))
    const fresh = await db
      .insertInto('items')
      .values(rows)
      .onConflict((c) => c.column('url').doNothing())
      .returning(['id', 'url'])
      .execute()
    for (const row of fresh) added.push({ id: row.id as ItemId, url: row.url })
  }
  return added
}

function newRow(from: { outletId: OutletId; feedId: FeedId }, entry: Entry, now: number): ItemRow {
  return {
    id: newId(now),
    outlet_id: from.outletId,
    feed_id: from.feedId,
    url: entry.url,
    guid: entry.guid,
    promised_title: entry.title,
    promised_at: entry.publishedAt,
    seen_at: now,
    state: 'promised',
    failure: null,
    reason: null,
    failures: 0,
    order_at: orderTime(entry.publishedAt, now),
    language: null,
    reading_id: null,
    versions: 0,
    triage: 'new',
    triage_version: 0,
  }
}

/** Newest first means: by publication where that is known and not in the future, else by when we saw it. */
export function orderTime(publishedAt: number | null, seenAt: number): number {
  return publishedAt !== null && publishedAt <= seenAt ? publishedAt : seenAt
}

export async function findItem(db: Db, id: ItemId): Promise<StoredItem | undefined> {
  const row = await db.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toItem(row)
}

export async function findItemByUrl(db: Db, url: string): Promise<StoredItem | undefined> {
  const row = await db.selectFrom('items').selectAll().where('url', '=', url).executeTakeFirst()
  return row && toItem(row)
}

/** The items given, in no particular order; unknown ids are left out. */
export async function findItems(db: Db, ids: readonly ItemId[]): Promise<StoredItem[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('items').selectAll().where('id', 'in', ids).execute()).map(toItem)
}

/** All items in the order of their ids, from the one after `after`: for walking everything. */
export async function listItemsAfter(db: Db, after: ItemId | null, limit: number): Promise<StoredItem[]> {
  let query = db.selectFrom('items').selectAll().orderBy('id').limit(limit)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map(toItem)
}

/** When the latest items of a feed came, newest first: what its rhythm is measured by. */
export async function listArrivals(db: Db, feedId: FeedId, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('items')
    .select(['seen_at', 'promised_at'])
    .where('feed_id', '=', feedId)
    .orderBy('seen_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => orderTime(row.promised_at, row.seen_at)).sort((a, b) => b - a)
}

/** Notes a visit that brought no page. `refused` is for good; `failed` is tried again. */
export async function markItemFailed(
  db: Db,
  id: ItemId,
  end: { state: 'refused' | 'failed'; failure: FailureKind; reason: string },
): Promise<void> {
  await db
    .updateTable('items')
    .set((e) => ({
      // A page once captured stays readable, whatever a later visit meets.
      state: e.case().when('versions', '>', 0).then(e.ref('state')).else(end.state).end(),
      failure: end.failure,
      reason: end.reason,
      failures: e('failures', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markItemCaptured(db: Db, id: ItemId): Promise<void> {
  await db
    .updateTable('items')
    .set((e) => ({
      state: e.case().when('state', '=', 'read').then('read').else('captured').end(),
      failure: null,
      reason: null,
      failures: 0,
      versions: e('versions', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markItemRead(
  db: Db,
  id: ItemId,
  reading: { readingId: ReadingId; language: string | null; orderAt: number },
): Promise<void> {
  await db
    .updateTable('items')
    .set({ state: 'read', reading_id: reading.readingId, language: reading.language, order_at: reading.orderAt })
    .where('id', '=', id)
    .execute()
}

function toItem(row: ItemRow): StoredItem {
  return {
    id: row.id as ItemId,
    outletId: row.outlet_id as OutletId,
    feedId: row.feed_id as FeedId,
    url: row.url,
    guid: row.guid,
    promisedTitle: row.promised_title,
    promisedAt: row.promised_at,
    seenAt: row.seen_at,
    state: row.state as ItemState,
    failure: row.failure as FailureKind | null,
    reason: row.reason,
    failures: row.failures,
    orderAt: row.order_at,
    language: row.language,
    readingId: row.reading_id as ReadingId | null,
    versions: row.versions,
    triage: row.triage as TriageState,
    triageVersion: row.triage_version,
  }
}
