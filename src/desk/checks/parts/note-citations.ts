// In: the notes of a document. Out: the works they cite: title in quotation marks, outlet, date, address.

import type { Span } from '../../../domain/article.ts'
import type { CheckDocument } from '../check.ts'
import { monthPattern } from './dates.ts'
import { passagesIn, type Passage } from './passages.ts'

export type NoteCitation = {
  /** From the title's first mark to the date. */
  readonly span: Span
  readonly note: number
  readonly title: string
  readonly titleSpan: Span
  /** Between the title and the date, marks trimmed; empty when nothing stands there. */
  readonly outlet: string
  readonly date: (Span & { readonly text: string; readonly precision: 'day' | 'month' | 'year' }) | null
  readonly url: string | null
  readonly urlSpan: Span | null
}

const dated: readonly (readonly ['day' | 'month' | 'year', RegExp])[] = [
  ['day', new RegExp(`\\d{1,2}\\s${monthPattern}(?:,?\\s\\d{4})?|${monthPattern}\\s\\d{1,2},\\s\\d{4}`, 'u')],
  ['month', new RegExp(`${monthPattern},?\\s\\d{4}|\\b\\d{1,2}-\\d{4}`, 'u')],
  ['year', /(?<=,\s(?:Updated\s)?)\(?(?:19|20)\d{2}\)?(?![\d-])|\((?:19|20)\d{2}\)/u],
]
const breaksSentence = /[.?!][”’"]?\s+\p{Lu}\p{Ll}/u
const LONGEST_OUTLET = 170

/** The works that the notes cite, in order. */
export function noteCitations(context: CheckDocument): NoteCitation[] {
  return passagesIn(context, 'note').flatMap((passage) =>
    [...passage.prose.matchAll(/[”"]/gu)].flatMap(({ index }) => {
      const citation = readCitation(context, passage, index)
      return citation === null ? [] : [citation]
    }),
  )
}

function readCitation(context: CheckDocument, passage: Passage, close: number): NoteCitation | null {
  const open = passage.prose.slice(Math.max(0, close - 400), close).search(/[“"][^“"]*$/u)
  const titleStart = Math.max(0, close - 400) + open
  const title = passage.prose.slice(titleStart + 1, close)
  if (open < 0 || title.trim().length < 4) return null
  const rest = passage.prose.slice(close + 1, close + 1 + LONGEST_OUTLET)
  const region = rest.slice(0, stopOf(rest))
  const date = findDate(region)
  const tail = date === null ? region : region.slice(0, date.index)
  if (breaksSentence.test(tail) || (date === null && !/^[^.]{2,100}\.?\s*$/u.test(region))) return null
  const end = passage.start + close + 1 + (date ? date.index + date.text.length : region.length)
  const later = outletAfter(rest, date)
  const skip = later === undefined ? 0 : later.length + 2
  const address = /^[\s.,;:]{0,8}((?:https?:\/\/|www\.)[^\s“”]+)/iu.exec(
    context.text.slice(end + skip, end + skip + 3000),
  )
  if (date === null && address === null) return null
  return {
    span: {
      start: passage.start + titleStart,
      end: date === null ? passage.start + close + 1 + tail.trimEnd().length : end,
    },
    note: passage.of,
    title: title.replace(/[,.]+$/u, ''),
    titleSpan: { start: passage.start + titleStart, end: passage.start + close + 1 },
    outlet: (tail.replace(/^[\s,.]+|[\s,.(]+$/gu, '') || outletAfter(rest, date)) ?? '',
    date: date && { start: end - date.text.length, end, text: date.text, precision: date.precision },
    url: address?.[1]?.replace(/[.,;:]+$/u, '') ?? null,
    urlSpan:
      address?.[1] === undefined
        ? null
        : { start: end + skip + address[0].length - address[1].length, end: end + skip + address[0].length },
  }
}

/** "“Title,” October 19, 2020, Northern Review Blog. https…": the outlet may follow the date. */
function outletAfter(rest: string, date: { index: number; text: string } | null): string | undefined {
  if (date === null) return undefined
  return /^,\s([^“”;\uFFFC]{3,80}?)\.?\s*\uFFFC/u.exec(rest.slice(date.index + date.text.length))?.[1]
}

/** A citation ends before the next title, the next of a list, or an address. */
function stopOf(rest: string): number {
  const stop = rest.search(/[“";\uFFFC]/u)
  return stop < 0 ? rest.length : stop
}

function findDate(region: string): { index: number; text: string; precision: 'day' | 'month' | 'year' } | null {
  for (const [precision, pattern] of dated) {
    const match = pattern.exec(region)
    if (match) return { index: match.index, text: match[0], precision }
  }
  return null
}
