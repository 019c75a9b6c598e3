// In: a text and its language. Out: its sentences, each with its length and what survives translation in it:
// numbers, days, countries, and names by their skeletons. Everything else a translator chooses freely.

import { analyse, type Token } from '../../lib/analyse/analyse.ts'
import { foldLetter, foldWord } from '../../lib/analyse/fold-letters.ts'
import { namesOf, type LanguageNames } from './language-names.ts'
import { skeletonOf, spellsNames } from './name-skeleton.ts'
import { readDates } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import { splitSentences } from './split-sentences.ts'

/** `code` is `n:725000`, `d:7-17`, `m:7`, `w:1`, `c:ML` or `s:PMK`; `weight` is how much its meeting says, in about bits. */
export type Anchor = { readonly code: string; readonly weight: number }

export type AnchoredSentence = {
  /** Letters, scaled to what the same thought takes in English. */
  readonly size: number
  readonly anchors: readonly Anchor[]
  /** Skeletons of words that may be names and may not (scripts without capitals, first words): worth a meeting, not a miss. */
  readonly words: readonly string[]
}

/** More are neither found nor compared. */
export const MOST_SENTENCES = 120
const MOST_LETTERS = 40_000
const MOST_ANCHORS = 40
const LONGEST_SENTENCE = 1_500
/** Menus, buttons and captions of one word: any of them is as long as any other. */
const LEAST_SIZE = 24

/** Reads at most 40,000 letters and 120 sentences; the time grows with them. Very short lines are left out. */
export function findAnchors(text: string, language: string | null, publishedAt: number | null): AnchoredSentence[] {
  const plain = text.slice(0, MOST_LETTERS).replace(/[٠-٩۰-۹०-९০-৯０-９]/g, foldLetter)
  const tag = language ?? 'und'
  const names = namesOf(tag)
  const year = publishedAt === null ? null : new Date(publishedAt).getUTCFullYear()
  return splitSentences(plain, MOST_SENTENCES * 2)
    .map(({ start, end }) =>
      anchorSentence(plain.slice(start, Math.min(end, start + LONGEST_SENTENCE)), tag, names, year),
    )
    .filter(({ size }) => size >= LEAST_SIZE)
    .slice(0, MOST_SENTENCES)
}

/** Letters of English that one letter of a script stands for: medians of texts with their translations. */
const densities: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/gu, 3.6],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 1.4],
  [/\p{Script=Hangul}/gu, 2.1],
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/gu, 1.33],
  [/\p{Script=Cyrillic}/gu, 1.08],
]

function sizeOf(sentence: string): number {
  let size = sentence.replace(/[^\p{L}\p{N}]/gu, '').length
  for (const [letters, density] of densities) size += (density - 1) * (sentence.match(letters)?.length ?? 0)
  return size
}

type Range = { readonly start: number; readonly end: number }

function anchorSentence(
  sentence: string,
  language: string,
  names: LanguageNames,
  year: number | null,
): AnchoredSentence {
  const tokens = analyse(sentence)
  const anchors: Anchor[] = []
  const taken: Range[] = []
  const isFree = ({ start, end }: Range) => !taken.some((range) => range.start < end && start < range.end)
  const take = (code: string, weight: number, range: Range) => {
    taken.push(range)
    if (anchors.length < MOST_ANCHORS) anchors.push({ code, weight })
  }
  const numbers = readNumbers(sentence, tokens, language)
  for (const { code, ...range } of readDates(sentence, tokens, numbers, names, year))
    take(code, weightOfDate(code), range)
  for (const { value, ...range } of numbers) if (isFree(range)) take(`n:${value}`, weightOfNumber(value, year), range)
  for (const { code, ...range } of findCountries(sentence, tokens, names))
    if (isFree(range)) take(`c:${code}`, 1, range)
  const words: string[] = []
  for (const token of tokens.filter(isFree)) {
    const word = sentence.slice(token.start, token.end)
    const country = adjectiveOf(word, token.start > 0, names)
    if (country) take(`c:${country}`, 0.8, token)
    else if (isName(word, token.start, sentence)) takeName(word, language, token, take)
    else if (mayBeName(word, token.start)) words.push(...skeletonsOf(word, token.token))
  }
  words.push(...spelledRuns(sentence))
  return { size: sizeOf(sentence), anchors, words: [...new Set(words)] }
}

