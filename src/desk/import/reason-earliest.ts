// In: a text without a date. Out: the earliest time at which it can have been written, and why.
// It was written after the latest day it names; a "last July" puts it in the year after the July that is meant, when that is known.

import type { Printed, RelatedReading } from '../../domain/article.ts'
import { edtf, findDates, monthOf } from './find-dates.ts'

export type Earliest = { readonly date: string; readonly why: string }

/** null = nothing to reason from. */
export function reasonEarliest(body: readonly Printed[], related: readonly RelatedReading[]): Earliest | null {
  const named = body.flatMap((paragraph) =>
    findDates(paragraph.text).flatMap((date) => (date.edtf === null ? [] : [{ date: date.edtf, words: date.text }])),
  )
  const listed = related.flatMap((reading) =>
    reading.date === null ? [] : [{ date: reading.date, words: reading.dateAsPrinted ?? reading.date }],
  )
  const latest = [...named, ...listed].toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
  if (latest === undefined) return null
  const words = body.map((paragraph) => paragraph.text).join(' ')
  const turned = newYearSince(words, latest.date)
  if (turned !== null)
    return {
      date: turned.date,
      why: `It names ${latest.words} and speaks of “${turned.words}”, so it was written in the year after.`,
    }
  return { date: latest.date, why: `It names ${latest.words}, so it was written then or later.` }
}

/** "last September" is in an earlier year or earlier in this one: with "the start of the year" behind it, the year has turned. */
function newYearSince(words: string, latest: string): { date: string; words: string } | null {
  const month = Number(latest.slice(5, 7) || 0)
  const since = /\bat the (?:start|beginning) of the year\b/u.exec(words)?.[0]
  const lastMonths = [
    ...words.matchAll(
      /\blast (January|February|March|April|May|June|July|August|September|October|November|December)\b/gu,
    ),
  ]
  const later = lastMonths.find((match) => monthOf(match[1] ?? '') > month)
  if (later === undefined || since === undefined) return null
  return { date: edtf(Number(latest.slice(0, 4)) + 1, 1), words: since }
}
