// In: a year, month or day in ISO 8601, in any digits. Out: its first moment, UTC.

import { foldWord } from '../../lib/analyse/fold-letters.ts'

/** First moment of `2023`, `2023-09` or `2023-09-16`, in milliseconds UTC; `undefined` when it is no such date. */
export function firstMomentOf(text: string): number | undefined {
  const digits = text.replace(/\p{Nd}/gu, foldWord)
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(digits)
  if (!match) return undefined
  const [, year, month = '01', day = '01'] = match
  const moment = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  // Date.parse moves 30 February on to March.
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(`${year}-${month}-${day}`)
    ? moment
    : undefined
}