function takeName(
  word: string,
  language: string,
  token: Token,
  take: (code: string, weight: number, range: Range) => void,
) {
  const skeleton = skeletonOf(foldWord(word))
  // German writes every noun with a capital.
  if (skeleton.length >= 2)
    take(`s:${skeleton}`, weightOfName(skeleton) * (/^(de|lb|nds)\b/.test(language) ? 0.4 : 1), token)
}

/** How much it says that two texts name one skeleton: about the bits by which chance is excluded. */
export function weightOfName(skeleton: string): number {
  return [0, 0, 0.4, 1, 1.6, 2.1, 2.5][skeleton.length] ?? 2.8
}

function weightOfNumber(value: number, year: number | null): number {
  if (value >= 1900 && value <= 2100 && Number.isInteger(value)) return value === year ? 0.4 : 1.2
  if (value <= 3) return 0.4
  if (value <= 12) return 0.8
  const digits = String(value).replace('.', '').replace(/0+$/, '').length
  return digits === 1 ? 1 : digits === 2 ? 1.6 : 2.4
}

function weightOfDate(code: string): number {
  return code.startsWith('d:') ? 1.4 : code.startsWith('w:') ? 0.8 : 0.5
}

function findCountries(sentence: string, tokens: readonly Token[], names: LanguageNames): (Range & { code: string })[] {
  const found: (Range & { code: string })[] = []
  if (names.unspaced) {
    for (const match of sentence.matchAll(names.unspaced.pattern)) {
      const code = names.unspaced.codes.get(match[0])
      if (code) found.push({ code, start: match.index, end: match.index + match[0].length })
    }
    return found
  }
  for (let at = 0; at < tokens.length; at++) {
    const phrases = names.countries.get(tokens[at]?.token ?? '')
    const phrase = phrases?.find((one) => one.tokens.every((token, step) => tokens[at + step]?.token === token))
    const [first, last] = [tokens[at], tokens[at + (phrase?.tokens.length ?? 1) - 1]]
    if (!phrase || !first || !last) continue
    // «oman», «chad», «turkey» in lower case are words.
    const isCased = /^\p{Ll}/u.test(sentence.slice(first.start, first.start + 2))
    if (isCased) continue
    found.push({ code: phrase.code, start: first.start, end: last.end })
    at += phrase.tokens.length - 1
  }
  return found
}

/** «Malian», «nigérien», «российский»: the country that an adjective is made from. */
function adjectiveOf(word: string, isInside: boolean, names: LanguageNames): string | null {
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}]{5,16}$/u.test(word)) return null
  const hasCapital = /^\p{Lu}/u.test(word)
  const folded = foldWord(word)
  const found = names.countryStems.find(({ stem }) => folded.startsWith(stem) && folded.length - stem.length <= 6)
  if (!found) return null
  return (hasCapital && isInside) || found.stem.length >= 5 ? found.code : null
}

function isName(word: string, start: number, sentence: string): boolean {
  if (!/^\p{Lu}/u.test(word) || word.length < 3) return false
  const isAcronym = word.length <= 5 && word === word.toUpperCase()
  // The first word has a capital whatever it is, also behind a quotation mark or a colon.
  return !isAcronym && !/(?:^|[:“«„"—–-]\s?)$/u.test(sentence.slice(Math.max(0, start - 2), start))
}

function mayBeName(word: string, start: number): boolean {
  if (word.length < 3) return false
  const first = word.slice(0, 2)
  return /^\p{Lu}/u.test(first) || (/^\p{Lo}/u.test(first) && start >= 0) // no capitals in this script
}

/** Both as printed and without the particles that Arabic and Hebrew write onto the word. */
function skeletonsOf(word: string, token: string): string[] {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) return []
  const folded = foldWord(word)
  const bare = folded.replace(/^(?:وال|بال|كال|فال|لل|ال|و|ب|ل|ف|ك|ה|ו|ב|ל|מ|ש|כ)(?=.{3})/u, '')
  return [...new Set([skeletonOf(folded), skeletonOf(bare), skeletonOf(token)])].filter((one) => one.length >= 3)
}

/** Series of letters with which Chinese and Japanese spell foreign names; `~` because their borders are unsure. */
function spelledRuns(sentence: string): string[] {
  if (!/[\p{Script=Han}\p{Script=Katakana}]/u.test(sentence)) return []
  const runs: string[] = []
  let run = ''
  for (const letter of `${sentence}。`) {
    if (spellsNames(letter)) run += letter
    else {
      const skeleton = run.length >= 2 ? skeletonOf(run) : ''
      if (skeleton.length >= 2) runs.push(`~${skeleton}`)
      run = ''
    }
  }
  return runs
}
