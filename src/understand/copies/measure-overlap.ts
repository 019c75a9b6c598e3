// In: the words of two texts. Out: how much of each is found in the other, and where the rest lies.
// This is the exact answer behind the prints, which only guess. Words in quotation marks count little: two reporters
// at one press conference print the same sentences, and neither has copied from the other.

import { shingle, shingleWidth } from './print-text.ts'
import type { LineOfWords } from './scan-words.ts'

/** What of a text has to be kept so that it can be compared without its words. */
export type ComparedText = {
  readonly hashes: Uint16Array
  readonly quoted: Uint8Array
  readonly figures: Uint8Array
  readonly lines: readonly LineOfWords[]
  readonly isUnspaced: boolean
}

export type Coverage = {
  /** 0–1: how much of the text the other one holds, quotations counted little. */
  readonly share: number
  /** Words that stand before the first and behind the last shared word, and words not shared between. */
  readonly before: number
  readonly behind: number
  readonly between: number
  readonly edgeRun: { readonly head: number; readonly tail: number }
  /** Lines without a shared word before the first and behind the last shared one: all of them, and those that are no prose. */
  readonly edgeLines: number
  readonly edgeFurniture: number
  /** Prose lines between, of which the other holds nothing. */
  readonly ownProse: number
  /** Figures among the shared words, and in short gaps between them. */
  readonly figures: { readonly shared: number; readonly changed: number }
}

export type Overlap = {
  readonly ofFirst: Coverage
  readonly ofSecond: Coverage
  /** Shared words outside quotations, counted in the first. */
  readonly sharedWords: number
  /** The longest series of words that stands in one piece in both, quotations included. */
  readonly longestRun: number
}

const QUOTED_WEIGHT = 0.2
/** Places at which one series of words is looked for: more only stand in texts that repeat themselves. */
const MOST_PLACES = 8
/** A series that begins within so many words of the edge stands at the edge. */
const EDGE = 8
/** Gaps of so many words at most are changes within a passage. */
const SHORT_GAP = 6

/** Compares two texts in time that grows with their lengths. Cheapest when many are compared with one `first`. */
export function measureOverlap(first: ComparedText, second: ComparedText): Overlap {
  const width = shingleWidth(first.isUnspaced && second.isUnspaced)
  const { inFirst, inSecond, longest } = findShared(first, second, width)
  let sharedWords = 0
  for (let at = 0; at < inFirst.length; at++) if (inFirst[at] === 1 && first.quoted[at] === 0) sharedWords++
  return {
    ofFirst: coverageOf(first, inFirst),
    ofSecond: coverageOf(second, inSecond),
    sharedWords,
    longestRun: longest === 0 ? 0 : longest + width - 1,
  }
}

/** Series of words → where they begin. */
type Places = ReadonlyMap<number, readonly number[]>
const placesOf = new WeakMap<ComparedText, Map<number, Places>>()

function recallPlaces(text: ComparedText, width: number): Places {
  const known = placesOf.get(text) ?? new Map<number, Places>()
  placesOf.set(text, known)
  const places = known.get(width) ?? findPlaces(shingle(text.hashes, width))
  known.set(width, places)
  return places
}

function findPlaces(shingles: Uint32Array): Places {
  const places = new Map<number, number[]>()
  for (let at = 0; at < shingles.length; at++) {
    const one = shingles[at] ?? 0
    const known = places.get(one)
    if (known) known.push(at)
    else places.set(one, [at])
  }
  return places
}

/**
 * Which words stand in a series that the other text has too, and how long the longest one is that stands in one piece
 * in both: set phrases from here and there that happen to meet are no series.
 */
function findShared(first: ComparedText, second: ComparedText, width: number) {
  const places = recallPlaces(first, width)
  const shingles = shingle(second.hashes, width)
  const [inFirst, inSecond] = [new Uint8Array(first.hashes.length), new Uint8Array(second.hashes.length)]
  const marked = new Set<readonly number[]>()
  // By how far the second text is behind the first: where the latest series ended, and how long it was.
  const apart = shingles.length
  const endedAt = new Int32Array(first.hashes.length + apart + 1).fill(-2)
  const lengths = new Int32Array(endedAt.length)
  let longest = 0
  for (let at = 0; at < shingles.length; at++) {
    const found = places.get(shingles[at] ?? 0)
    if (!found) continue
    inSecond.fill(1, at, at + width)
    if (!marked.has(found)) for (const place of found) inFirst.fill(1, place, place + width)
    marked.add(found)
    for (let index = 0; index < found.length && index < MOST_PLACES; index++) {
      const diagonal = (found[index] ?? 0) - at + apart
      const run = endedAt[diagonal] === at - 1 ? (lengths[diagonal] ?? 0) + 1 : 1
      endedAt[diagonal] = at
      lengths[diagonal] = run
      if (run > longest) longest = run
    }
  }
  return { inFirst, inSecond, longest }
}

