// Names of the original of which nothing is left in the translation.

import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { skeletonOf } from '../../lib/name-skeleton.ts'
import { countryStems, findCountries } from './country-names.ts'
import { givenNames } from './given-names.ts'
import { isInstitutionWord } from './institution-words.ts'
import { foldName, readNameRuns, type NameRun, type NameWord } from './name-runs.ts'
import {
  isLatin,
  isSpeltSo,
  judgedWords,
  LEAST_LETTERS,
  LEAST_SOUNDS,
  textOf,
  withoutCapitals,
  wordsOf,
  type Missing,
  type Reading,
} from './name-reading.ts'
import type { SentenceSounds } from './sentence-sounds.ts'

/** Languages in Latin letters whose words for institutions are known: see institution-words.ts. */
const keepsNames = /^(?:fr|es|pt|it|tr)(?:-|$)/u

/** Names of the original of which nothing is heard in the translation. */
export function findGone({ pair, inTarget, pinyin }: Reading): Missing[] {
  if (pinyin !== null) {
    const has = new Set(wordsOf(pair.target))
    return pinyin.persons
      .filter(({ surname, given }) =>
        [given, surname, surname + given, given + surname].every((name) => !has.has(name)),
      )
      .map(({ text }) => ({ text, isAlone: false }))
  }
  if (/\p{Script=Arabic}/u.test(pair.source)) return findGoneGiven(pair.source, inTarget)
  if (withoutCapitals.test(pair.from ?? 'und')) return []
  const codes = [...findCountries(pair.source, pair.from).keys(), ...findCountries(pair.target, pair.to).keys()]
  const stems = countryStems(pair.from, codes).map(foldName)
  const inLatin = isLatin(pair.source)
  const words = inLatin ? wordsOf(pair.target) : []
  // In the same letters names are spelt the same, or nearly: persons of whom no word is.
  const spelt = (run: NameRun, judged: readonly NameWord[]): Missing[] => {
    const parts = run.words.flatMap(({ folded }) => folded.split('-'))
    const isThere = parts.some((part) => words.some((word) => isSpeltSo(part, word)))
    const isLong = judged.length >= 2 && judged.some(({ folded }) => folded.length >= LEAST_LETTERS)
    // Institutions have small words inside, and in languages whose words for them we do not know they look like persons.
    const isPerson = keepsNames.test(pair.from ?? '') && !/\s\p{Ll}/u.test(textOf(run.words, pair.source))
    return isThere || !isLong || !isPerson ? [] : [{ text: textOf(judged, pair.source), isAlone: false }]
  }
  return readNameRuns(pair.source).flatMap((run): Missing[] => {
    if (run.words.some(({ folded }) => isInstitutionWord(folded))) return []
    const judged = judgedWords(run, 2).filter(({ folded }) => !stems.some((stem) => folded.startsWith(stem)))
    if (inLatin) return spelt(run, judged)
    const isThere =
      run.words.some(({ folded }) => inTarget.hasSurely(folded)) || judged.some(({ folded }) => inTarget.has(folded))
    const isLong = judged.some(({ folded }) => skeletonOf(folded).length >= LEAST_SOUNDS)
    if (isThere || !isLong) return []
    return [{ text: textOf(judged, pair.source), isAlone: judged.length < 2 }]
  })
}

/** A given name, and the word after it, of which neither is heard. */
function findGoneGiven(source: string, inTarget: SentenceSounds): Missing[] {
  const words = [...source.matchAll(/[\p{L}\p{M}\u200c]+/gu)]
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    const given = foldWord(word[0].replace(/^[ولب](?=\p{L}{3})/u, ''))
    if (!next || !(givenNames.has(foldWord(word[0])) || givenNames.has(given))) return []
    const family = foldWord(next[0].replace(/^ال(?=\p{L}{2})/u, ''))
    const both = [given, family].map((one) => skeletonOf(one))
    const isLong = both.every((one) => one.length >= 2) && both.some((one) => one.length >= LEAST_SOUNDS)
    if (!isLong || inTarget.has(given) || inTarget.has(family)) return []
    return [{ text: source.slice(word.index, next.index + next[0].length), isAlone: false }]
  })
}
