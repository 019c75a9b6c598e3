// Figures and dates of an original against those of its translation, by value.
// A translation may write five for 5, December for 12, 8:30 p.m. for 20:30, and 2024 for 1402: none of that is a change.

import type { SegmentFlag } from '../../domain/translation.ts'
import { toRoman } from '../../lib/roman.ts'
import { findCalendarWords, type Concept } from '../figures/calendar-words.ts'
import { readCalendarDates } from '../figures/calendar-dates.ts'
import { numberWordsOf } from '../figures/number-words.ts'
import { toAsciiDigits } from '../figures/ascii-digits.ts'
import { readFigures, type Figure } from '../figures/read-figures.ts'
import type { SegmentPair } from './compare-segment.ts'

/** “Two” may be a pair or both, “twelve” a dozen: below, words are no evidence. */
const LEAST_IN_WORDS = 13
/** Ordinals that stand for a figure of the other side. */
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

export function findChangedFigures(pair: SegmentPair): SegmentFlag[] {
  const source = readFigures(pair.source, pair.from)
  const target = readFigures(pair.target, pair.to)
  const gone = source.filter((figure) => isEvidence(figure) && !isKept(figure, target, pair.target, pair))
  const knowsWords = numberWordsOf(pair.from).size > 0 || /\p{Script=Han}/u.test(pair.source)
  const added = target.filter(
    (figure) =>
      figure.by === 'digits' && (knowsWords || figure.value > 100) && !isKept(figure, source, pair.source, pair),
  )
  return [
    ...unique(gone).map((words): SegmentFlag => ({
      kind: 'figure',
      words: `“${cut(words)}” of the original is not in the translation.`,
      ...asPrinted(words, pair.source, 'inOriginal'),
    })),
    ...unique(added).map((words): SegmentFlag => ({
      kind: 'figure',
      words: `“${cut(words)}” of the translation is not in the original.`,
      ...asPrinted(words, pair.target, 'inTranslation'),
    })),
  ]
}

const isEvidence = ({ by, value }: Figure): boolean => by === 'digits' || value >= LEAST_IN_WORDS
const unique = (figures: readonly Figure[]): string[] => [...new Set(figures.map(({ words }) => words))]
const cut = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words)

/** The figure as it stands in its sentence, whose digits may be of another script: these are one for one. */
function asPrinted(words: string, sentence: string, side: 'inOriginal' | 'inTranslation'): Partial<SegmentFlag> {
  const plain = toAsciiDigits(sentence).replaceAll('’', "'")
  const at = plain.length === sentence.length ? plain.indexOf(words) : -1
  return at < 0 ? {} : { [side]: sentence.slice(at, at + words.length) }
}

