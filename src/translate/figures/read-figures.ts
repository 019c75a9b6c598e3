// In: a sentence and its language. Out: the figures in it by value, whatever digits, grouping or words they are written with.
// What cannot be decided (“a few”, “ein”, a lone “one”) is no figure: only what is certain may be held against a translation.

import { numberWordsOf } from './number-words.ts'
import { readHanNumbers } from './han-numbers.ts'

export type Figure = { readonly value: number; readonly words: string; readonly by: 'digits' | 'words' }

const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10]

/** Digits of every script as ASCII; other letters as they are. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((one) => code >= one && code < one + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

const DIGITS = /\d+(?:[.,٬٫'’\u00a0\u202f\u2009 ]\d+)*/g

/** @param language BCP 47; null = not known, then digits alone are read */
export function readFigures(sentence: string, language: string | null): Figure[] {
  const text = toAsciiDigits(sentence)
    .replaceAll('’', "'")
    // The parts of a date are figures of their own.
    .replace(/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/g, '$1/$2/$3')
  const words = numberWordsOf(language)
  const inDigits = Array.from(text.matchAll(DIGITS), (match) => {
    const value = readDigits(match[0])
    const scale = scaleAfter(text.slice(match.index + match[0].length), words)
    return { value: value * scale.factor, words: match[0].trim() + scale.words, by: 'digits' as const }
  })
  const rest = text.replace(DIGITS, (figure) => '0'.repeat(figure.length).replaceAll('0', '#'))
  return [...inDigits, ...readWords(rest, words), ...readHanNumbers(rest)]
}

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
function readWords(text: string, words: ReadonlyMap<string, number>): Figure[] {
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
    const values = valuesOf(word.toLowerCase(), words)
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

const isAfterDigits = (text: string, word: string): boolean =>
  new RegExp(`#[\\s\u00a0\u202f]{0,2}${word}`, 'u').test(text)

function valuesOf(word: string, words: ReadonlyMap<string, number>): readonly number[] | undefined {
  const whole = words.get(word) ?? (word.startsWith('و') ? words.get(word.slice(1)) : undefined)
  if (whole !== undefined) return [whole]
  const parts = word.split('-').map((part) => words.get(part))
  return parts.length > 1 && parts.every((part) => part !== undefined) ? (parts as number[]) : undefined
}

function addUp(run: readonly number[]): number {
  let total = 0
  let group = 0
  for (const value of run) {
    if (value >= 1_000) {
      total += (group || 1) * value
      group = 0
    } else if (value === 100) group = (group || 1) * 100
    else group += value
  }
  return total + group
}
