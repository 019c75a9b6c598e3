// In: a feed, how its latest poll ended, and when its pages came. Out: when to knock again, and how it fares.
// Pure: no clock, no network, no store.

import type { Feed, FeedHealth, PollOutcome } from '../domain/feed.ts'
import { findQuiet, measureRhythm, type Rhythm } from './rhythm.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const shortestInterval = 10 * minute
const longestInterval = day
const monthly = 30 * day
/** Past a week a wish to wait is a mistake. */
const longestWish = 7 * day

export type PollPlan = Pick<Feed, 'state' | 'failures' | 'intervalMinutes' | 'nextPollAt' | 'health'>

export type PollHistory = {
  /** When the latest items came, ms UTC, in any order: what the rhythm is measured by. */
  readonly arrivals: readonly number[]
  readonly now: number
}

export function decideNextPoll(feed: Feed, outcome: PollOutcome, { arrivals, now }: PollHistory): PollPlan {
  const times = outcome.kind === 'fetched' ? [...arrivals, ...publishedTimes(outcome.entries)] : arrivals
  const rhythm = measureRhythm(times, now)
  switch (outcome.kind) {
    case 'fetched':
      return planAfterSuccess(feed, rhythm, outcome.ttlMinutes ?? null, now)
    case 'unchanged':
      return planAfterSuccess(feed, rhythm, null, now)
    case 'moved':
      return {
        ...keep(feed, feed.health),
        failures: 0,
        nextPollAt: now + (movedJustNow(feed, now) ? intervalOf(feed) : 0),
      }
    case 'gone':
      return { ...keep(feed, { kind: 'gone', reason: outcome.reason, since: now }), state: 'gone', nextPollAt: null }
    case 'failed':
      return planAfterFailure(feed, outcome, now)
  }
}

function keep(feed: Feed, health: FeedHealth): PollPlan {
  const { state, failures, intervalMinutes, nextPollAt } = feed
  return { state, failures, intervalMinutes, nextPollAt, health }
}

function publishedTimes(entries: readonly { publishedAt: number | null }[]): number[] {
  return entries.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]))
}

function intervalOf(feed: Feed): number {
  return clamp(feed.intervalMinutes * minute, shortestInterval, longestInterval)
}

/** Two addresses that redirect to each other by turns must not be followed in a circle without rest. */
function movedJustNow(feed: Feed, now: number): boolean {
  return feed.lastPolledAt !== null && now - feed.lastPolledAt < shortestInterval
}

function planAfterSuccess(feed: Feed, rhythm: Rhythm | null, ttlMinutes: number | null, now: number): PollPlan {
  const interval = chooseInterval(feed, rhythm, ttlMinutes, now)
  const quiet = findQuiet(rhythm, now)
  const health: FeedHealth = quiet ? { kind: 'quiet', ...quiet } : { kind: 'well' }
  return {
    state: feed.state,
    failures: 0,
    intervalMinutes: Math.round(interval / minute),
    nextPollAt: now + interval,
    health,
  }
}

/**
 * Twice in the usual gap, so that a page waits half a gap at most; the longer the silence, the slower,
 * so that a feed that has ended is asked once a day. The publisher's own wish is a lower bound.
 */
function chooseInterval(feed: Feed, rhythm: Rhythm | null, ttlMinutes: number | null, now: number): number {
  const wish = Math.min((ttlMinutes ?? 0) * minute, longestInterval)
  const own = rhythm ? Math.max(rhythm.usualGap / 2, (now - rhythm.lastAt) / 20) : intervalOf(feed)
  return clamp(Math.max(own, wish), shortestInterval, longestInterval)
}

type Failure = Extract<PollOutcome, { kind: 'failed' }>

/** Doubles with every failure in a row, up to a knock a month: an outlet may come back after years. */
function planAfterFailure(feed: Feed, outcome: Failure, now: number): PollPlan {
  const ours = outcome.failure === 'disk-full' || outcome.failure === 'internal'
  const failures = ours ? feed.failures : feed.failures + 1
  const backOff = Math.min(intervalOf(feed) * 2 ** Math.min(failures, 20), monthly)
  const wish = Math.min((outcome.retryAfterSeconds ?? 0) * 1_000, longestWish)
  const since = feed.health.kind === 'failing' ? feed.health.since : now
  const health: FeedHealth = { kind: 'failing', failure: outcome.failure, reason: outcome.reason, since }
  return { ...keep(feed, health), failures, nextPollAt: now + Math.max(backOff, wish) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
