// What we may have missed: feeds that are silent against their own rhythm, and days on which a country or a language
// brought unusually little. It never says that something was published; only that the silence is unusual.

import type { Feed, FeedHealth } from '../domain/feed.ts'
import type { StoredOutlet } from '../domain/outlet.ts'
import type { Db } from '../store/db.ts'
import { countLost, dayNumber, isoDay, listArrivalDays, listOutletDays, type GroupDay } from '../store/feed-days.ts'
import { listFeeds } from '../store/feeds.ts'
import { listOutlets } from '../store/outlets.ts'
import { DeskError } from '../domain/errors.ts'
import { DAYS_BEFORE, findGaps } from './find-gaps.ts'
import type { Coverage } from './shapes/health.ts'

const DAY_MS = 86_400_000
const USUAL_SPAN = 14
const LONGEST_SPAN = 120
/** The days before the silence by which it is measured what a feed usually brings. */
const MEASURED_DAYS = 28

type Span = { readonly from: number; readonly to: number; readonly today: number }

export async function loadCoverage(
  db: Db,
  wish: { from?: string | undefined; to?: string | undefined },
  now: number,
): Promise<Coverage> {
  const today = dayNumber(now)
  const to = Math.min(wish.to === undefined ? today : dayNumber(wish.to), today)
  const from = wish.from === undefined ? to - USUAL_SPAN + 1 : dayNumber(wish.from)
  if (from > to) throw new DeskError('bad-input', 'The span ends before it begins. Turn “from” and “to” round.')
  if (to - from >= LONGEST_SPAN) throw new DeskError('bad-input', `At most ${LONGEST_SPAN} days are shown at once.`)
  const span = { from, to, today }
  const outlets = new Map((await listOutlets(db)).map((outlet) => [outlet.id, outlet]))
  const days = await listOutletDays(db, from - DAYS_BEFORE, to)
  const lost = await countLost(db, from * DAY_MS, (to + 1) * DAY_MS)
  return {
    from: isoDay(from),
    to: isoDay(to),
    silent: await listSilent(db, outlets, now),
    countries: groupDays(days, span, ({ outletId }) => outlets.get(outletId)?.country ?? null).map(
      ({ value, ...group }) => ({ country: value, ...group }),
    ),
    languages: groupDays(days, span, (day) => languageOf(day, outlets)).map(({ value, ...group }) => ({
      language: value,
      ...group,
    })),
    lost: [...lost].map(([failure, items]) => ({ failure, items })).toSorted((a, b) => b.items - a.items),
  }
}

/** What is not read yet counts for the language its outlet writes in. */
function languageOf({ language, outletId }: GroupDay, outlets: ReadonlyMap<string, StoredOutlet>): string | null {
  return language === '' ? (outlets.get(outletId)?.languages[0] ?? null) : language
}

function groupDays(days: readonly GroupDay[], span: Span, valueOf: (day: GroupDay) => string | null) {
  return [...Map.groupBy(days, valueOf)]
    .map(([value, some]) => {
      const items = new Map<number, number>()
      for (const day of some) items.set(day.day, (items.get(day.day) ?? 0) + day.items)
      const gaps = findGaps(items, span).map(({ day, ...gap }) => ({ day: isoDay(day), ...gap }))
      const sum = gaps.reduce((total, gap) => total + gap.items, 0)
      return { value, outlets: new Set(some.map(({ outletId }) => outletId)).size, days: gaps, sum }
    })
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ sum: _sum, ...group }) => group)
}

type SilentHealth = Extract<FeedHealth, { kind: 'quiet' | 'failing' | 'gone' }>

async function listSilent(
  db: Db,
  outlets: ReadonlyMap<string, StoredOutlet>,
  now: number,
): Promise<Coverage['silent']> {
  const feeds = (await listFeeds(db)).filter(({ kind, state }) => kind !== 'single' && state !== 'paused')
  const silent: Coverage['silent'] = []
  for (const feed of feeds) {
    const { health } = feed
    const outlet = outlets.get(feed.outletId)
    if (!outlet || health.kind === 'well' || health.kind === 'never-polled') continue
    const { id, name, country, languages } = outlet
    silent.push({
      feedId: feed.id,
      url: feed.url,
      outlet: { id, name, country, languages: [...languages] },
      why: health.kind,
      reason: health.kind === 'quiet' ? 'It brings nothing new, though by its own rhythm it should.' : health.reason,
      since: health.since,
      usualGapHours: health.kind === 'quiet' ? health.usualGapHours : null,
      mayHaveMissed: await guessMissed(db, feed, health, now),
    })
  }
  return silent.toSorted((a, b) => a.since - b.since)
}

/** What the feed brought a day before it fell silent, for as long as it has been silent; null = too little is known. */
async function guessMissed(db: Db, feed: Feed, { since }: SilentHealth, now: number): Promise<number | null> {
  const end = dayNumber(since)
  const days = await listArrivalDays(db, [feed.id], end - MEASURED_DAYS, end - 1)
  if (days.length < 3) return null
  const perDay = days.reduce((sum, { items }) => sum + items, 0) / MEASURED_DAYS
  return Math.round((perDay * Math.max(0, now - since)) / DAY_MS)
}
