// In: a sentence. Out: what stays the same in any language: figures, days and months, names by their sound, kinds of marks.

import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { skeletonOf } from '../../lib/name-skeleton.ts'
import { findCalendarWords } from '../figures/calendar-words.ts'
import { readFigures } from '../figures/read-figures.ts'
import { findCommonWords } from './common-words.ts'

export type Anchors = {
  /** By value, whatever digits or words they are written with; and days and months. */
  readonly figures: ReadonlySet<string>
  /** Those of them that are written in digits, which a translation keeps without fail. */
  readonly firm: ReadonlySet<string>
  /** Words with a capital in Latin letters: names, mostly. */
  readonly verbatim: ReadonlySet<string>
  /** Consonant classes of words of three sounds and more. */
  readonly sounds: ReadonlySet<string>
  /** Everyday things that are spoken of, by the same names in every language. */
  readonly things: ReadonlySet<string>
  readonly asks: boolean
  readonly calls: boolean
  readonly quotes: boolean
}

/** @param language BCP 47; null = not known: then numbers in words, days and months are no anchors */
export function findAnchors(sentence: string, language: string | null): Anchors {
  const figures = readFigures(sentence, language)
  const words = sentence.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []
  const verbatim = new Set<string>()
  const sounds = new Set<string>()
  for (const [at, word] of words.entries()) {
    if (at > 0 && /^\p{Lu}\p{Script=Latin}{2,}/u.test(word)) verbatim.add(foldWord(word.toLowerCase()))
    if (word.length < 3 || word.length > 24) continue
    const skeleton = skeletonOf(foldWord(word.toLowerCase()))
    if (skeleton.length >= 3) sounds.add(skeleton)
  }
  return {
    figures: new Set([...figures.map(({ value }) => String(value)), ...findCalendarWords(sentence, language)]),
    firm: new Set(figures.filter(({ by }) => by === 'digits').map(({ value }) => String(value))),
    verbatim,
    sounds,
    things: findCommonWords(sentence, language),
    asks: /[?؟？]["'”’»)\s]*$/u.test(sentence),
    calls: /[!！]["'”’»)\s]*$/u.test(sentence),
    quotes: /["“”«»「『„]/u.test(sentence),
  }
}
