// In: the texts of an original and its copy. Out: what the copy added, dropped and altered, sentence by sentence.
// Sentences and not paragraphs: editors of wire copy break and join paragraphs as their columns ask.

import { findSameRuns } from '../../lib/diff.ts'
import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { splitSentences, type SentenceRange } from './split-sentences.ts'

export type CopyChange =
  | { readonly kind: 'added'; readonly copy: SentenceRange; readonly isFurniture: boolean }
  | { readonly kind: 'dropped'; readonly original: SentenceRange }
  | {
      readonly kind: 'altered'
      readonly original: SentenceRange
      readonly copy: SentenceRange
      /** In reading order; spaces and signs that changed alone are left out. */
      readonly words: readonly WordChange[]
    }

export type WordChange = { readonly dropped: string; readonly added: string }

const MOST = 600
/** Sentences that share this much of their words are one sentence altered. */
const ALIKE = 0.5
const NEARBY = 8

/** Changes in the order of the copy; what was dropped stands where it stood. Compares the first 600 sentences of each. */
export function compareCopies(original: string, copy: string): CopyChange[] {
  const a = splitSentences(original, MOST)
  const b = splitSentences(copy, MOST)
  const aWords = a.map(({ start, end }) => wordsOf(original.slice(start, end)))
  const bWords = b.map(({ start, end }) => wordsOf(copy.slice(start, end)))
  const same = findSameRuns(aWords.map(foldAll), bWords.map(foldAll))
  const changes: CopyChange[] = []
  let [aAt, bAt] = [0, 0]
  for (const run of [...same, { beforeStart: a.length, afterStart: b.length, length: 0 }]) {
    changes.push(
      ...compareGap(
        a.slice(aAt, run.beforeStart).map((range, at) => ({ range, words: aWords[aAt + at] ?? [] })),
        b.slice(bAt, run.afterStart).map((range, at) => ({ range, words: bWords[bAt + at] ?? [] })),
      ),
    )
    aAt = run.beforeStart + run.length
    bAt = run.afterStart + run.length
  }
  return changes
}

type Sentence = { readonly range: SentenceRange; readonly words: readonly string[] }

function compareGap(a: readonly Sentence[], b: readonly Sentence[]): CopyChange[] {
  const changes: CopyChange[] = []
  let aAt = 0
  for (const sentence of b) {
    const partner = findPartner(a, aAt, sentence)
    if (partner < 0) {
      const isFurniture = sentence.words.length < 12
      changes.push({ kind: 'added', copy: sentence.range, isFurniture })
      continue
    }
    for (; aAt < partner; aAt++) changes.push({ kind: 'dropped', original: a[aAt]?.range ?? sentence.range })
    const original = a[partner]
    aAt = partner + 1
    const words = original ? compareWords(original.words, sentence.words) : []
    if (original && words.length > 0)
      changes.push({ kind: 'altered', original: original.range, copy: sentence.range, words })
  }
  for (const { range } of a.slice(aAt)) changes.push({ kind: 'dropped', original: range })
  return changes
}

function findPartner(a: readonly Sentence[], from: number, { words }: Sentence): number {
  let [best, bestLikeness] = [-1, ALIKE]
  for (let at = from; at < Math.min(a.length, from + NEARBY); at++) {
    const likeness = likenessOf(a[at]?.words ?? [], words)
    if (likeness > bestLikeness) [best, bestLikeness] = [at, likeness]
  }
  return best
}

/** Share of words in common; a sentence cut short counts by what is left of it. */
function likenessOf(one: readonly string[], other: readonly string[]): number {
  const left = new Set(one.map(foldWord))
  const shared = other.filter((word) => left.has(foldWord(word))).length
  return shared / Math.max(1, Math.min(one.length, other.length) + 0.25 * Math.abs(one.length - other.length))
}

function compareWords(a: readonly string[], b: readonly string[]): WordChange[] {
  const changes: WordChange[] = []
  let [aAt, bAt] = [0, 0]
  for (const run of [
    ...findSameRuns(a.map(foldWord), b.map(foldWord)),
    { beforeStart: a.length, afterStart: b.length, length: 0 },
  ]) {
    const change = { dropped: a.slice(aAt, run.beforeStart).join(' '), added: b.slice(bAt, run.afterStart).join(' ') }
    if (change.dropped !== '' || change.added !== '') changes.push(change)
    aAt = run.beforeStart + run.length
    bAt = run.afterStart + run.length
  }
  return changes
}

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][[\p{L}\p{M}\p{N}\u200c\u200d]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]*(?:[.,٫٬:][\p{N}]+|[’'][\p{L}\p{M}]+)*/gv

/** A number with its separators is one word: that is what changes in an edited report. */
function wordsOf(sentence: string): string[] {
  return sentence.match(WORDS) ?? []
}

function foldAll(words: readonly string[]): string {
  return words.map(foldWord).join(' ')
}
