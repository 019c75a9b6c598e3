// In: profiles with their probabilities, and the words of a text. Out: the same, with close neighbours told apart by the words
// that only one of them has. Runs of a few letters, which tell a language from the world's others, drown in what two
// neighbours share: “vrijeme” fits three languages well, and against Serbian it is proof.

import { neighbourRules, type NeighbourRule } from './neighbour-words.ts'
import type { Ranked } from './weigh-evidence.ts'

/** Log-odds of all words together at most: a text may quote. */
const MOST = 9

/** Moves probability between neighbours, where one of them is likeliest; what the others have stays as it is. */
export function tellNeighbours(ranked: readonly Ranked[], words: readonly string[]): Ranked[] {
  let told = [...ranked]
  for (const rule of neighbourRules) {
    const first = told[0]?.profile ?? ''
    if (rule.ones.includes(first) || rule.others.includes(first)) told = applyRule(told, rule, words)
  }
  return told
}

function applyRule(ranked: readonly Ranked[], rule: NeighbourRule, words: readonly string[]): Ranked[] {
  const count = countOf(words, rule.forOnes) - countOf(words, rule.forOthers)
  const factor = Math.exp(Math.max(-MOST, Math.min(MOST, rule.weight * count)))
  const isOurs = ({ profile }: Ranked): boolean => rule.ones.includes(profile) || rule.others.includes(profile)
  const moved = ranked.map((one) =>
    rule.ones.includes(one.profile) ? { ...one, probability: one.probability * factor } : one,
  )
  const [before, after] = [sumOf(ranked.filter(isOurs)), sumOf(moved.filter(isOurs))]
  return moved
    .map((one) => (isOurs(one) ? { ...one, probability: (one.probability * before) / after } : one))
    .sort((a, b) => b.probability - a.probability)
}

/** Different words: one that is said ten times says it once. */
function countOf(words: readonly string[], stems: RegExp): number {
  return new Set(words.filter((word) => stems.test(word))).size
}

function sumOf(ranked: readonly Ranked[]): number {
  return ranked.reduce((sum, { probability }) => sum + probability, 0)
}
