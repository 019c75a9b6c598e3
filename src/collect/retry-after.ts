// How long a publisher asks us to wait (RFC 9110, section 10.2.3): seconds, or the time of day at which to come again.

import { parseFeedDate } from './parse-feed-date.ts'

/** Seconds from `now`, never negative; `null` when nothing understandable is said. */
export function readRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const time = parseFeedDate(text)
  return time === null ? null : Math.max(0, Math.ceil((time - now) / 1_000))
}
