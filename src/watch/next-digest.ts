// In: how an alert gathers, and a moment. Out: when what is found at that moment is told. Pure.

import type { Digest } from '../domain/alert.ts'

const GATHER_MS = 10_000
const HOUR_MS = 3_600_000

/**
 * Always after `now`, milliseconds UTC. At once is within ten seconds, so that a burst of pages is one message.
 * A day on which the hour does not exist (clocks go forward) has its digest an hour later, one on which it comes twice
 * at the first.
 */
export function nextDigest(digest: Digest, now: number): number {
  switch (digest.kind) {
    case 'at-once':
      return (Math.floor(now / GATHER_MS) + 1) * GATHER_MS
    case 'hourly':
      return (Math.floor(now / HOUR_MS) + 1) * HOUR_MS
    case 'daily':
      return nextHourOfDay(digest.hour, digest.timeZone, now)
  }
}

function nextHourOfDay(hour: number, timeZone: string, now: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const at = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds
  const first = at(today)
  return first > now ? first : at(today.add({ days: 1 }))
}
