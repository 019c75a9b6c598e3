// What alerts have found: an item at most once for each alert, whatever is killed, repeated or read again.

import { sql } from 'kysely'
import type { Alert, AlertId, DeliveryId, SearchId } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import type { ReadingId } from '../domain/reading.ts'
import type { Db } from './db.ts'

export type WaitingReading = { readonly itemId: ItemId; readonly readingId: ReadingId }

/** Notes that a new reading is to be shown to the alerts; true when somebody watches at all. */
export async function noteToWatch(db: Db, { itemId, readingId }: WaitingReading): Promise<boolean> {
  const { rows } = await sql<{ item_id: string }>`
    insert into alerts_waiting (item_id, reading_id)
    select ${itemId}, ${readingId} where exists (select 1 from alerts where state = 'on')
    on conflict (item_id) do update set reading_id = excluded.reading_id
    returning item_id`.execute(db)
  return rows.length > 0
}

/** Readings that wait for the alerts, the oldest item first. */
export async function listToWatch(db: Db, limit: number): Promise<WaitingReading[]> {
  const rows = await db.selectFrom('alerts_waiting').selectAll().orderBy('item_id').limit(limit).execute()
  return rows.map((row) => ({ itemId: row.item_id as ItemId, readingId: row.reading_id as ReadingId }))
}

/** Takes away what was looked at; an item that was read again meanwhile stays. */
export async function markWatched(db: Db, watched: readonly WaitingReading[]): Promise<void> {
  const itemOf = new Map(watched.map(({ itemId, readingId }) => [readingId, itemId]))
  if (itemOf.size === 0) return
  await db
    .deleteFrom('alerts_waiting')
    .where('reading_id', 'in', [...itemOf.keys()])
    .execute()
}

/** Whether any reading waits for the alerts. */
export async function isAnyToWatch(db: Db): Promise<boolean> {
  return (await db.selectFrom('alerts_waiting').select('item_id').limit(1).executeTakeFirst()) !== undefined
}

/** Of the items given, those that the alert has not announced before. */
export async function addHits(
  db: Db,
  alert: Pick<Alert, 'id'>,
  itemIds: readonly ItemId[],
  { now, deliveryId }: { now: number; deliveryId: DeliveryId | null },
): Promise<ItemId[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .insertInto('alert_hits')
    .values(
      itemIds.map((itemId) => ({
        alert_id: alert.id,
        item_id: itemId,
        found_at: now,
        delivery_id: deliveryId,
        seen_at: null,
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning('item_id')
    .execute()
  return rows.map((row) => row.item_id as ItemId)
}

/** Of the items given, those that the alert has announced already. */
export async function findKnownHits(db: Db, alertId: AlertId, itemIds: readonly ItemId[]): Promise<Set<ItemId>> {
  if (itemIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('alert_hits')
    .select('item_id')
    .where('alert_id', '=', alertId)
    .where('item_id', 'in', itemIds)
    .execute()
  return new Set(rows.map((row) => row.item_id as ItemId))
}

/** Alert → how many items it has found. */
export async function countHits(db: Db): Promise<Map<AlertId, number>> {
  const rows = await db
    .selectFrom('alert_hits')
    .select((e) => ['alert_id', e.fn.countAll().as('n')])
    .groupBy('alert_id')
    .execute()
  return new Map(rows.map((row) => [row.alert_id as AlertId, Number(row.n)]))
}

export type StoredNotice = {
  readonly alertId: AlertId
  readonly searchId: SearchId
  readonly searchName: string
  readonly itemId: ItemId
  readonly foundAt: number
  readonly isSeen: boolean
}

/** A place in the list of notices: strictly after it, in the order found, the latest first. */
export type NoticePlace = { readonly foundAt: number; readonly itemId: ItemId }

export async function listNotices(
  db: Db,
  { limit, before, searchId }: { limit: number; before?: NoticePlace | undefined; searchId?: SearchId | undefined },
): Promise<StoredNotice[]> {
  let query = deskHits(db, searchId)
    .select(['alert_id', 'search_id', 'name', 'item_id', 'found_at', 'seen_at'])
    .orderBy('found_at', 'desc')
    .orderBy('item_id', 'desc')
    .limit(limit)
  if (before) query = query.where(sql<boolean>`(found_at, item_id) < (${before.foundAt}, ${before.itemId})`)
  return (await query.execute()).map((row) => ({
    alertId: row.alert_id as AlertId,
    searchId: row.search_id as SearchId,
    searchName: row.name,
    itemId: row.item_id as ItemId,
    foundAt: row.found_at,
    isSeen: row.seen_at !== null,
  }))
}

export async function countUnseen(db: Db, searchId?: SearchId): Promise<number> {
  const row = await deskHits(db, searchId)
    .select((e) => e.fn.countAll().as('n'))
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Everything that alerts in the desk found up to a moment counts as seen. */
export async function markNoticesSeen(db: Db, until: number, now: number, searchId?: SearchId): Promise<void> {
  const alerts = deskAlerts(db, searchId)
  await db
    .updateTable('alert_hits')
    .set({ seen_at: now })
    .where('seen_at', 'is', null)
    .where('found_at', '<=', until)
    .where('alert_id', 'in', alerts)
    .execute()
}

const DESK = '{"kind":"desk"}'

function deskAlerts(db: Db, searchId?: SearchId) {
  const query = db.selectFrom('alerts').select('id').where('channel', '=', DESK)
  return searchId ? query.where('search_id', '=', searchId) : query
}

function deskHits(db: Db, searchId?: SearchId) {
  const query = db
    .selectFrom('alert_hits')
    .innerJoin('alerts', 'alerts.id', 'alert_hits.alert_id')
    .innerJoin('saved_searches', 'saved_searches.id', 'alerts.search_id')
    .where('alerts.channel', '=', DESK)
  return searchId ? query.where('alerts.search_id', '=', searchId) : query
}