function coverageOf(text: ComparedText, shared: Uint8Array): Coverage {
  let [weight, sharedWeight] = [0, 0]
  for (let at = 0; at < shared.length; at++) {
    const one = text.quoted[at] === 1 ? QUOTED_WEIGHT : 1
    weight += one
    if (shared[at] === 1) sharedWeight += one
  }
  const first = shared.indexOf(1)
  const last = shared.lastIndexOf(1)
  const count = (from: number, to: number) =>
    shared.subarray(from, to).reduce((own, one) => own + (one === 0 ? 1 : 0), 0)
  return {
    share: weight === 0 ? 0 : sharedWeight / weight,
    before: first < 0 ? shared.length : first,
    behind: first < 0 ? 0 : shared.length - 1 - last,
    between: first < 0 ? 0 : count(first, last),
    edgeRun: findEdgeRun(shared, text.quoted),
    figures: countFigures(text.figures, shared),
    ...countLines(text.lines, shared, first, last),
  }
}

/** 0–1 of the shared words outside quotations: how much of them is one passage at the beginning or at the end. */
function findEdgeRun(shared: Uint8Array, quoted: Uint8Array): { head: number; tail: number } {
  const all = shared.reduce((sum, one, at) => sum + (one === 1 && quoted[at] === 0 ? 1 : 0), 0)
  if (all === 0) return { head: 0, tail: 0 }
  const walk = (placeOf: (step: number) => number) => {
    let [firm, gap] = [0, SHORT_GAP - EDGE]
    for (let step = 0; step < shared.length && gap <= SHORT_GAP; step++) {
      const at = placeOf(step)
      if (shared[at] === 1) gap = 0
      else gap++
      if (shared[at] === 1 && quoted[at] === 0) firm++
    }
    return firm / all
  }
  return { head: walk((step) => step), tail: walk((step) => shared.length - 1 - step) }
}

function countFigures(figures: Uint8Array, shared: Uint8Array): { shared: number; changed: number } {
  const counts = { shared: 0, changed: 0 }
  let [inGap, gap] = [0, Infinity]
  for (let at = 0; at < shared.length; at++) {
    const isFigure = figures[at] === 1 ? 1 : 0
    if (shared[at] === 1) {
      counts.shared += isFigure
      // What stands before the first shared word is no gap.
      if (gap <= SHORT_GAP) counts.changed += inGap
      ;[inGap, gap] = [0, 0]
    } else {
      inGap += isFigure
      gap++
    }
  }
  return counts
}

function countLines(lines: readonly LineOfWords[], shared: Uint8Array, first: number, last: number) {
  let [edgeLines, edgeFurniture, ownProse] = [0, 0, 0]
  for (const { from, to, isProse } of lines) {
    const isOwn = !shared.subarray(from, to).includes(1)
    if (!isOwn) continue
    const isEdge = to <= first || from > last
    if (isEdge) edgeLines++
    if (isEdge && !isProse) edgeFurniture++
    if (!isEdge && isProse) ownProse++
  }
  return { edgeLines, edgeFurniture, ownProse }
}

/** Whether the outer text is the inner one with furniture around it: what it adds stands at the edges, mostly no sentences. */
export function holdsInChrome(inner: Coverage, outer: Coverage): boolean {
  const { edgeLines, edgeFurniture, ownProse, between, before, behind } = outer
  if (inner.share < 0.85 || edgeLines === 0 || before + behind < 4) return false
  return edgeFurniture * 2 > edgeLines && ownProse === 0 && between <= before + behind
}

/** Whether nearly all of one text stands in another that has much more. */
export function isExcerptOf(part: Coverage, whole: Coverage): boolean {
  return part.share >= 0.8 && whole.share < 0.7
}
