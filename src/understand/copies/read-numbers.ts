// In: a sentence and its tokens. Out: the numbers it names, in figures or words of any language, as values.
// «33 млн», «33 millions», «thirty-three million» and «3300万» are all 33,000,000.

import type { Token } from '../../lib/analyse/analyse.ts'
import { foldLetter } from '../../lib/analyse/fold-letters.ts'
import type { WordKnowledge } from './know-words.ts'
import { numberJoints } from './number-words.ts'

/** `text.slice(start, end)` names `value`. */
export type NamedNumber = { readonly value: number; readonly start: number; readonly end: number }

const FIGURE = /\p{Nd}+(?:[.,٫٬’'\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?/gu
const HAN_NUMBER = /[零〇一二两兩三四五六七八九十百千万萬亿億]+/gu
const HAN_SCALE = /^\s*([十百千]?[万萬亿億]|千)/u
const hanDigits = '零一二三四五六七八九'
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

type Part = NamedNumber & { readonly kind: 'figure' | 'word' | 'multiplier' }

/** Numbers in order of place; zero and one are left out, as are figures of more than thirteen digits: they are names of accounts. */
export function readNumbers(sentence: string, tokens: readonly Token[], know: WordKnowledge): NamedNumber[] {
  const figures = readFigures(sentence)
  const parts: Part[] = [...figures, ...readWords(sentence, tokens, know, figures)]
  parts.sort((a, b) => a.start - b.start)
  const numbers: NamedNumber[] = []
  for (let at = 0; at < parts.length;) {
    const { number, next } = compose(sentence, parts, at)
    if (number && number.value > 1) numbers.push(number)
    at = next
  }
  return numbers
}

function readFigures(sentence: string): Part[] {
  const parts: Part[] = []
  for (const match of sentence.matchAll(FIGURE)) {
    const [figure] = match
    const start = match.index
    const end = start + figure.length
    const value = valueOfFigure(figure)
    const scale = HAN_SCALE.exec(sentence.slice(end, end + 4))
    if (Number.isFinite(value) && value < 1e13)
      parts.push(
        scale?.[1]
          ? { kind: 'figure', value: round(value * valueOfHan(scale[1])), start, end: end + scale[0].length }
          : { kind: 'figure', value, start, end },
      )
  }
  if (!/[一二两兩三四五六七八九十]/.test(sentence)) return parts
  for (const match of sentence.matchAll(HAN_NUMBER)) {
    const [figure] = match
    const isTaken = parts.some((part) => part.start <= match.index && match.index < part.end)
    // A single letter is more often part of a word than a number.
    if (isTaken || figure.length < 2) continue
    parts.push({ kind: 'figure', value: valueOfHan(figure), start: match.index, end: match.index + figure.length })
  }
  return parts
}

/** Groups of three behind a separator are thousands; anything else behind one is a fraction. */
function valueOfFigure(figure: string): number {
  let plain = ''
  for (const letter of figure) plain += /\p{Nd}/u.test(letter) ? foldLetter(letter) : letter
  const groups = plain.split(/[.,٫٬’'\u00a0\u202f ]/)
  const separators = plain.replace(/\d/g, '')
  const isGrouped =
    groups.length > 1 && groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? '').length <= 3
  if (isGrouped && new Set(separators).size === 1) return Number(groups.join(''))
  const last = groups.at(-1) ?? ''
  if (groups.length === 1) return Number(last)
  return Number(`${groups.slice(0, -1).join('')}.${last}`)
}

function valueOfHan(figure: string): number {
  // A row of digits, as in years: 二〇二三.
  if (!/[十百千万萬亿億]/.test(figure)) return Number([...figure].map((letter) => digitOf(letter)).join(''))
  let [total, section, digit] = [0, 0, 0]
  for (const letter of figure) {
    const unit = hanUnits[letter]
    if (unit === undefined) digit = digitOf(letter)
    else if (unit < 1e4) {
      section += (digit || 1) * unit
      digit = 0
    } else {
      total = (total + section + digit || 1) * unit
      section = digit = 0
    }
  }
  return total + section + digit
}

function digitOf(letter: string): number {
  return Math.max(0, hanDigits.indexOf(letter.replace('〇', '零').replace(/[两兩]/, '二')))
}

function readWords(sentence: string, tokens: readonly Token[], know: WordKnowledge, figures: readonly Part[]): Part[] {
  const parts: Part[] = []
  for (const { token, start, end } of tokens) {
    const { number, hasCapital } = know(sentence.slice(start, end), token)
    // «Seis» in «Seis de Octubre Square» and «Sept» in a name: words with a capital inside a sentence are names.
    if (!number || (start > 0 && hasCapital)) continue
    if (figures.some((figure) => figure.start < end && start < figure.end)) continue
    parts.push({ kind: number.multiplies ? 'multiplier' : 'word', value: number.value, start, end })
  }
  return parts
}

/** Puts parts that follow each other together: «33» «million», «two» «hundred» «and» «six», «mil» «quinientos». */
function compose(sentence: string, parts: readonly Part[], from: number): { number: NamedNumber | null; next: number } {
  const first = parts[from]
  if (!first) return { number: null, next: from + 1 }
  let [total, section] = first.kind === 'multiplier' ? [0, first.value] : [0, first.value]
  let last = first
  let at = from + 1
  for (let part = parts[at]; part && isJoined(sentence, last, part); part = parts[++at]) {
    if (part.kind === 'figure') break
    if (part.kind === 'word') {
      if (last.kind !== 'multiplier' && !(last.kind === 'word' && last.value >= 20 && part.value < 10)) break
      section += part.value
    } else if (part.value < 1000) section = section < 100 ? section * part.value : section + part.value
    else {
      // «mil millones», «тысяча миллионов»: the larger unit takes all that went before.
      total = section === 0 ? total * part.value : total + section * part.value
      section = 0
    }
    last = part
  }
  // A bare «thousands» or «hundred» counts nothing.
  if (first.kind === 'multiplier' && at === from + 1) return { number: null, next: at }
  return { number: { value: round(total + section), start: first.start, end: last.end }, next: at }
}

function isJoined(sentence: string, before: Part, after: Part): boolean {
  const between = sentence.slice(before.end, after.start)
  if (between.length > 6) return false
  const word = between.replace(/[\s\u00a0-]+/g, '').toLowerCase()
  return word === '' || numberJoints.has(word)
}

/** 2.5 × 10,000 must not come out as 24999.999. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}
