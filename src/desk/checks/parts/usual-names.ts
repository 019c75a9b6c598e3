// Names that a run prints often, and words that are one letter away from them.

import type { CheckDocument } from '../check.ts'
import { editDistance } from '../../../lib/edit-distance.ts'
import { onceForRun } from './once-for-run.ts'
import { runWords } from './run-words.ts'
import { foldLetters } from './words.ts'

/** How often a run must print a name for it to be the usual spelling. */
const USUAL = 4

const byInitial = onceForRun((all) =>
  Map.groupBy(
    [...runWords(all).counts].filter(([word, times]) => times >= USUAL && word.length > 5 && /^\p{Lu}/u.test(word)),
    ([word]) => foldLetters(word).charAt(0),
  ),
)

/** The name that the run prints often and that `form`, printed once or twice, misses by one letter; null when there is none. */
export function usualSpelling(all: readonly CheckDocument[], form: string): string | null {
  const { counts, lower } = runWords(all)
  const folded = foldLetters(form)
  if (folded.length < 6 || (counts.get(form) ?? 0) > 2 || lower.has(form.toLowerCase())) return null
  if (counts.has(`${form}s`) || lower.has(`${form.toLowerCase()}s`)) return null
  const usual = (byInitial(all).get(folded.charAt(0)) ?? []).find(([known]) => isSlip(folded, foldLetters(known)))
  return usual?.[0] ?? null
}

/** Endings make words, not slips: "Iranian", "Algerians", "Nigerien". */
export function isSlip(word: string, known: string): boolean {
  if (known.length < 6 || word === known || word.charAt(0) !== known.charAt(0)) return false
  if (editDistance(word, known, 1) !== 1) return false
  const [short, long] = word.length < known.length ? [word, known] : [known, word]
  if (long.startsWith(short) || word.slice(0, -1) === known.slice(0, -1)) return false
  return (
    word.slice(0, -2) !== known.slice(0, -2) || word.length !== known.length || !/(?:[aeo]n|[aeiou]s?|ns)$/u.test(word)
  )
}

/** Transcriptions disagree about vowels; a slip of the pen drops, doubles or mistakes any letter. */
export function isOtherVowel(a: string, b: string): boolean {
  const bones = (word: string): string => foldLetters(word).replace(/[aeiouy]/gu, '')
  return a.length === b.length && bones(a) === bones(b)
}
