// In: the parts of an excerpt and another text (a later version of the page, or a better reading of the same one).
// Out: where each quotation stands there, and the state of the whole.

import type { Anchoring, ExcerptPart } from '../../domain/excerpt.ts'
import { findAnchor, type AnchorFound } from './find-anchor.ts'

export type Reanchoring = {
  /** The weakest of its quotations: one that is lost makes the excerpt lost. */
  readonly anchoring: Anchoring
  /** The parts as they would be on this text; null when a quotation is lost. */
  readonly parts: readonly ExcerptPart[] | null
  /** One line a quotation, in their order. */
  readonly report: readonly AnchorReport[]
}

/** What became of one quotation. Offsets are UTF-16, in the text that was looked at. */
export type AnchorReport = {
  readonly exact: string
  readonly from: readonly [start: number, end: number]
  readonly found: Exclude<AnchorFound, { kind: 'held' }> | { readonly kind: 'held' }
}

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
