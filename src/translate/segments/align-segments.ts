// In: the sentences of a text and of its translation. Out: which belong together.
// Gale and Church (1993), “A program for aligning sentences in bilingual corpora”: translations are as long as their
// originals, by a ratio; to which we add what any translation keeps: figures, names, addresses, questions and quotations,
// and everyday things that have a word in every language.

import { findAnchors, type Anchors } from './find-anchors.ts'

/** Sentences `from` up to, without, `to` on each side. One side may be empty: left out, or added. */
export type AlignedPair = {
  readonly source: readonly [from: number, to: number]
  readonly target: readonly [from: number, to: number]
  /** 0–1: how much speaks for it, against its neighbours. */
  readonly confidence: number
}

type Move = { readonly source: number; readonly target: number; readonly price: number }

/** Prices of how sentences meet: minus the logarithm of how often they do. */
const moves: readonly Move[] = [
  { source: 1, target: 1, price: 0.12 },
  { source: 1, target: 2, price: 2.6 },
  { source: 2, target: 1, price: 2.6 },
  { source: 2, target: 2, price: 5.5 },
  { source: 1, target: 3, price: 6 },
  { source: 3, target: 1, price: 6 },
  { source: 1, target: 0, price: 3.1 },
  { source: 0, target: 1, price: 3.1 },
]
/** Variance of lengths per letter, as Gale and Church measured it for European pairs; scripts apart differ more. */
const VARIANCE = 4.5
const MOST_LENGTH_PRICE = 7
/** What an everyday thing that both speak of is worth, where nobody else does; and all of them together, at most. */
const THING = 2
const MOST_OF_THINGS = 4
/** How far from the diagonal is looked, in sentences; and a part of the longer side. */
const LEAST_BAND = 24
const BAND_PART = 0.12

const JOINT =
  /[\p{L}\p{N}][»”"’)]?[,;:،؛、，；：—–]|\s[—–]\s|\s(?:and|but|while|nor|because|et|mais|y|pero|e|mas|dan|tetapi|namun|und|aber|и|а|но|і|але|та|ve|ama|ancak|اما|ولی|اور|لیکن|مگر|और|लेकिन|و\p{L}|و)\s?/u

type Side = {
  readonly lengths: readonly number[]
  readonly anchors: readonly Anchors[]
  /** Whether a sentence has joints at which it could have been cut in two. */
  readonly joints: readonly boolean[]
}

/** Sentences in, pairs out, in order; every sentence is in exactly one pair. Time grows with length times band. */
export function alignSegments(
  source: readonly string[],
  target: readonly string[],
  languages: { readonly from: string | null; readonly to: string | null } = { from: null, to: null },
): AlignedPair[] {
  const sides = { source: prepare(source, languages.from), target: prepare(target, languages.to) }
  const measured = sum(sides.target.lengths) / Math.max(1, sum(sides.source.lengths)) || 1
  // Where much is left out, the whole says little of how long each sentence becomes.
  const ratio = Math.min(1.2, Math.max(0.84, measured))
  const rare = countAnchors(sides)
  const band = Math.max(
    LEAST_BAND,
    Math.abs(source.length - target.length) * 2,
    Math.ceil(Math.max(source.length, target.length) * BAND_PART),
  )
  return walk(source.length, target.length, Math.min(band, 400), (at, to, move) =>
    priceOf(sides, at, to, move, ratio, rare),
  )
}

function prepare(sentences: readonly string[], language: string | null): Side {
  const joints = sentences.map((text) => JOINT.test(text))
  return { joints, lengths: sentences.map(weigh), anchors: sentences.map((text) => findAnchors(text, language)) }
}

/** Letters, where one of Chinese says as much as three of an alphabet, and scripts without vowels are the shorter for it. */
function weigh(text: string): number {
  let weight = 0
  for (const letter of text) weight += letterWeight(letter)
  return weight
}

function letterWeight(letter: string): number {
  if (letter < '\u0590') return 1
  if (letter < '\u0780') return 1.2
  if (letter >= '\uac00' && letter < '\ud7a4') return 2
  return letter >= '\u3040' && letter < '\uff00' ? 3 : 1
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Sound of a word → in how many sentences it stands: what stands everywhere tells nothing. */
type Rare = {
  readonly source: ReadonlyMap<string, number>
  readonly target: ReadonlyMap<string, number>
  /** Thing → in how many sentences of the side that names it more often. */
  readonly things: ReadonlyMap<string, number>
}

function countAnchors({ source, target }: { source: Side; target: Side }): Rare {
  const count = ({ anchors }: Side): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const { sounds } of anchors) for (const sound of sounds) counts.set(sound, (counts.get(sound) ?? 0) + 1)
    return counts
  }
  const things = countThings(source)
  for (const [thing, times] of countThings(target)) things.set(thing, Math.max(times, things.get(thing) ?? 0))
  return { source: count(source), target: count(target), things }
}

function countThings({ anchors }: Side): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { things } of anchors) for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}

