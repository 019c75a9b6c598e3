// In: the texts of two versions of a page. Out: what was added, dropped and altered, as ranges of both texts.
// Blocks first, and words only inside blocks that were altered: that is how a person reads a correction.

import type { Block } from '../domain/reading.ts'
import { findSameRuns } from '../lib/diff.ts'
import { splitWords } from './split-words.ts'

/** UTF-16 offsets: `text.slice(start, end)`. */
export type TextRange = { readonly start: number; readonly end: number }

export type WordChange =
  | { readonly kind: 'same'; readonly before: TextRange; readonly after: TextRange }
  | { readonly kind: 'dropped'; readonly before: TextRange }
  | { readonly kind: 'added'; readonly after: TextRange }

export type BlockChange =
  | { readonly kind: 'same'; readonly before: TextRange; readonly after: TextRange }
  | { readonly kind: 'dropped'; readonly before: TextRange }
  | { readonly kind: 'added'; readonly after: TextRange }
  | {
      readonly kind: 'altered'
      readonly before: TextRange
      readonly after: TextRange
      readonly words: readonly WordChange[]
    }

export type Comparison = {
  /** One entry a block, in reading order. */
  readonly changes: readonly BlockChange[]
  readonly added: number
  readonly dropped: number
  readonly altered: number
}

export type Version = { readonly text: string; readonly blocks: readonly Pick<Block, 'start' | 'end'>[] }

/** Blocks that share at least this much of their words are one block altered, not one dropped and one added. */
const ALIKE = 0.4
/** Above this many pairs of blocks, only neighbours are compared. */
const MAX_PAIRS = 4_000

/** Nothing but differences in spaces counts as the same. */
export function compareCaptures(before: Version, after: Version): Comparison {
  const a = before.blocks.map((block) => squeeze(before.text.slice(block.start, block.end)))
  const b = after.blocks.map((block) => squeeze(after.text.slice(block.start, block.end)))
  const changes: BlockChange[] = []
  let [aAt, bAt] = [0, 0]
  for (const run of [...findSameRuns(a, b), { beforeStart: a.length, afterStart: b.length, length: 0 }]) {
    const gap = { before: before.blocks.slice(aAt, run.beforeStart), after: after.blocks.slice(bAt, run.afterStart) }
    changes.push(...compareGap(before.text, after.text, gap.before, gap.after))
    for (let index = 0; index < run.length; index++) {
      const [one, other] = [before.blocks[run.beforeStart + index], after.blocks[run.afterStart + index]]
      if (one && other) changes.push({ kind: 'same', before: range(one), after: range(other) })
    }
    aAt = run.beforeStart + run.length
    bAt = run.afterStart + run.length
  }
  const count = (kind: BlockChange['kind']) => changes.filter((change) => change.kind === kind).length
  return { changes, added: count('added'), dropped: count('dropped'), altered: count('altered') }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function range({ start, end }: TextRange): TextRange {
  return { start, end }
}

function compareGap(
  beforeText: string,
  afterText: string,
  before: readonly TextRange[],
  after: readonly TextRange[],
): BlockChange[] {
  const changes: BlockChange[] = []
  let aAt = 0
  let bAt = 0
  for (const [aIndex, bIndex] of [
    ...pairAlike(beforeText, afterText, before, after),
    [before.length, after.length] as const,
  ]) {
    for (const block of before.slice(aAt, aIndex)) changes.push({ kind: 'dropped', before: range(block) })
    for (const block of after.slice(bAt, bIndex)) changes.push({ kind: 'added', after: range(block) })
    const [one, other] = [before[aIndex], after[bIndex]]
    if (one && other) {
      const words = compareWords(beforeText, afterText, one, other)
      changes.push({ kind: 'altered', before: range(one), after: range(other), words })
    }
    aAt = aIndex + 1
    bAt = bIndex + 1
  }
  return changes
}

/** Pairs of dropped and added blocks that are versions of each other, in order on both sides. */
function pairAlike(
  beforeText: string,
  afterText: string,
  before: readonly TextRange[],
  after: readonly TextRange[],
): (readonly [number, number])[] {
  const a = before.map((block) => countWords(beforeText, block))
  const b = after.map((block) => countWords(afterText, block))
  const nearOnly = a.length * b.length > MAX_PAIRS
  const pairs: (readonly [number, number])[] = []
  let next = 0
  for (const [index, words] of a.entries()) {
    const until = nearOnly ? Math.min(b.length, next + 8) : b.length
    let best = -1
    let bestLikeness = ALIKE
    for (let candidate = next; candidate < until; candidate++) {
      const likeness = likenessOf(words, b[candidate])
      if (likeness < bestLikeness || (best >= 0 && likeness === bestLikeness)) continue
      best = candidate
      bestLikeness = likeness
    }
    if (best < 0) continue
    pairs.push([index, best])
    next = best + 1
  }
  return pairs
}

type WordCount = { readonly total: number; readonly counts: ReadonlyMap<string, number> }

function countWords(text: string, block: TextRange): WordCount {
  const counts = new Map<string, number>()
  let total = 0
  for (const word of splitWords(text.slice(block.start, block.end))) {
    if (word.trim() === '') continue
    counts.set(word, (counts.get(word) ?? 0) + 1)
    total++
  }
  return { total, counts }
}

/** Share of words in common, 0–1 (Dice). */
function likenessOf(one: WordCount, other: WordCount | undefined): number {
  if (!other || one.total + other.total === 0) return 0
  let shared = 0
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0)
  return (2 * shared) / (one.total + other.total)
}

function compareWords(beforeText: string, afterText: string, before: TextRange, after: TextRange): WordChange[] {
  const a = splitWords(beforeText.slice(before.start, before.end))
  const b = splitWords(afterText.slice(after.start, after.end))
  const aStarts = startsOf(a, before.start)
  const bStarts = startsOf(b, after.start)
  const between = (starts: readonly number[], from: number, to: number) => ({
    start: starts[from] ?? 0,
    end: starts[to] ?? 0,
  })
  const changes: WordChange[] = []
  let [aAt, bAt] = [0, 0]
  for (const run of [...findSameRuns(a, b), { beforeStart: a.length, afterStart: b.length, length: 0 }]) {
    if (aAt < run.beforeStart) changes.push({ kind: 'dropped', before: between(aStarts, aAt, run.beforeStart) })
    if (bAt < run.afterStart) changes.push({ kind: 'added', after: between(bStarts, bAt, run.afterStart) })
    aAt = run.beforeStart + run.length
    bAt = run.afterStart + run.length
    if (run.length === 0) continue
    const same = { before: between(aStarts, run.beforeStart, aAt), after: between(bStarts, run.afterStart, bAt) }
    changes.push({ kind: 'same', ...same })
  }
  return changes
}

/** Offset of each word, and of the end after the last. */
function startsOf(words: readonly string[], from: number): number[] {
  const starts = [from]
  for (const word of words) starts.push((starts.at(-1) ?? 0) + word.length)
  return starts
}
