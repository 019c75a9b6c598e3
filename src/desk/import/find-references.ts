// In: the words of a note. Out: its mentions of earlier pieces of the digest, and of influence studies.
// Each mention ends in the name of the digest and the issue; title and author are read backwards from there.

import type { CrossReference, StudyReference } from '../../domain/article.ts'
import { findAddresses, type PrintedAddress } from './find-addresses.ts'
import { edtf, findDates, monthOf } from './find-dates.ts'
import { nameBefore } from './name-before.ts'
import { bareTitle } from './split-titles.ts'
import { splitNames } from './read-author.ts'

/** The digests whose pieces are mentioned by name. */
const digest = /OE\s{1,3}Watch(?![\p{L}])/gu
const study = /M-DIME\s{1,3}Reports?/gu
const issueForms: readonly [RegExp, (parts: readonly string[]) => string | null][] = [
  [/^(?<!\d)(\d{1,2})\s?[-/–]\s?(\d{4})(?!\d)/u, (parts) => issueOf(parts[2], parts[1])],
  [/^(\d{4})\s?[-/–]\s?(\d{1,2})(?!\d)/u, (parts) => issueOf(parts[1], parts[2])],
  [/^(\p{L}{3,9})\.?,?\s{1,3}(\d{4})(?!\d)/u, (parts) => issueOf(parts[2], parts[1])],
  [/^(?:\d{1,2})\s(\p{L}{3,9})\s(\d{4})(?!\d)/u, (parts) => issueOf(parts[2], parts[1])],
  [
    /^Vol(?:ume)?\.?\s?\d{1,3},?\s?(?:Iss(?:ue)?|No)\.?\s?#?\d{1,3},?\s?(\p{L}{3,9})\.?\s(\d{4})/iu,
    (parts) => issueOf(parts[2], parts[1]),
  ],
  [/^(?:\d{4}\s)?(?:Vol(?:ume)?\.?\s?\d{1,3},?\s?)?(?:Iss(?:ue)?|No)\.?\s?#?\d{1,3}(?:,?\s\d{4})?/iu, () => null],
]

/** Mentions of earlier pieces in `text`; `base` is where `text` begins in the file. */
export function findCrossReferences(text: string, base: number): CrossReference[] {
  const addresses = findAddresses(text)
  const found: CrossReference[] = []
  let from = 0
  for (const match of text.matchAll(digest)) {
    const issue = issueAfter(text, match.index + match[0].length)
    const work = workBefore(text, from, match.index, addresses)
    if (work === null || (issue === null && !work.close)) continue
    const end = issue?.end ?? match.index + match[0].length
    const address = addressAfter(text, end, addresses)
    from = address?.end ?? end
    found.push({
      start: base + work.start,
      end: base + from,
      author: work.author,
      title: work.title,
      issue: issue?.issue ?? null,
      issueAsPrinted: issue?.asPrinted ?? null,
      url: address?.url ?? null,
    })
  }
  return found
}

/** Mentions of influence studies in `text`. */
export function findStudies(text: string, base: number): StudyReference[] {
  const addresses = findAddresses(text)
  const found: StudyReference[] = []
  let from = 0
  for (const match of text.matchAll(study)) {
    const work = workBefore(text, from, match.index, addresses)
    if (work === null) continue
    const after = match.index + match[0].length
    const date = findDates(text.slice(after, after + 40))[0]
    const end = after + (date === undefined || date.start > 4 ? 0 : date.end)
    const address = addressAfter(text, end, addresses)
    from = address?.end ?? end
    found.push({
      start: base + work.start,
      end: base + from,
      authors: work.author === null ? [] : splitNames(work.author),
      title: work.title,
      date: date === undefined || date.start > 4 ? null : date.edtf,
      url: address?.url ?? null,
    })
  }
  return found
}

type Work = {
  start: number
  title: string
  author: string | null
  /** Only a comma between title and digest. */ close: boolean
}

/** The quoted title that ends shortly before `at`, and the name before it. */
function workBefore(text: string, floor: number, at: number, addresses: readonly PrintedAddress[]): Work | null {
  const lower = Math.max(
    floor,
    at - 900,
    ...addresses.filter((address) => address.end <= at).map((address) => address.end),
  )
  const stretch = text.slice(lower, at)
  const close = lastClosing(stretch)
  if (close === -1) return null
  const between = stretch.slice(close + 1)
  if (between.length > 60 || /[;“]|\.\s\p{Lu}\p{Ll}{3,}/u.test(between)) return null
  const open = openingBefore(stretch, close)
  if (open === -1) return null
  const title = bareTitle(stretch.slice(open, close + 1))
  if (title.length < 4) return null
  const author = nameBefore(stretch.slice(0, open))
  return {
    start: lower + (author?.start ?? open),
    title,
    author: author?.name ?? null,
    close: /^[\s,.]{0,3}$/u.test(between),
  }
}

function lastClosing(text: string): number {
  const curly = Math.max(text.lastIndexOf('”'), text.lastIndexOf('»'))
  const straight = text.lastIndexOf('"')
  if (straight > curly) return straight
  if (curly !== -1) return curly
  const single = /[,.?!]’[\s,]{0,3}$/u.exec(text.slice(-80))
  return single === null ? -1 : Math.max(0, text.length - 80) + single.index + 1
}

/** The opening mark of the title that closes at `close`; marks inside titles are often unbalanced, so the first one in reach wins. */
function openingBefore(text: string, close: number): number {
  const mark = text.charAt(close)
  if (mark === '"') return text.lastIndexOf('"', close - 1)
  if (mark === '’') return text.lastIndexOf('‘', close)
  let depth = 1
  let opening = -1
  for (let at = close - 1; at >= 0; at -= 1) {
    const here = text.charAt(at)
    if (here === '”' || here === '»') {
      // Right after an opening mark, or glued to the word after it, it opens.
      if (text.charAt(at - 1) === '“' || /^\p{L}/u.test(text.slice(at + 1, at + 3))) continue
      // A sentence or another reference ends there: what is before it is another title.
      if (/^[”»][\s,.;)]/u.test(text.slice(at, at + 2)) && opening !== -1 && depth <= 0) break
      depth += 1
    }
    if (here !== '“' && here !== '«') continue
    depth -= 1
    opening = at
    if (depth <= 0) break
  }
  return opening
}

/** `, 10-2023`, `,09-2023`, ` August 2015` after the name of the digest. */
function issueAfter(text: string, at: number): { issue: string | null; asPrinted: string; end: number } | null {
  const lead = /^[\s,.(:]{0,4}/u.exec(text.slice(at, at + 8))?.[0].length ?? 0
  const rest = text.slice(at + lead, at + lead + 60)
  for (const [pattern, read] of issueForms) {
    const match = pattern.exec(rest)
    if (match === null) continue
    const issue = read([...match])
    if (issue === null && /^\p{L}{3,9}\.?,?\s/u.test(match[0]) && !/^(?:Vol|Iss|No)/iu.test(match[0])) continue
    return { issue, asPrinted: match[0], end: at + lead + match[0].length }
  }
  return null
}

function issueOf(year: string | undefined, month: string | undefined): string | null {
  const number = monthOf(month ?? '')
  return year === undefined || number === 0 ? null : edtf(Number(year), number)
}

function addressAfter(text: string, at: number, addresses: readonly PrintedAddress[]): PrintedAddress | null {
  const next = addresses.find((address) => address.start >= at)
  return next !== undefined && /^[\s.,;:()]{0,6}$/u.test(text.slice(at, next.start)) ? next : null
}