function priceOf(
  { source, target }: { source: Side; target: Side },
  at: number,
  to: number,
  move: Move,
  ratio: number,
  rare: Rare,
): number {
  let price = move.price
  const from = sumRange(source.lengths, at, move.source) * ratio
  const into = sumRange(target.lengths, to, move.target)
  if (move.source === 0 || move.target === 0) return price + Math.min(2, (from + into) / 90)
  const mean = (from + into) / 2
  const delta = (into - from) / Math.sqrt(VARIANCE * Math.max(1, mean))
  price += Math.min(MOST_LENGTH_PRICE, (delta * delta) / 2)
  if (move.source !== move.target) price += splitPrice(move.source === 1 ? source.joints[at] : target.joints[to])
  return price + anchorPrice(source.anchors, target.anchors, at, to, move, rare)
}

/** One sentence became two where it had a joint. */
const splitPrice = (hasJoint: boolean | undefined): number => (hasJoint === true ? -0.4 : 2.2)

function sumRange(values: readonly number[], at: number, count: number): number {
  let total = 0
  for (let index = at; index < at + count; index++) total += values[index] ?? 0
  return total
}

function anchorPrice(
  source: readonly Anchors[],
  target: readonly Anchors[],
  at: number,
  to: number,
  move: Move,
  rare: Rare,
): number {
  const left = source.slice(at, at + move.source)
  const right = target.slice(to, to + move.target)
  const figures = overlap(left, right, (one) => one.figures)
  const verbatim = overlap(left, right, (one) => one.verbatim)
  const firm = overlap(left, right, (one) => one.firm)
  let price = figures.shared * -2.4 + figures.apart * 0.8 + firm.apart * 0.8 - verbatim.shared * 1.4
  price -= Math.min(4, soundsShared(left, right, rare))
  price -= Math.min(MOST_OF_THINGS, thingsShared(left, right, rare))
  const lastLeft = left.at(-1)
  const lastRight = right.at(-1)
  if (lastLeft?.asks !== lastRight?.asks) price += 1.6
  else if (lastLeft?.asks) price -= 1.6
  if (lastLeft?.calls && lastRight?.calls) price -= 0.8
  if (left.some((one) => one.quotes) !== right.some((one) => one.quotes)) price += 0.6
  return price
}

function overlap(left: readonly Anchors[], right: readonly Anchors[], take: (one: Anchors) => ReadonlySet<string>) {
  let shared = 0
  let apart = 0
  for (const one of left)
    for (const value of take(one))
      if (right.some((other) => take(other).has(value))) shared++
      else apart++
  for (const one of right) for (const value of take(one)) if (!left.some((other) => take(other).has(value))) apart++
  return { shared, apart }
}

function soundsShared(left: readonly Anchors[], right: readonly Anchors[], rare: Rare): number {
  let gain = 0
  for (const one of left) {
    for (const sound of one.sounds) {
      if (!right.some((other) => other.sounds.has(sound))) continue
      const times = (rare.source.get(sound) ?? 1) * (rare.target.get(sound) ?? 1)
      gain += ((sound.length - 2) * 0.7) / Math.sqrt(times)
    }
  }
  return gain
}

/** Each thing counts once, however many of the sentences speak of it. */
function thingsShared(left: readonly Anchors[], right: readonly Anchors[], { things }: Rare): number {
  let gain = 0
  const spokenOf = new Set(left.flatMap((one) => [...one.things]))
  for (const thing of spokenOf)
    if (right.some((other) => other.things.has(thing))) gain += THING / Math.sqrt(things.get(thing) ?? 1)
  return gain
}

type Price = (at: number, to: number, move: Move) => number

/** The cheapest way from both beginnings to both ends, looked for near the diagonal. */
function walk(rows: number, columns: number, band: number, price: Price): AlignedPair[] {
  const width = 2 * band + 1
  const best = new Float64Array((rows + 1) * width).fill(Infinity)
  const steps = new Int8Array((rows + 1) * width).fill(-1)
  const middle = (row: number): number => Math.round((row * columns) / Math.max(1, rows))
  const cell = (row: number, column: number): number => {
    const offset = column - middle(row) + band
    return row < 0 || column < 0 || column > columns || offset < 0 || offset >= width ? -1 : row * width + offset
  }
  best[cell(0, 0)] = 0
  for (let row = 0; row <= rows; row++) {
    const last = Math.min(columns, middle(row) + band)
    for (let column = Math.max(0, middle(row) - band); column <= last; column++) {
      const here = cell(row, column)
      for (const [index, move] of moves.entries()) {
        const before = cell(row - move.source, column - move.target)
        const soFar = before < 0 ? Infinity : (best[before] ?? Infinity)
        if (soFar === Infinity) continue
        const total = soFar + price(row - move.source, column - move.target, move)
        if (total >= (best[here] ?? Infinity)) continue
        best[here] = total
        steps[here] = index
      }
    }
  }
  return readBack(rows, columns, (row, column) => steps[cell(row, column)] ?? -1, price)
}

function readBack(
  rows: number,
  columns: number,
  stepAt: (row: number, column: number) => number,
  price: Price,
): AlignedPair[] {
  const pairs: AlignedPair[] = []
  let row = rows
  let column = columns
  while (row > 0 || column > 0) {
    const move = moves[stepAt(row, column)]
    if (!move) return [{ source: [0, rows], target: [0, columns], confidence: 0 }]
    row -= move.source
    column -= move.target
    const cost = price(row, column, move)
    const confidence = move.source === 0 || move.target === 0 ? 0 : 1 / (1 + Math.exp(Math.min(20, cost - 3.5)))
    pairs.push({ source: [row, row + move.source], target: [column, column + move.target], confidence })
  }
  return pairs.reverse()
}
