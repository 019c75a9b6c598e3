// In: the excerpts kept of a page. Out: where each stands in the text that is shown, on both sides, and how surely.

import type { ExcerptCheck } from '../../server/shapes/excerpt.ts'
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

/** @param checks the looks at an excerpt whose words do not stand at their place in this text */
export function markExcerpt(page: Page, excerpt: KeptExcerpt, checks: readonly ExcerptCheck[] = []): Marked {
  const draft = draftOf(page, excerpt)
  const isHere = draft.elsewhere === null
  const retold = isHere && draft.retold?.isOfView ? rangesIn(draft.retold.strip, 'translation') : []
  const passages = isHere ? [...rangesIn(draft.original, 'original'), ...retold] : foundIn(page, checks)
  const first = passages[0]
  const block = first ? page.reading.blocks.findIndex(({ end }) => end > first.start) + 1 : 0
  return { excerpt, passages, isSure: isHere && excerpt.anchoring === 'held', block }
}
