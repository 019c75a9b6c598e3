// In: a sentence and its language. Out: the figures in it by value, whatever digits, grouping or words they are written with.
// What cannot be decided (“a few”, “ein”, a lone “one”) is no figure: only what is certain may be held against a translation.

import { primaryOf } from '../../lib/primary-of.ts'
import { numberWordsOf } from './number-words.ts'
import { toAsciiDigits } from './ascii-digits.ts'
import { readHanNumbers } from './han-numbers.ts'
import { ordinalPart, splitCompound, valueAfter } from './more-number-words.ts'

export type Figure = { readonly value: number; readonly words: string; readonly by: 'digits' | 'words' }

const DIGITS = /\d+(?:[.,٬٫'’\u00a0\u202f\u2009 ]\d+)*/g

/** @param language BCP 47; null = not known, then digits alone are read */
export function readFigures(sentence: string, language: string | null): Figure[] {
  const text = toAsciiDigits(sentence)
    .replaceAll('’', "'")
    // The parts of a date are figures of their own.
    .replace(/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/g, '$1/$2/$3')
  const words = numberWordsOf(language)
  const primary = primaryOf(language)
  const inDigits = Array.from(text.matchAll(DIGITS), (match) => {
    const value = readDigits(match[0])
    const scale = scaleAfter(text.slice(match.index + match[0].length), words)
    return { value: value * scale.factor, words: match[0].trim() + scale.words, by: 'digits' as const }
  })
  const rest = text.replace(DIGITS, (figure) => '0'.repeat(figure.length).replaceAll('0', '#'))
  return [...inDigits, ...readWords(withoutPercent(rest), words, primary), ...readHanNumbers(rest)]
}

/** “Por ciento” is no hundred; “one and a half” is a number and a half. */
const withoutPercent = (text: string): string =>
  text
    .replace(/\b(?:por|pour|per|pro)[\s\u00a0]+c(?:iento|ent|ento)\b/giu, '%')
    .replace(/\band a half\b/giu, 'and half')
    .replace(/ [сз] (?=половин(?:ой|ою)(?!\p{L}))/giu, ' ')

/** “1,200”, “1.200”, “1 200”, “3,5”, “3.2”, “12,34,567”: three digits after a mark are grouping, unless the mark is the last and only of its kind and a decimal is likelier. */
export function readDigits(figure: string): number {
  const clean = figure.replace(/[\s\u00a0\u202f\u2009'’٬]/g, '').replaceAll('٫', '.')
  const marks = clean.replace(/\d/g, '')
  if (marks === '') return Number(clean)
  const last = marks.at(-1) ?? ''
  const tail = clean.slice(clean.lastIndexOf(last) + 1)
  const isMixed = new Set(marks).size > 1
  const isGrouping = !isMixed && (marks.length > 1 || (tail.length === 3 && !clean.startsWith('0')))
  if (isGrouping) return Number(clean.replace(/[.,]/g, ''))
  const whole = clean.slice(0, clean.lastIndexOf(last)).replace(/[.,]/g, '')
  return Number(`${whole}.${tail}`)
}

/** “3.2 million”, “5 тыс.”, “26万”: the word after the digits. */
function scaleAfter(after: string, words: ReadonlyMap<string, number>): { factor: number; words: string } {
  const han = /^\s*([万萬亿億千百])/.exec(after)?.[1]
  if (han !== undefined) return { factor: hanScales[han] ?? 1, words: han }
  const word = /^\s?\s?([\p{L}\p{M}]+)/u.exec(after)?.[1] ?? ''
  const factor = words.get(word.toLowerCase())
  return factor !== undefined && factor >= 1_000 ? { factor, words: ` ${word}` } : { factor: 1, words: '' }
}

const hanScales: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

/** Runs of number words: “two hundred and five”, “сто двадцать”, “خمسة وعشرون”. A run that is only “hundreds” counts as its scale. */
function readWords(text: string, words: ReadonlyMap<string, number>, language: string): Figure[] {
  if (words.size === 0) return []
  const found: Figure[] = []
  let run: number[] = []
  let spelt: string[] = []
  const end = (): void => {
    if (run.length > 0) found.push({ value: addUp(run), words: spelt.join(' '), by: 'words' })
    run = []
    spelt = []
  }
  for (const word of text.match(/#|[\p{L}\p{M}]+(?:['\u200c-][\p{L}\p{M}]+)*|[.,;:!?،؛؟。]/gu) ?? []) {
    // Signs of vowels are no letters.
    const lower = lowerOf(word, language).replace(/[\u064b-\u0652]/gu, '')
    const values = valuesOf(lower, words, language) ?? goOn(lower, language, run)
    if (values !== undefined) {
      // After digits a scale belongs to them.
      if (spelt.length === 0 && isAfterDigits(text, word) && values[0] !== undefined && values[0] >= 1_000) continue
      run.push(...values)
      spelt.push(word)
    } else if (!(run.length > 0 && /^(?:and|y|e|et|und|en|و|і|и)$/iu.test(word))) end()
  }
  end()
  return found
}

/** What goes on with a number that has begun: “сорок первая”, “bin iki yüz”. */
function goOn(word: string, language: string, run: readonly number[]): readonly number[] | undefined {
  const last = run.at(-1)
  if (last === undefined) return undefined
  const bare = language === 'ar' || language === 'fa' ? word.replace(/^و(?=\p{L}{2})/u, '') : word
  const value = valueAfter(bare, language)
  // “Trois milliards et demi”; but “nueve y media” is a time.
  if (value === HALF && /^(?:fr|es|pt|it)$/u.test(language)) return last >= 1_000 ? [last * HALF] : undefined
  return value === undefined ? undefined : [value]
}

const HALF = 0.5

/** İ has two dots too many in languages that do not know it. */
const lowerOf = (word: string, language: string): string =>
  language === 'tr' || language === 'az' ? word.toLocaleLowerCase(language) : word.toLowerCase()

const isAfterDigits = (text: string, word: string): boolean =>
  new RegExp(`#[\\s\u00a0\u202f]{0,2}${word}`, 'u').test(text)

function valuesOf(word: string, words: ReadonlyMap<string, number>, language: string): readonly number[] | undefined {
  const whole = valueOf(word, words) ?? (word.startsWith('و') ? valueOf(word.slice(1), words) : undefined)
  if (whole !== undefined) return [whole]
  const eighty = language === 'fr' ? /^quatre-vingts?-/u.exec(word)?.[0] : undefined
  const parts = (eighty === undefined ? word : word.slice(eighty.length)).split('-')
  if (parts.length > 1 || eighty !== undefined) {
    const values = parts.map(
      (part, at) => words.get(part) ?? (at > 0 && at === parts.length - 1 ? ordinalPart(part) : undefined),
    )
    const known = values.filter((value) => value !== undefined)
    if (known.length === parts.length) return eighty === undefined ? known : [80, ...known]
    // fifty-kilo, two-year-old
    const [first] = values
    if (language === 'en' && first !== undefined) return [first]
  }
  return splitCompound(word, language, words)
}

/** Of Arabic words the alif of a case is left out, and the hamza need not be printed. */
function valueOf(word: string, words: ReadonlyMap<string, number>): number | undefined {
  return (
    words.get(word) ??
    (word.startsWith('ا') ? words.get(`أ${word.slice(1)}`) : undefined) ??
    (/[\u0600-\u06ff]\u0627$/u.test(word) ? words.get(word.slice(0, -1)) : undefined)
  )
}

/** Indonesian: dua puluh is 20, dua belas 12. */
const TENFOLD = -10
const AND_TEN = -11

function addUp(run: readonly number[]): number {
  let total = 0
  let group = 0
  for (const value of run) {
    if (value === TENFOLD) group += (group % 10 || 1) * 10 - (group % 10)
    else if (value === AND_TEN) group += 10
    else if (value >= 1_000) {
      total += (group || 1) * value
      group = 0
    } else if (value === 100) group = (group || 1) * 100
    else group += value
  }
  return total + group
}
