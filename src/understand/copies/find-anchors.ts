// In: a text and its language. Out: its sentences, each with its length and what survives translation in it:
// numbers, days, countries, and names by their skeletons. Everything else a translator chooses freely.

import { analyse, type Token } from '../../lib/analyse/analyse.ts'
import { foldLetter } from '../../lib/analyse/fold-letters.ts'
import { knowWordsOf, type WordKnowledge } from './know-words.ts'
import { namesOf, type LanguageNames } from './language-names.ts'
import { skeletonOf, spellsNames } from '../../lib/name-skeleton.ts'
import { readDates } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import { splitSentences, type SentenceRange } from './split-sentences.ts'

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
  return anchorSentences(text, language, publishedAt).map(({ sentence }) => sentence)
}

/** The same with their places: `text.slice(start, end)` is the sentence. */
export function anchorSentences(
  text: string,
  language: string | null,
  publishedAt: number | null,
): (SentenceRange & { readonly sentence: AnchoredSentence })[] {
  const plain = text.slice(0, MOST_LETTERS).replace(/[٠-٩۰-۹०-९০-৯０-９]/g, foldLetter)
  const tag = language ?? 'und'
  const words = { language: tag, names: namesOf(tag), know: knowWordsOf(tag) }
  const year = publishedAt === null ? null : new Date(publishedAt).getUTCFullYear()
  const read = (start: number, end: number) =>
    anchorSentence(plain.slice(start, Math.min(end, start + LONGEST_SENTENCE)), words, year)
  return splitSentences(plain, MOST_SENTENCES * 2)
    .map(({ start, end }) => ({ start, end, sentence: read(start, end) }))
    .filter(({ sentence }) => sentence.size >= LEAST_SIZE)
    .slice(0, MOST_SENTENCES)
}

/** Letters of English that one letter of a script stands for: medians of texts with their translations. */
const densities: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/u, 3.6],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 1.4],
  [/\p{Script=Hangul}/u, 2.1],
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/u, 1.33],
  [/\p{Script=Cyrillic}/u, 1.08],
]
/** By UTF-16 unit; NaN = not looked at yet. */
const sizes = new Float32Array(65_536).fill(NaN)

function sizeOf(sentence: string): number {
  let size = 0
  for (let at = 0; at < sentence.length; at++) {
    const unit = sentence.charCodeAt(at)
    const known = sizes[unit] ?? 0
    if (known === known) size += known
    else size += sizes[unit] = sizeOfLetter(sentence[at] ?? '')
  }
  return size
}

function sizeOfLetter(letter: string): number {
  if (!/[\p{L}\p{N}]/u.test(letter)) return 0
  return densities.find(([letters]) => letters.test(letter))?.[1] ?? 1
}

type Range = { readonly start: number; readonly end: number }

type Words = { readonly language: string; readonly names: LanguageNames; readonly know: WordKnowledge }

function anchorSentence(sentence: string, { language, names, know }: Words, year: number | null): AnchoredSentence {
  const tokens = analyse(sentence)
  const anchors: Anchor[] = []
  const taken = new Uint8Array(sentence.length)
  const isFree = ({ start, end }: Range) => taken[start] === 0 && taken[end - 1] === 0
  const take = (code: string, weight: number, { start, end }: Range) => {
    taken.fill(1, start, end)
    if (anchors.length < MOST_ANCHORS) anchors.push({ code, weight })
  }
  const numbers = readNumbers(sentence, tokens, know)
  for (const { code, ...range } of readDates(sentence, tokens, numbers, names, year))
    take(code, weightOfDate(code), range)
  for (const { value, ...range } of numbers) if (isFree(range)) take(`n:${value}`, weightOfNumber(value, year), range)
  for (const { code, ...range } of findCountries(sentence, tokens, names))
    if (isFree(range)) take(`c:${code}`, 1, range)
  const words: string[] = []
  for (const token of tokens) {
    if (!isFree(token)) continue
    const word = know(sentence.slice(token.start, token.end), token.token)
    const { adjective, hasCapital, skeleton } = word
    if (adjective && (adjective.isLong || (hasCapital && token.start > 0))) take(`c:${adjective.code}`, 0.8, token)
    else if (!word.looksLikeName || isAtStart(sentence, token.start)) words.push(...word.skeletons)
    // German writes every noun with a capital.
    else if (skeleton.length >= 2)
      take(`s:${skeleton}`, weightOfName(skeleton) * (/^(de|lb|nds)\b/.test(language) ? 0.4 : 1), token)
  }
  words.push(...spelledRuns(sentence))
  return { size: sizeOf(sentence), anchors, words: [...new Set(words)] }
}

/** The first word has a capital whatever it is, also behind a quotation mark or a colon. */
function isAtStart(sentence: string, start: number): boolean {
  return /(?:^|[:“«„"—–-]\s?)$/u.test(sentence.slice(Math.max(0, start - 2), start))
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
