// In: how a visit failed, and how often before. Out: whether and when to knock again.
// Pure: no clock, no network, no store. A failure is never taken for a deletion.

import type { FailureKind } from '../domain/feed.ts'

export type VisitPlan = { readonly state: 'refused' | 'failed'; readonly nextVisitAt: number | null }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const PAUSES = [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY]

/** Failures that another visit will not mend: only a person can. */
const lasting: ReadonlySet<FailureKind> = new Set([
  'refused-by-robots',
  'refused-address',
  'too-large',
  'redirect-loop',
])
const refusals: ReadonlySet<FailureKind> = new Set(['refused-by-robots', 'refused-address'])

export type FailedVisit = {
  readonly failure: FailureKind
  readonly status: number | null
  readonly retryAfter: string | null
}

/** @param failures failed visits in a row before this one; @param now milliseconds UTC */
export function decideNextVisit(visit: FailedVisit, failures: number, now: number): VisitPlan {
  const state = refusals.has(visit.failure) ? 'refused' : 'failed'
  const pause = PAUSES[failures]
  if (lasting.has(visit.failure) || pause === undefined) return { state, nextVisitAt: null }
  // Who answers 404 or 410 says it clearly: two more visits, in case it was a slip, and no more.
  if ((visit.status === 404 || visit.status === 410) && failures >= 2) return { state, nextVisitAt: null }
  return { state, nextVisitAt: now + Math.max(pause, askedFor(visit.retryAfter, now)) }
}

/** RFC 9110, 10.2.3: seconds or an HTTP date. Past a week the wish is taken for a mistake. */
function askedFor(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0
  const seconds = Number(retryAfter)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, 7 * DAY) : 0
}
