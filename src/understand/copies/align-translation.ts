// In: two texts in two languages as anchored sentences. Out: the best walk through both, sentence by sentence.
// A translation goes through its original in order: sentence answers sentence, of about the same length, with the same
// numbers, days, countries and names in it. Two reports of one event share the facts but not the walk.

import { weightOfName, type Anchor, type AnchoredSentence } from './find-anchors.ts'
import { isOneName } from '../../lib/name-skeleton.ts'

export type Alignment = {
  /** What the walk says in all: the logarithm of how much likelier it is of a translation than of strangers, about. */
  readonly score: number
  /** Anchors that met, by weight, and those of either side that met nothing inside the walk. */
  readonly met: number
  readonly missed: number
  /** Pairs of sentences (or of one and two). */
  readonly beads: number
  /** 0–1 of each text's size that the walk answers. */
  readonly ofFirst: number
  readonly ofSecond: number
  /** 0–1: how alike the answering sentences are in length; 0.5 is what chance gives. */
  readonly lengths: number
  /** Which sentence answers which, for people: indexes of both texts. */
  readonly pairs: readonly (readonly [first: readonly number[], second: readonly number[]])[]
  /** Codes that met, in order. */
  readonly codes: readonly string[]
}

type Bead = {
  readonly score: number
  readonly met: number
  readonly missed: number
  readonly nearness: number
  readonly codes: readonly string[]
}
type Step = readonly [first: number, second: number]

const steps: readonly Step[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 0],
  [0, 1],
]
const MISS = 0.4
/** Sentences and their translations differ in length by a fifth or so, strangers by twice or half: ln(0.6 / 0.2) and so on. */
const LENGTH_GAIN = 1.1
const LENGTH_FALL = 11
const FULL_SIZE = 60
const LEAST_LIKENESS = -2
/** A sentence left out costs this, and what stands in it costs little: shortening is what editors do. */
const GAP = 0.8
const GAP_MISS = 0.12
const MOST = 120

/** Best local walk (Smith and Waterman's idea over sentences); time grows with the product of the numbers of sentences. */
export function alignTranslation(first: readonly AnchoredSentence[], second: readonly AnchoredSentence[]): Alignment {
  const a = first.slice(0, MOST)
  const b = second.slice(0, MOST)
  const width = b.length + 1
  const scores = new Float64Array((a.length + 1) * width)
  const from = new Int8Array(scores.length).fill(-1)
  const beads = new Map<number, Bead>()
  const [aGaps, bGaps] = [a.map(judgeGap), b.map(judgeGap)]
  const [aSizes, bSizes] = [sumSizes(a), sumSizes(b)]
  const beadAt = (x: number, y: number, dx: number, dy: number): Bead | null | undefined => {
    if (dx === 0) return bGaps[y - 1]
    if (dy === 0) return aGaps[x - 1]
    const likeness = judgeLikeness(sizeBetween(aSizes, x - dx, x), sizeBetween(bSizes, y - dy, y))
    return likeness < LEAST_LIKENESS ? null : judgeBead(a.slice(x - dx, x), b.slice(y - dy, y), likeness)
  }
  let best = 0
  for (let x = 0; x <= a.length; x++) {
    for (let y = 0; y <= b.length; y++) {
      const at = x * width + y
      for (let index = 0; index < steps.length; index++) {
        const [dx, dy] = steps[index] ?? [0, 0]
        if (x < dx || y < dy || x + y === 0) continue
        const bead = beadAt(x, y, dx, dy)
        if (!bead) continue
        const score = (scores[at - dx * width - dy] ?? 0) + bead.score
        if (score <= (scores[at] ?? 0)) continue
        scores[at] = score
        from[at] = index
        beads.set(at, bead)
      }
      if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at
    }
  }
  return walkBack(a, b, { from, beads, best, width, score: scores[best] ?? 0 })
}

function judgeGap({ anchors }: AnchoredSentence): Bead {
  return { score: -GAP - GAP_MISS * weigh(anchors), met: 0, missed: 0, nearness: 0, codes: [] }
}

/** `sums[i]` is the size of the first `i` sentences. */
function sumSizes(sentences: readonly AnchoredSentence[]): Float64Array {
  const sums = new Float64Array(sentences.length + 1)
  for (const [at, { size }] of sentences.entries()) sums[at + 1] = (sums[at] ?? 0) + size
  return sums
}

function sizeBetween(sums: Float64Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0)
}

/** How much the sizes alone say. That two short sentences are equally long says little. */
function judgeLikeness(a: number, b: number): number {
  const apart = Math.log((a + 8) / (b + 8))
  return Math.min(1, Math.min(a, b) / FULL_SIZE) * LENGTH_GAIN - LENGTH_FALL * apart ** 2
}

function judgeBead(a: readonly AnchoredSentence[], b: readonly AnchoredSentence[], likeness: number): Bead {
  const apart = Math.log((sum(a) + 8) / (sum(b) + 8))
  const { met, missed, codes } = meet(a, b)
  const joint = a.length + b.length > 2 ? 0.5 : 0
  // What stands in one sentence hangs together: the fifth country of a list says less than the first.
  const score = saturate(met, 3.5) - MISS * saturate(missed, 4) + likeness - joint
  return { score, met, missed, nearness: Math.exp(-((apart / 0.4) ** 2)), codes }
}

function saturate(weight: number, most: number): number {
  return most * (1 - Math.exp(-weight / most))
}

