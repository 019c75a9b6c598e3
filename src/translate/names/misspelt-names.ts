// Persons whose name the translation spells nearly as the original, and so wrongly.

import type { SegmentFlag } from '../../domain/translation.ts'
import { editDistance } from '../../lib/edit-distance.ts'
import type { SegmentPair } from '../compare/compare-segment.ts'
import { readNameRuns, type NameRun, type NameWord } from './name-runs.ts'
import { isLatin } from './name-reading.ts'
import { isPlainCapital } from './plain-capitals.ts'

/** Both sides in Latin letters: a person of whom one word is the same and another is nearly. */
export function findMisspelt({ source, target }: SegmentPair): SegmentFlag[] {
  if (!isLatin(source)) return []
  const runs = readNameRuns(source).filter(({ words }) => words.length >= 2)
  const targets = readNameRuns(target)
  return runs.flatMap((run) =>
    targets.flatMap((other): SegmentFlag[] => {
      const same = other.words.filter(({ folded }) => run.words.some((word) => word.folded === folded))
      if (same.length === 0) return []
      const [wrong, meant] = findNearly(run, other) ?? []
      if (!wrong || !meant) return []
      return [
        {
          kind: 'name',
          words: `“${meant.text}” of the original is “${wrong.text}” in the translation.`,
          inOriginal: meant.text,
          inTranslation: wrong.text,
        },
      ]
    }),
  )
}

/** Spellings that languages differ in for a name of a third one: Poutine and Putin, Shamjaní and Shamkhani. */
const sayAlike = (folded: string): string =>
  folded
    .replace(/ou|w/gu, 'u')
    .replace(/tch|ch|sh|sch|x/gu, 's')
    .replace(/dj|zh|g(?=[eiy])/gu, 'j')
    .replace(/kh|j|h/gu, 'h')
    .replace(/ae/gu, 'ai')
    .replace(/qu|q|c(?![eiy])/gu, 'k')
    .replace(/y/gu, 'i')
    .replace(/ph/gu, 'f')
    .replace(/(.)\1+/gu, '$1')
    .replace(/e$/u, '')

function findNearly(run: NameRun, other: NameRun): [NameWord, NameWord] | undefined {
  for (const word of other.words) {
    if (word.folded.length < 4 || isPlainCapital(word.folded) || run.words.some(({ folded }) => folded === word.folded))
      continue
    const meant = run.words.find(
      ({ folded }) =>
        !other.words.some((one) => one.folded === folded) &&
        sayAlike(folded) !== sayAlike(word.folded) &&
        editDistance(folded, word.folded, 2) <= (folded.length > 6 ? 2 : 1),
    )
    if (meant) return [word, meant]
  }
  return undefined
}