function isKept({ value }: Figure, others: readonly Figure[], otherText: string, pair: SegmentPair): boolean {
  if (others.some((other) => isSame(value, other.value))) return true
  const lower = otherText.toLowerCase()
  if (value <= 1) return true
  if (ordinals[value] !== undefined && lower.includes(ordinals[value])) return true
  if (isFraction(value, lower) || isClock(value, others, lower)) return true
  if (isOtherCalendar(value, others, pair)) return true
  if (value % 12 === 0 && value <= 48 && /\bdozens?\b/u.test(lower)) return true
  if (value === 12 && /\bdozen|noon|midnight|ظهر/u.test(lower)) return true
  if (
    value > 12 &&
    value < 24 &&
    others.some((other) => other.value === value - 12) &&
    /p\.?\s?m\b|o[’']clock|afternoon|evening|night|مساء|عصر|بعدازظهر/u.test(lower)
  )
    return true
  if (value < 12 && others.some((other) => other.value === value + 12)) return true
  if (value >= 1 && value <= 12 && months(otherText, pair).has(`month:${value}`)) return true
  if (!Number.isInteger(value) || value < 2 || value > 39) return false
  return new RegExp(`(?<![A-Z])${toRoman(value).toUpperCase()}(?![A-Z])`).test(otherText)
}

/** 25 percent is a quarter. */
const fractions: Readonly<Record<number, RegExp>> = {
  10: /\btenth\b/u,
  20: /\bfifth\b/u,
  25: /\bquarter\b/u,
  33: /\bthird\b/u,
  50: /\bhalf\b/u,
  66: /\btwo[ -]thirds\b/u,
  75: /\bthree[ -]quarters\b/u,
}
const isFraction = (value: number, text: string): boolean => fractions[value]?.test(text) === true

/** 14.30 is 2:30; 3点半 is 3:30. */
function isClock(value: number, others: readonly Figure[], text: string): boolean {
  if (value === 30 && /点半|點半|halb|half past|y media|et demie|полови|пів на|نصف|نیم|buçuk/u.test(text)) return true
  const has = (wanted: number): boolean => others.some((other) => other.by === 'digits' && other.value === wanted)
  const [hour, minute] = clockOf(value)
  if (hour !== undefined && (has(hour) || has(hour - 12)) && (minute === 0 || has(minute ?? -1))) return true
  return others.some((other) => {
    const [theirs, minutes] = clockOf(other.value, other.words)
    return theirs !== undefined && (theirs === value || theirs - 12 === value || minutes === value)
  })
}

/** Hour and minute of a figure that was read as a decimal; nothing where it is none. */
function clockOf(value: number, words = String(value)): [hour: number, minute: number] | [] {
  const found = /^(\d{1,2})[.,](\d{1,2})$/u.exec(words)
  if (!found) return []
  const hour = Number(found[1])
  const minute = Number((found[2] ?? '').padEnd(2, '0'))
  return hour < 24 && minute < 60 && value < 24 ? [hour, minute] : []
}

/** A day of another calendar is another number in ours: 22 Bahman 1401 is 11 February 2023. */
function isOtherCalendar(value: number, others: readonly Figure[], { source }: SegmentPair): boolean {
  return readCalendarDates(source)
    .flat()
    .some(({ own, ours }) => {
      if (own === value) return others.some((other) => ours.includes(other.value))
      return ours.includes(value) && others.some((other) => own === other.value)
    })
}

const months = (text: string, { from, to, source }: SegmentPair): Set<Concept> =>
  findCalendarWords(text, text === source ? from : to)

/** Rounding of a scale (3.2 million for 3,200,000) is none; a year of another era is the same year. */
function isSame(one: number, other: number): boolean {
  if (Math.abs(one - other) <= Math.abs(one) * 1e-9) return true
  return isYearOf(one, other) || isYearOf(other, one)
}

/** Persian, Islamic and Buddhist years, and the Gregorian ones that they lie in. */
function isYearOf(era: number, gregorian: number): boolean {
  if (!Number.isInteger(era) || !Number.isInteger(gregorian) || gregorian < 1900 || gregorian > 2100) return false
  const persian = era + 621
  const islamic = Math.floor(era * 0.970_224 + 621.57)
  const isPersian = era > 1270 && era < 1480 && (gregorian === persian || gregorian === persian + 1)
  const isIslamic = era > 1300 && era < 1530 && Math.abs(gregorian - islamic) <= 1
  return isPersian || isIslamic || (era > 2440 && era < 2650 && gregorian === era - 543)
}

/** A day of the week or a month that became another one. One that was only left out is no change. */
export function findChangedDates(pair: SegmentPair): SegmentFlag[] {
  const source = findCalendarWords(pair.source, pair.from)
  const target = findCalendarWords(pair.target, pair.to)
  return (['day', 'month'] as const).flatMap((kind): SegmentFlag[] => {
    const gone = [...source].filter((one) => one.startsWith(kind) && !target.has(one))
    const added = [...target].filter((one) => one.startsWith(kind) && !source.has(one))
    const [from] = gone
    const [into] = added
    if (from === undefined || into === undefined || isWritten(into, pair.source)) return []
    return [{ kind: 'date', words: `The original says ${nameOf(from)}, the translation ${nameOf(into)}.` }]
  })
}

/** A month that the original writes in digits, in a date. */
function isWritten(concept: Concept, text: string): boolean {
  const [kind, number] = concept.split(':')
  const inDate = `\\d[./-]0?${number}(?:[./-]\\d|(?!\\d))|0?${number}(?:[./-]\\d{2,4}|\\s*[月월])`
  return kind === 'month' && new RegExp(`(?<![\\d,%])(?:\\d{0,3}${inDate})`).test(toAsciiDigits(text))
}

function nameOf(concept: Concept): string {
  const [kind, number] = concept.split(':')
  const at = Number(number)
  return kind === 'day'
    ? new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + at))
    : new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, at - 1, 15))
}
