// In: the excerpts kept of a page. Out: where each stands in the text that is shown, on both sides, and how surely.

import type { ExcerptCheck } from '../../server/shapes/excerpt-detail.ts'
import { draftOf, type Page, type Selected, type KeptExcerpt } from '../excerpts/editor/draft.ts'
import type { Strip } from '../excerpts/editor/strip.ts'

export type Marked = {
  readonly excerpt: KeptExcerpt
  readonly passages: readonly Selected[]
  /** Its words stand here as they were quoted; else something like them does, and a person has not decided. */
  readonly isSure: boolean
  /** The first block that it stands in, from 1; 0 = it is not in this text. */
  readonly block: number
}

const rangesIn = (strip: Strip, side: Selected['side']): Selected[] =>
  strip.flatMap((part) => (part.kind === 'range' ? [{ side, start: part.start, end: part.end }] : []))

/** Where the latest look found the quotations in this very reading. */
function foundIn(page: Page, checks: readonly ExcerptCheck[]): Selected[] {
  const look = checks.findLast(({ readingId }) => readingId === page.reading.id)
  return (look?.report ?? []).flatMap(({ found, from, exact }): Selected[] => {
    if (found.kind === 'moved') return [{ side: 'original', start: found.anchor.start, end: found.anchor.end }]
    const start = from[0] ?? -1
    const isHere = found.kind === 'held' && page.reading.text.startsWith(exact, start)
    return isHere ? [{ side: 'original', start, end: start + exact.length }] : []
  })
}

/** The very words, between the very words that stood around them; else where they stand only once. In order, or nowhere. */
function sameWords({ reading: { text } }: Page, { parts }: KeptExcerpt): Selected[] {
  const places: Selected[] = []
  let from = 0
  for (const part of parts) {
    if (part.kind !== 'quote') continue
    const { exact, prefix, suffix } = part.anchor
    const between = text.indexOf(`${prefix}${exact}${suffix}`, Math.max(0, from - prefix.length))
    const first = text.indexOf(exact, from)
    const start = between >= 0 ? between + prefix.length : text.indexOf(exact, first + 1) < 0 ? first : -1
    if (start < from) return []
    from = start + exact.length
    places.push({ side: 'original', start, end: from })
  }
  return places
}

/** @param checks the looks at an excerpt whose words do not stand at their place in this text */
export function markExcerpt(page: Page, excerpt: KeptExcerpt, checks: readonly ExcerptCheck[] = []): Marked {
  const draft = draftOf(page, excerpt)
  const isHere = draft.elsewhere === null
  const retold = isHere && draft.retold?.isOfView ? rangesIn(draft.retold.strip, 'translation') : []
  // Words that a later version prints unchanged are held without a look on record.
  const elsewhere = excerpt.anchoring === 'held' ? sameWords(page, excerpt) : foundIn(page, checks)
  const passages = isHere ? [...rangesIn(draft.original, 'original'), ...retold] : elsewhere
  const first = passages[0]
  const block = first ? page.reading.blocks.findIndex(({ end }) => end > first.start) + 1 : 0
  return { excerpt, passages, isSure: excerpt.anchoring === 'held', block }
}
