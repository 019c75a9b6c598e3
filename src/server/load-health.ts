// In: an outlet. Out: how each of its feeds has fared day by day, for small charts.

import { measureRhythm } from '../collect/rhythm.ts'
import type { Feed } from '../domain/feed.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from '../store/db.ts'
import { dayNumber, isoDay, listArrivalDays, listPollDays, type ArrivalDay, type PollDay } from '../store/feed-days.ts'
import { listFeeds } from '../store/feeds.ts'
import { listArrivals } from '../store/items.ts'
import type { FeedHealthDetail, OutletHealthDetail } from './shapes/health.ts'

const HOUR_MS = 3_600_000
/** How many arrivals the rhythm of a feed is measured by. */
const ARRIVALS = 200

export async function loadHealth(
  db: Db,
  outletId: OutletId,
  { days, now }: { days: number; now: number },
): Promise<OutletHealthDetail> {
  const to = dayNumber(now)
  const from = to - days + 1
  const feeds = (await listFeeds(db, outletId)).filter(({ kind }) => kind !== 'single')
  const ids = feeds.map(({ id }) => id)
  const arrivals = Map.groupBy(await listArrivalDays(db, ids, from, to), ({ feedId }) => feedId)
  const polls = Map.groupBy(await listPollDays(db, ids, from, to), ({ feedId }) => feedId)
  const shown: FeedHealthDetail[] = []
  for (const feed of feeds) {
    const parts = { arrivals: arrivals.get(feed.id) ?? [], polls: polls.get(feed.id) ?? [], from, to, now }
    shown.push(describeFeed(feed, await listArrivals(db, feed.id, ARRIVALS), parts))
  }
  return { outletId, from: isoDay(from), to: isoDay(to), feeds: shown }
}

type Parts = {
  readonly arrivals: readonly ArrivalDay[]
  readonly polls: readonly PollDay[]
  readonly from: number
  readonly to: number
  readonly now: number
}

function describeFeed(
  feed: Feed,
  times: readonly number[],
  { arrivals, polls, from, to, now }: Parts,
): FeedHealthDetail {
  const rhythm = measureRhythm(times, now)
  const items = new Map(arrivals.map((one) => [one.day, one.items]))
  const byDay = new Map(polls.map((one) => [one.day, one]))
  const failed = polls.flatMap(({ lastFailure }) => lastFailure ?? [])
  return {
    feedId: feed.id,
    url: feed.url,
    title: feed.title,
    health: { ...feed.health },
    usualGapHours: rhythm && hours(rhythm.usualGap),
    quietAfterHours: rhythm?.quietAfter === null || !rhythm ? null : hours(rhythm.quietAfter),
    lastArrivalAt: times[0] ?? null,
    days: Array.from({ length: to - from + 1 }, (_, at) => {
      const day = from + at
      const { fetched = 0, unchanged = 0, failed: failures = 0 } = byDay.get(day) ?? {}
      return { day: isoDay(day), items: items.get(day) ?? 0, polls: { fetched, unchanged, failed: failures } }
    }),
    lastFailure: failed.at(-1) ?? null,
  }
}

function hours(ms: number): number {
  return Math.round((ms / HOUR_MS) * 10) / 10
}
