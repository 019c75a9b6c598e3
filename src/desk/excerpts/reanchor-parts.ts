// In: the parts of an excerpt and another text (a later version of the page, or a better reading of the same one).
// Out: where each quotation stands there, and the state of the whole.

import type { AnchorReport, ExcerptCheck } from '../../domain/excerpt-history.ts'
import type { ExcerptPart } from '../../domain/excerpt.ts'
import { findAnchor } from './find-anchor.ts'

export type Reanchoring = Pick<ExcerptCheck, 'anchoring' | 'parts' | 'report'>

export function reanchorParts(text: string, parts: readonly ExcerptPart[]): Reanchoring {
  const looked = parts.map((part) =>
    part.kind === 'quote' ? { part, found: findAnchor(text, part.anchor) } : { part, found: null },
  )
  const report = looked.flatMap(({ part, found }): AnchorReport[] => {
    if (part.kind !== 'quote' || found === null) return []
    const { exact, start, end } = part.anchor
    return [{ exact, from: [start, end], found: found.kind === 'held' ? { kind: 'held' } : found }]
  })
  const kinds = report.map(({ found }) => found.kind)
  if (kinds.includes('lost')) return { anchoring: 'lost', parts: null, report }
  const moved = looked.map(({ part, found }): ExcerptPart => {
    return part.kind === 'quote' && found !== null && found.kind !== 'lost'
      ? { kind: 'quote', anchor: found.anchor }
      : part
  })
  if (!isInOrder(moved)) return { anchoring: 'lost', parts: null, report }
  return { anchoring: kinds.includes('moved') ? 'moved' : 'held', parts: moved, report }
}

/** Quotations that changed places, or fell upon one another, are no more what was quoted. */
function isInOrder(parts: readonly ExcerptPart[]): boolean {
  const quotes = parts.flatMap((part) => (part.kind === 'quote' ? [part.anchor] : []))
  return quotes.every(({ start }, at) => start >= (quotes[at - 1]?.end ?? 0))
}
