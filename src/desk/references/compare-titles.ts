// In: two titles as words. Out: how much of what they say is the same, 0 to 1.
// A word weighs by how rare it is among all titles at hand, so that “Unveils New” in common says little.

import { isOneSlipApart } from './compare-names.ts'
import { heavyWords } from './fold-title.ts'

export type TitleWeights = (word: string) => number

/** Titles that stand for the language at large where few are at hand: a word never met weighs no more than this allows. */
const PRIOR_TITLES = 30
const SHORTEST_STEM = 4
const SHARED_STEM = 0.7
const STEM_MATCH = 0.9
/** “Part 1” and “Part 2” say the same but for what matters. */
const OTHER_NUMBER = 0.7

/** Weights of words over all titles, each counted once. */
export function weighWords(titles: readonly (readonly string[])[]): TitleWeights {
  const counts = new Map<string, number>()
  for (const words of titles) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const all = titles.length + PRIOR_TITLES
  return (word) => Math.log(all / (1 + (counts.get(word) ?? 0)))
}

/** The share of the weight of both titles that their common words hold. */
export function compareTitles(one: readonly string[], other: readonly string[], weightOf: TitleWeights): number {
  const a = heavyWords(one)
  const rest = heavyWords(other)
  const whole = sum(a, weightOf) + sum(rest, weightOf)
  let shared = 0
  const leftA: string[] = []
  for (const word of a) {
    const at = rest.indexOf(word)
    if (at < 0) leftA.push(word)
    else shared += 2 * weightOf(rest.splice(at, 1)[0] ?? '')
  }
  const alone: string[] = []
  for (const word of leftA) {
    const at = rest.findIndex((candidate) => isOneWord(word, candidate))
    if (at < 0) alone.push(word)
    else shared += STEM_MATCH * (weightOf(word) + weightOf(rest.splice(at, 1)[0] ?? ''))
  }
  const similarity = whole === 0 ? 0 : shared / whole
  return alone.some(isNumber) && rest.some(isNumber) ? similarity * OTHER_NUMBER : similarity
}

function sum(words: readonly string[], weightOf: TitleWeights): number {
  return words.reduce((total, word) => total + weightOf(word), 0)
}

const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word)

/** Two forms of a word (Africa, African), or two spellings (Bahman, Baman). */
export function isOneWord(one: string, other: string): boolean {
  if (isNumber(one) || isNumber(other)) return one === other
  if (isOneSlipApart(one, other)) return true
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  return same >= SHORTEST_STEM && same >= SHARED_STEM * Math.max(one.length, other.length)
}
