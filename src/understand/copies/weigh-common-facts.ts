// In: the anchored sentences of two texts. Out: how much both name, wherever it stands.
// Walking through both is a hundred times dearer, so it is only done where there is enough to meet on the way.

import { weightOfName, type AnchoredSentence } from './find-anchors.ts'

/** Names that may be words count by this part. */
const MAYBE = 0.8

/** A scale for one text: weighs what another one has in common with it, each fact once. */
export function weighCommonFacts(own: readonly AnchoredSentence[]): (other: readonly AnchoredSentence[]) => number {
  const known = factsOf(own)
  return (other) => {
    let common = 0
    for (const [code, weight] of factsOf(other)) {
      const mine = known.get(code)
      if (mine !== undefined) common += Math.min(mine, weight)
    }
    return common
  }
}

function factsOf(sentences: readonly AnchoredSentence[]): Map<string, number> {
  const facts = new Map<string, number>()
  for (const { anchors, words } of sentences) {
    for (const { code, weight } of anchors) if (!facts.has(code)) facts.set(code, weight)
    for (const word of words)
      if (!word.startsWith('~') && !facts.has(`s:${word}`)) facts.set(`s:${word}`, weightOfName(word) * MAYBE)
  }
  return facts
}
