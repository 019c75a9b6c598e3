// In: a word as printed, and its language. Out: all that is worth knowing of it: number, adjective of a country, name.
// News repeats itself, so each is found out once and then remembered: most of the cost of a sketch was asking again.

import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { namesOf, type LanguageNames } from './language-names.ts'
import { skeletonOf } from '../../lib/name-skeleton.ts'
import { numberWordsOf, type NumberWord } from './number-words.ts'

export type KnownWord = {
  /** What it counts, if it is a number word. */
  readonly number: NumberWord | null
  readonly hasCapital: boolean
  /** At least three letters, a capital first, and not a short word all in capitals. */
  readonly looksLikeName: boolean
  /** Three letters or more with a capital first, or of a script without capitals. */
  readonly mayBeName: boolean
  /** The country whose name it is made from; `isLong`: by so much that a small letter does not matter. */
  readonly adjective: { readonly code: string; readonly isLong: boolean } | null
  readonly skeleton: string
  /** Skeletons of at least three classes: as printed and without the particles that Arabic and Hebrew write onto the word. */
  readonly skeletons: readonly string[]
}

export type WordKnowledge = (word: string, token: string) => KnownWord

const MOST_LANGUAGES = 60
const MOST_WORDS = 20_000
const LONGEST_KEPT = 40

const knowledge = new Map<string, WordKnowledge>()

/** Remembers at most 20,000 words of each of 60 languages. */
export function knowWordsOf(language: string): WordKnowledge {
  const known = knowledge.get(language)
  if (known) return known
  if (knowledge.size >= MOST_LANGUAGES) knowledge.clear()
  const made = makeKnowledge(namesOf(language), numberWordsOf(language))
  knowledge.set(language, made)
  return made
}

function makeKnowledge(names: LanguageNames, numbers: ReadonlyMap<string, NumberWord>): WordKnowledge {
  const words = new Map<string, KnownWord>()
  return (word, token) => {
    const known = words.get(word)
    if (known) return known
    const made = study(word, token, names, numbers)
    if (words.size >= MOST_WORDS) words.clear()
    // A slice would keep the whole text alive behind the remembered word.
    if (word.length <= LONGEST_KEPT) words.set(Buffer.from(word, 'utf16le').toString('utf16le'), made)
    return made
  }
}

function study(word: string, token: string, names: LanguageNames, numbers: ReadonlyMap<string, NumberWord>): KnownWord {
  const folded = foldWord(word)
  const hasCapital = /^\p{Lu}/u.test(word)
  const isAcronym = word.length <= 5 && word === word.toUpperCase()
  const mayBeName = word.length >= 3 && (hasCapital || /^\p{Lo}/u.test(word))
  return {
    // Arabic writes «and» onto the word.
    number: numbers.get(folded) ?? numbers.get(folded.replace(/^و/, '')) ?? numbers.get(token) ?? null,
    hasCapital,
    looksLikeName: hasCapital && word.length >= 3 && !isAcronym,
    mayBeName,
    adjective: findAdjective(word, folded, names),
    skeleton: hasCapital ? skeletonOf(folded) : '',
    skeletons: mayBeName ? skeletonsOf(word, folded, token) : [],
  }
}

/** «Malian», «nigérien», «российский»: the country that an adjective is made from. */
function findAdjective(word: string, folded: string, { countryStems }: LanguageNames): KnownWord['adjective'] {
  if (word.length < 5 || word.length > 16) return null
  const found = countryStems
    .get(folded.slice(0, 4))
    ?.find(({ stem }) => folded.startsWith(stem) && folded.length - stem.length <= 6)
  return found && /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(word)
    ? { code: found.code, isLong: found.stem.length >= 5 }
    : null
}

function skeletonsOf(word: string, folded: string, token: string): string[] {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) return []
  const bare = folded.replace(/^(?:وال|بال|كال|فال|لل|ال|و|ب|ل|ف|ك|ה|ו|ב|ל|מ|ש|כ)(?=.{3})/u, '')
  return [...new Set([skeletonOf(folded), skeletonOf(bare), skeletonOf(token)])].filter((one) => one.length >= 3)
}
