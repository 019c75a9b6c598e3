// In: a text and a range somebody selected. Out: an anchor whose place always holds its words, or why there is none.
// Why widening: W3C Web Annotation Data Model 4.2.5 wants no selection to begin or end inside a grapheme cluster.

import type { Anchor } from '../../domain/excerpt.ts'

/** How much of the surroundings an anchor remembers on each side, in UTF-16 units. */
const AROUND = 32
/** A cluster longer than this is somebody's joke; it may be cut between its characters. */
const LONGEST_CLUSTER = 64
/** The longest passage that is an excerpt and not a copy of the page. */
export const LONGEST_QUOTE = 50_000

export type AnchorMade =
  | { readonly kind: 'made'; readonly anchor: Anchor }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * An anchor on a range of a text. White space at the ends is left out; letters that are cut are taken whole.
 *
 * @param start UTF-16 offset of the first unit
 * @param end UTF-16 offset after the last unit
 */
export function makeAnchor(text: string, start: number, end: number): AnchorMade {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end)
    return { kind: 'refused', reason: `The passage from ${start} to ${end} is not in this text of ${text.length}.` }
  if (end - start > LONGEST_QUOTE)
    return { kind: 'refused', reason: `A passage has at most ${LONGEST_QUOTE} characters; select less of the page.` }
  const selected = text.slice(start, end)
  if (selected.trim() === '') return { kind: 'refused', reason: 'The selection holds no words.' }
  const from = start + (selected.length - selected.trimStart().length)
  const to = end - (selected.length - selected.trimEnd().length)
  return { kind: 'made', anchor: anchorAt(text, letterStart(text, from), letterEnd(text, to)) }
}

/** The anchor of exactly this range, which must be inside the text. */
export function anchorAt(text: string, start: number, end: number): Anchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wholeFrom(text, Math.max(0, start - AROUND)), start),
    suffix: text.slice(end, wholeTo(text, Math.min(text.length, end + AROUND))),
    start,
    end,
  }
}

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Where the letter begins that the unit at `place` belongs to. */
function letterStart(text: string, place: number): number {
  const from = wholeFrom(text, Math.max(0, place - LONGEST_CLUSTER))
  const found = clusters.segment(text.slice(from, place + LONGEST_CLUSTER)).containing(place - from)
  return found ? from + found.index : place
}

/** Where the letter ends that the unit before `place` belongs to. */
function letterEnd(text: string, place: number): number {
  const from = wholeFrom(text, Math.max(0, place - LONGEST_CLUSTER))
  const slice = text.slice(from, wholeTo(text, Math.min(text.length, place + LONGEST_CLUSTER)))
  const found = clusters.segment(slice).containing(place - 1 - from)
  return found ? from + found.index + found.segment.length : place
}

/** The place itself, or one later when it would cut a surrogate pair. */
function wholeFrom(text: string, place: number): number {
  return isInsidePair(text, place) ? place + 1 : place
}

/** The place itself, or one earlier when it would cut a surrogate pair. */
function wholeTo(text: string, place: number): number {
  return isInsidePair(text, place) ? place - 1 : place
}

/** Whether a cut at this place would part the two halves of one character. */
export function isInsidePair(text: string, place: number): boolean {
  const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
  const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
  return place > 0 && place < text.length && isHigh(text.charCodeAt(place - 1)) && isLow(text.charCodeAt(place))
}
