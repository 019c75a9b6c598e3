// What each day brought by each feed, and how its polls ended. Days are counted from 1 January 1970, UTC.

import { sql } from 'kysely'
import type { FailureKind, FeedId, PollOutcome } from '../domain/feed.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'

const DAY_MS = 86_400_000

/** The day of an instant or of an ISO day. */
export function dayNumber(at: number | string): number {
  return Math.floor((typeof at === 'string' ? Date.parse(at) : at) / DAY_MS)
}

/** The ISO day of a number. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Counts a poll among those of its day. */
export async function notePoll(db: Db, feedId: FeedId, outcome: PollOutcome, now: number): Promise<void> {
  const failure = failureOf(outcome)
  const counts = {
    fetched: outcome.kind === 'fetched' || outcome.kind === 'moved' ? 1 : 0,
    unchanged: outcome.kind === 'unchanged' ? 1 : 0,
    failed: failure ? 1 : 0,
  }
  const why = { failed_at: failure ? now : null, failure: failure?.failure ?? null, reason: failure?.reason ?? null }
  await db
    .insertInto('feed_polls')
    .values({ feed_id: feedId, day: dayNumber(now), ...counts, ...why })
    .onConflict((c) =>
      c.columns(['feed_id', 'day']).doUpdateSet({
        fetched: sql`feed_polls.fetched + ${counts.fetched}`,
        unchanged: sql`feed_polls.unchanged + ${counts.unchanged}`,
        failed: sql`feed_polls.failed + ${counts.failed}`,
        ...(failure ? why : {}),
      }),
    )
    .execute()
}

function failureOf(outcome: PollOutcome): { failure: FailureKind; reason: string } | null {
  if (outcome.kind === 'failed') return { failure: outcome.failure, reason: outcome.reason }
  return outcome.kind === 'gone' ? { failure: 'http-status', reason: outcome.reason } : null
}

export type PollDay = {
  readonly feedId: FeedId
  readonly day: number
  readonly fetched: number
  readonly unchanged: number
  readonly failed: number
  readonly lastFailure: { readonly at: number; readonly failure: FailureKind; readonly reason: string } | null
}

/** The polls of some feeds on the days given, both ends among them. */
export async function listPollDays(db: Db, feedIds: readonly FeedId[], from: number, to: number): Promise<PollDay[]> {
  if (feedIds.length === 0) return []
  const rows = await db
    .selectFrom('feed_polls')
    .selectAll()
    .where('feed_id', 'in', feedIds)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
  return rows.map(({ feed_id, day, fetched, unchanged, failed, failed_at, failure, reason }) => ({
    feedId: feed_id as FeedId,
    day,
    fetched,
    unchanged,
    failed,
    lastFailure:
      failed_at === null || failure === null
        ? null
        : { at: failed_at, failure: failure as FailureKind, reason: reason ?? '' },
  }))
}

export type ArrivalDay = { readonly feedId: FeedId; readonly day: number; readonly items: number }

/** How many items each of some feeds brought on the days given; days without are left out. */
export async function listArrivalDays(
  db: Db,
  feedIds: readonly FeedId[],
  from: number,
  to: number,
): Promise<ArrivalDay[]> {
  if (feedIds.length === 0) return []
  const rows = await db
    .selectFrom('item_days')
    .select(['feed_id', 'day', sql<number>`sum(n)`.as('n')])
    .where('feed_id', 'in', feedIds)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['feed_id', 'day'])
    .execute()
  return rows.map((row) => ({ feedId: row.feed_id as FeedId, day: row.day, items: Number(row.n) }))
}

export type GroupDay = {
  readonly outletId: OutletId
  readonly language: string
  readonly day: number
  readonly items: number
}

/** How many items each outlet brought in each language ('' = not known) on the days given. */
export async function listOutletDays(db: Db, from: number, to: number): Promise<GroupDay[]> {
  const rows = await db
    .selectFrom('item_days')
    .select(['outlet_id', 'language', 'day', sql<number>`sum(n)`.as('n')])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['outlet_id', 'language', 'day'])
    .execute()
  return rows.map((row) => ({
    outletId: row.outlet_id as OutletId,
    language: row.language,
    day: row.day,
    items: Number(row.n),
  }))
}

/** Failure → how many promised pages could not be had, by the time for which they are listed. */
export async function countLost(db: Db, from: number, until: number): Promise<Map<FailureKind, number>> {
  const rows = await db
    .selectFrom('items')
    .select((e) => ['failure', e.fn.countAll().as('n')])
    .where('state', 'in', ['failed', 'refused'])
    .where('order_at', '>=', from)
    .where('order_at', '<', until)
    .groupBy('failure')
    .execute()
  return new Map(rows.flatMap((row) => (row.failure === null ? [] : [[row.failure as FailureKind, Number(row.n)]])))
}
