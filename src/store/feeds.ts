// Every question the desk asks about feeds.

import type { Feed, FeedHealth, FeedId, FeedKind, FeedState } from '../domain/feed.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'
import type { FeedRow } from './schema.ts'

/** Adds a feed; false when its address is watched already. */
export async function addFeed(db: Db, feed: Feed): Promise<boolean> {
  const added = await db
    .insertInto('feeds')
    .values(toRow(feed))
    .onConflict((c) => c.column('url').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function findFeed(db: Db, id: FeedId): Promise<Feed | undefined> {
  const row = await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toFeed(row)
}

export async function findFeedByUrl(db: Db, url: string): Promise<Feed | undefined> {
  const row = await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst()
  return row && toFeed(row)
}

/** All feeds, or those of one outlet, in the order in which they were added. */
export async function listFeeds(db: Db, outletId?: OutletId): Promise<Feed[]> {
  let query = db.selectFrom('feeds').selectAll().orderBy('created_at').orderBy('id')
  if (outletId) query = query.where('outlet_id', '=', outletId)
  return (await query.execute()).map(toFeed)
}

export type FeedChange = Partial<Omit<Feed, 'id' | 'outletId' | 'createdAt'>>

export async function changeFeed(db: Db, id: FeedId, change: FeedChange): Promise<void> {
  const row = toPartialRow(change)
  if (Object.keys(row).length > 0) await db.updateTable('feeds').set(row).where('id', '=', id).execute()
}

/**
 * A change by a person: of two who have read the same version, one is told.
 *
 * @param version as the person has read it; absent = whatever it is now
 * @returns false, and changes nothing, when the feed has another version by now
 */
export async function editFeed(db: Db, id: FeedId, change: FeedChange, version?: number): Promise<boolean> {
  let update = db
    .updateTable('feeds')
    .set((e) => ({ version: e('version', '+', 1) }))
    .where('id', '=', id)
  if (version !== undefined) update = update.where('version', '=', version)
  if (!(await update.returning('id').executeTakeFirst())) return false
  await changeFeed(db, id, change)
  return true
}

/** Removes a feed that has brought nothing; one with items is to be paused instead. */
export async function removeFeed(db: Db, id: FeedId): Promise<'removed' | 'has-items'> {
  const item = await db.selectFrom('items').select('id').where('feed_id', '=', id).limit(1).executeTakeFirst()
  if (item) return 'has-items'
  await db.deleteFrom('feeds').where('id', '=', id).execute()
  return 'removed'
}

function toRow(feed: Feed): FeedRow {
  return {
    id: feed.id,
    outlet_id: feed.outletId,
    url: feed.url,
    kind: feed.kind,
    title: feed.title,
    selector: feed.selector,
    state: feed.state,
    conditional_get: feed.conditionalGet ? 1 : 0,
    etag: feed.etag,
    last_modified: feed.lastModified,
    body_digest: feed.bodyDigest,
    interval_minutes: feed.intervalMinutes,
    next_poll_at: feed.nextPollAt,
    last_polled_at: feed.lastPolledAt,
    last_new_item_at: feed.lastNewItemAt,
    failures: feed.failures,
    health: JSON.stringify(feed.health),
    created_at: feed.createdAt,
    version: feed.version,
  }
}

const columnOf: { [Field in keyof FeedChange]-?: keyof FeedRow } = {
  url: 'url',
  kind: 'kind',
  title: 'title',
  selector: 'selector',
  state: 'state',
  conditionalGet: 'conditional_get',
  etag: 'etag',
  lastModified: 'last_modified',
  bodyDigest: 'body_digest',
  intervalMinutes: 'interval_minutes',
  nextPollAt: 'next_poll_at',
  lastPolledAt: 'last_polled_at',
  lastNewItemAt: 'last_new_item_at',
  failures: 'failures',
  health: 'health',
  version: 'version',
}

function toPartialRow(change: FeedChange): Partial<FeedRow> {
  const row: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(change)) {
    if (value === undefined) continue
    const column = columnOf[field as keyof FeedChange]
    row[column] = typeof value === 'boolean' ? Number(value) : field === 'health' ? JSON.stringify(value) : value
  }
  return row as Partial<FeedRow>
}

function toFeed(row: FeedRow): Feed {
  return {
    id: row.id as FeedId,
    outletId: row.outlet_id as OutletId,
    url: row.url,
    kind: row.kind as FeedKind,
    title: row.title,
    selector: row.selector,
    state: row.state as FeedState,
    conditionalGet: row.conditional_get === 1,
    etag: row.etag,
    lastModified: row.last_modified,
    bodyDigest: row.body_digest,
    intervalMinutes: row.interval_minutes,
    nextPollAt: row.next_poll_at,
    lastPolledAt: row.last_polled_at,
    lastNewItemAt: row.last_new_item_at,
    failures: row.failures,
    health: JSON.parse(row.health) as FeedHealth,
    createdAt: row.created_at,
    version: row.version,
  }
}
