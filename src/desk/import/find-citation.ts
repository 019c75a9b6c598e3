// In: a line. Out: where its citation date stands and how sure that is: "(descriptor), 5 March 2021. https://…".
// The date after the descriptor is the spine of a citation in every form of the digest; title and outlet vary too much.

import { findDates, type PrintedDate } from './find-dates.ts'

export type CitationSpine = {
  /** Above 4: a citation beyond doubt. */
  readonly weight: number
  readonly date: PrintedDate | null
}

const address = /(?:image\s{0,2}:\s{0,2})?(?:https?:\/\/|www\.)/iu

/** The spine of the citation in `line`, or null when nothing of one is there. */
export function findCitation(line: string): CitationSpine | null {
  if (/^\[[ivxl]{1,7}\]/u.test(line)) return null
  let best: CitationSpine | null = null
  for (const date of findDates(line)) {
    const weight = weighDate(line, date)
    if (weight > (best?.weight ?? 0)) best = { weight, date }
  }
  return best ?? weighDateless(line)
}

function weighDate(line: string, date: PrintedDate): number {
  const before = line.slice(Math.max(0, date.start - 8), date.start)
  const after = line.slice(date.end, date.end + 12)
  const afterDescriptor = /[)\]]\s{0,2},?\s{0,3}$/u.test(before)
  const afterComma = /[,”"]\s{0,3}$/u.test(before)
  if (!afterDescriptor && !afterComma) return 0
  const atEnd = /^\s{0,2}[.,;]{0,2}\s{0,4}$/u.test(line.slice(date.end, date.end + 40)) && date.end + 40 >= line.length
  const beforeAddress = /^\s{0,2}[.,;:]{0,2}\s{0,4}(?:image\s{0,2}:\s{0,2})?(?:https?:\/\/|www\.)/iu.test(
    line.slice(date.end, date.end + 40),
  )
  let weight = (afterDescriptor ? 4 : 1) + (atEnd || beforeAddress ? 3 : /^[.,]\s/u.test(after) ? 0 : -3)
  weight += titleBefore(line.slice(0, date.start))
  // Citations are short; a date in brackets deep in a paragraph is part of what is told.
  weight -= date.start > 900 ? 5 : date.start > 600 ? 2 : 0
  if (date.start > 250 && !/[”"»’]/u.test(line.slice(0, date.start))) weight -= 3
  return weight
}

/** A closed title with an outlet after it, near the date. */
function titleBefore(head: string): number {
  if (/[,.?!…]?[”"»’][)\s,]{0,3}\s{0,2}[^”"»“«]{1,400}$/u.test(head.slice(-420))) return /^[“"«‘]/u.test(head) ? 2 : 1
  return /^[“"«]/u.test(head) ? 1 : 0
}

/** A short line that ends with an address, after a quoted title: the date is missing or unreadable. */
function weighDateless(line: string): CitationSpine | null {
  const place = line.search(address)
  if (place < 20 || place > 700) return null
  const head = line.slice(0, place)
  if (/\s\S{3,}\s/u.test(line.slice(place))) return null
  const described = /\([^()]{6,300}\)[.,]?\s{0,3}$/u.test(head)
  const titled = /^[“"«][^”"»]{8,400}[”"»]/u.test(head)
  return described || titled ? { weight: described && titled ? 6 : 3, date: null } : null
}