function sum(sentences: readonly AnchoredSentence[]): number {
  return sentences.reduce((size, one) => size + one.size, 0)
}

function meet(a: readonly AnchoredSentence[], b: readonly AnchoredSentence[]) {
  const left = joinAll(a, ({ anchors }) => anchors)
  const right = joinAll(b, ({ anchors }) => anchors)
  const isTaken = new Uint8Array(right.length)
  const unmet: Anchor[] = []
  const codes: string[] = []
  let met = 0
  for (const anchor of left) {
    const partner = right.findIndex(({ code }, index) => isTaken[index] === 0 && isSame(anchor.code, code))
    if (partner < 0) unmet.push(anchor)
    else {
      isTaken[partner] = 1
      met += Math.min(anchor.weight, right[partner]?.weight ?? 0)
      codes.push(anchor.code)
    }
  }
  const rest = right.filter((_, index) => isTaken[index] === 0)
  const leftWords = joinAll(a, ({ words }) => words)
  const rightWords = joinAll(b, ({ words }) => words)
  const lateLeft = unmet.filter((anchor) => !isAmong(anchor.code, rightWords))
  const lateRight = rest.filter((anchor) => !isAmong(anchor.code, leftWords))
  if (lateLeft.length < unmet.length || lateRight.length < rest.length)
    for (const { code } of [...unmet, ...rest])
      if (isAmong(code, rightWords) || isAmong(code, leftWords)) codes.push(code)
  met += 0.8 * (weigh(unmet) - weigh(lateLeft) + weigh(rest) - weigh(lateRight))
  met += meetWords(leftWords, rightWords, codes)
  const [ofLeft, ofRight] = [weighMisses(lateLeft), weighMisses(lateRight)]
  // What one side alone names may be lost in translation; where each names what the other does not, they speak of two things.
  return { met, missed: ofLeft + ofRight + 1.5 * Math.min(ofLeft, ofRight), codes }
}

/** Of one sentence its own list, without a copy. */
function joinAll<Part>(
  sentences: readonly AnchoredSentence[],
  partsOf: (sentence: AnchoredSentence) => readonly Part[],
): readonly Part[] {
  const [first, ...rest] = sentences
  if (!first) return []
  return rest.length === 0 ? partsOf(first) : [...partsOf(first), ...rest.flatMap(partsOf)]
}

function weigh(anchors: readonly Anchor[]): number {
  return anchors.reduce((total, { weight }) => total + weight, 0)
}

/** Names may be translated («Three Banks Square») or be ordinary words with a capital; numbers and days may not. */
function weighMisses(anchors: readonly Anchor[]): number {
  return anchors.reduce((total, { code, weight }) => total + (code.startsWith('s:') ? 0.5 : 1.1) * weight, 0)
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true
  return one.startsWith('s:') && other.startsWith('s:') && isOneName(one.slice(2), other.slice(2))
}

function isAmong(code: string, words: readonly string[]): boolean {
  if (!code.startsWith('s:')) return false
  const skeleton = code.slice(2)
  return words.some((word) =>
    word.startsWith('~')
      ? skeleton.length >= 3
        ? word.includes(skeleton)
        : word === `~${skeleton}`
      : skeleton.length >= 3 && isOneName(skeleton, word),
  )
}

/** Both in scripts without capitals: only long skeletons, and at half their weight, since any words may look alike. */
function meetWords(left: readonly string[], right: readonly string[], codes: string[]): number {
  let met = 0
  for (const word of left) {
    if (word.startsWith('~') || word.length < 4) continue
    const isMet = right.some((other) => (other.startsWith('~') ? other.includes(word) : other === word))
    if (!isMet) continue
    met += weightOfName(word) * 0.4
    codes.push(`s:${word}`)
  }
  return met
}

type Walk = {
  readonly from: Int8Array
  readonly beads: ReadonlyMap<number, Bead>
  readonly best: number
  readonly width: number
  readonly score: number
}

function walkBack(
  a: readonly AnchoredSentence[],
  b: readonly AnchoredSentence[],
  { from, beads, best, width, score }: Walk,
): Alignment {
  const pairs: (readonly [number[], number[]])[] = []
  let [met, missed, nearness, sizeA, sizeB] = [0, 0, 0, 0, 0]
  const codes: (readonly string[])[] = []
  for (let at = best; (from[at] ?? -1) >= 0;) {
    const [dx, dy] = steps[from[at] ?? 0] ?? [0, 0]
    const [x, y] = [Math.floor(at / width), at % width]
    const bead = beads.get(at)
    if (bead && dx > 0 && dy > 0) {
      pairs.push([Array.from({ length: dx }, (_, i) => x - dx + i), Array.from({ length: dy }, (_, i) => y - dy + i)])
      met += bead.met
      missed += bead.missed
      nearness += bead.nearness
      sizeA += sum(a.slice(x - dx, x))
      sizeB += sum(b.slice(y - dy, y))
      codes.push(bead.codes)
    }
    at -= dx * width + dy
  }
  const beadsInAll = pairs.length
  return {
    score,
    met,
    missed,
    beads: beadsInAll,
    ofFirst: sizeA / Math.max(1, sum(a)),
    ofSecond: sizeB / Math.max(1, sum(b)),
    lengths: beadsInAll === 0 ? 0 : nearness / beadsInAll,
    pairs: pairs.reverse(),
    codes: codes.reverse().flat(),
  }
}
