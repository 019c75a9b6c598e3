// In: a short text and the language of its page. Out: the dates printed in it, in the order they stand.
// Words are looked up in the months of the language, so the rules here are few: a day and a year near a month,
// numbers between dots, slashes or dashes, and the signs of East Asia.

import type { Calendar, PrintedDate } from '../../domain/reading.ts'
import { toAsciiDigits } from './ascii-digits.ts'
import { calendarOfYear, japaneseEras, toIsoDay } from './calendars.ts'
import { foldMonth, isKnownLanguage, monthsOf, type MonthName } from './month-names.ts'

export type FoundDate = {
  readonly day: string
  readonly literal: string
  readonly calendar: Calendar
  readonly at: number
  /** Whether day and month could be told apart. */ readonly isSure: boolean
  /** The other day that an unsure date may mean, where day and month change places. */ readonly swapped?: string
  /** HH:MM printed after the day, local to whoever wrote it. */ readonly time?: string
}

export type DateContext = {
  readonly language: string
  /** Whether the month comes first in this country. */ readonly monthFirst: boolean
  /** Whether that is known from the country, the language or other dates of the page, and not the usual guess. */
  readonly isOrderKnown?: boolean
}

/** All dates with day, month and year in a text. */
export function findPrintedDates(text: string, context: DateContext): FoundDate[] {
  const plain = toAsciiDigits(text.length > 600 ? text.slice(0, 600) : text)
  const spelt = findSpelt(plain, context)
  if (!/\d/.test(plain) && spelt.length === 0) return []
  const found = [...spelt, ...findSigned(plain), ...findNumeric(plain, context), ...findNamed(plain, context)]
  return found
    .sort((a, b) => a.at - b.at)
    .map((one) => {
      const end = one.at + one.literal.length
      const time = timeAfter(plain.slice(end, end + 40))
      return { ...one, literal: text.slice(one.at, end), ...(time ? { time } : {}) }
    })
}

/** The time of day right after a date: ", 12:03", " at 6:09 p.m.", " um 12.03 Uhr", " 12h03". */
function timeAfter(text: string): string | null {
  const match = /^[^\d]{0,14}?(\d{1,2})\s?[:.hH]\s?(\d{2})(?!\d|[.:]\d{2,4})(?::\d{2})?\s*(?:([ap])\.?\s?m\b)?/i.exec(
    text,
  )
  if (!match) return null
  let hour = Number(match[1])
  if (match[3]?.toLowerCase() === 'p' && hour < 12) hour += 12
  if (match[3]?.toLowerCase() === 'a' && hour === 12) hour = 0
  return hour < 24 && Number(match[2]) < 60 ? `${String(hour).padStart(2, '0')}:${match[2]}` : null
}

export function toPrintedDate(found: FoundDate): PrintedDate {
  return { edtf: found.day, literal: found.literal, calendar: found.calendar, from: 'text' }
}

/** 2024年5月3日, 令和6年5月3日, 民國113年5月3日, 2024년 5월 3일. */
function findSigned(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of text.matchAll(
    /(明治|大正|昭和|平成|令和|民國|民国|中華民國)?\s*(元|\d{1,4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?/g,
  )) {
    const era = match[1]
    const count = match[2] === '元' ? 1 : Number(match[2])
    const start = era ? japaneseEras.get(era) : undefined
    const calendar: Calendar = start !== undefined ? 'japanese' : era ? 'roc' : 'gregorian'
    const year = start !== undefined ? start + count : !era && count < 100 ? 2000 + count : count
    add(
      found,
      match,
      toIsoDay(calendar === 'japanese' ? 'gregorian' : calendar, {
        year,
        month: Number(match[3]),
        day: Number(match[4]),
      }),
      calendar,
      true,
    )
  }
  return found
}

/** 二〇二四年五月三日, R6.5.3, 2024 оны 5-р сарын 3. */
function findSpelt(text: string, { language }: DateContext): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of text.matchAll(
    /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g,
  )) {
    const [year, month, day] = [match[1], match[2], match[3]].map((digits) => numberOfHan(digits ?? ''))
    add(found, match, toIsoDay('gregorian', { year: year ?? 0, month: month ?? 0, day: day ?? 0 }), 'gregorian', true)
  }
  if (language.startsWith('ja')) {
    for (const match of text.matchAll(/(?<![A-Za-z\d])([RH])\.?\s?(\d{1,2})[.年/](\d{1,2})[.月/](\d{1,2})(?!\d)/g)) {
      const year = (japaneseEras.get(match[1] ?? '') ?? 0) + Number(match[2])
      add(
        found,
        match,
        toIsoDay('gregorian', { year, month: Number(match[3]), day: Number(match[4]) }),
        'japanese',
        true,
      )
    }
  }
  if (language.startsWith('mn')) {
    for (const match of text.matchAll(/(\d{4})\s*оны\s*(\d{1,2})\s*-?\s*р\s*сарын\s*(\d{1,2})/giu))
      add(
        found,
        match,
        toIsoDay('gregorian', { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }),
        'gregorian',
        true,
      )
  }
  return found
}

/** 二〇二四 = 2024, 十二 = 12, 二十三 = 23. */
function numberOfHan(digits: string): number {
  const values = Array.from(digits, (digit) => '〇一二三四五六七八九十'.indexOf(/[○零]/.test(digit) ? '〇' : digit))
  const ten = values.indexOf(10)
  if (ten < 0) return values.reduce((sum, value) => sum * 10 + value, 0)
  return (ten === 0 ? 1 : (values[0] ?? 0)) * 10 + (values[ten + 1] ?? 0)
}

/** 2024-05-03, 3.5.2024, 03/05/24, ۱۴۰۳/۰۲/۱۴. */
function findNumeric(text: string, context: DateContext): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of text.matchAll(/(?<![\d.,/:-])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d/]|[.,]\d)/g)) {
    const year = Number(match[1])
    const calendar = calendarOfYear(year, context.language)
    if (calendar)
      add(found, match, toIsoDay(calendar, { year, month: Number(match[3]), day: Number(match[4]) }), calendar, true)
  }
  for (const match of text.matchAll(
    /(?<![\d.,/:-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/:]|[.,-]\d)/g,
  ))
    addDayMonthYear(found, match, context)
  return found
}

function addDayMonthYear(found: FoundDate[], match: RegExpMatchArray, context: DateContext): void {
  const first = Number(match[1])
  const second = Number(match[3])
  const year = Number(match[4]) + ((match[4] ?? '').length === 2 ? 2000 : 0)
  const calendar = calendarOfYear(year, context.language)
  if (!calendar) return
  const monthFirst = second > 12 || (first <= 12 && context.monthFirst && match[2] !== '.')
  const [day, month] = monthFirst ? [second, first] : [first, second]
  const isSure = first === second || first > 12 || second > 12 || match[2] === '.'
  const swapped = isSure ? null : toIsoDay(calendar, { year, month: day, day: month })
  add(found, match, toIsoDay(calendar, { year, month, day }), calendar, isSure, swapped)
}

/** 3 May 2024, May 3rd, 2024, 3 de mayo de 2024, 2024. május 3., ngày 3 tháng 5 năm 2024. */
function findNamed(text: string, context: DateContext): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of text.matchAll(/(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm|,)?\s+(\d{4})/giu)) {
    add(
      found,
      match,
      toIsoDay('gregorian', { year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) }),
      'gregorian',
      true,
    )
  }
  const pieces = [...text.matchAll(/\p{L}[\p{L}\p{M}\u200c.'’]*|\d+/gu)]
  for (const [at, piece] of pieces.entries()) {
    if (isNumber(piece) || !isNearNumber(pieces, at)) continue
    const named = lookUp(pieces, at, context)
    if (named) addNamed(found, text, pieces, at, named, context)
  }
  return found
}

function isNumber(piece: RegExpMatchArray | undefined): boolean {
  const code = piece?.[0].charCodeAt(0) ?? 0
  return code >= 48 && code <= 57
}

/** Months stand beside a number, with a small word or the month's second word between at most. */
function isNearNumber(pieces: readonly RegExpMatchArray[], at: number): boolean {
  for (let near = Math.max(0, at - 3); near <= at + 3; near++) if (isNumber(pieces[near])) return true
  return false
}

type Named = MonthName & { readonly words: number }

/** A month's name at a place, of one word or two; joined prefixes and case endings are tried off. */
function lookUp(pieces: readonly RegExpMatchArray[], at: number, context: DateContext): Named | undefined {
  const word = foldMonth(pieces[at]?.[0] ?? '')
  if (word.length < 2) return undefined
  const next = pieces[at + 1]?.[0]
  for (const language of isKnownLanguage(context.language) ? [context.language, 'en'] : ['en', '*']) {
    const months = monthsOf(language)
    const two = next && !/^\d/.test(next) ? months.get(`${word} ${foldMonth(next)}`) : undefined
    if (two) return { ...two, words: 2 }
    const one = months.get(word) ?? months.get(withoutJoined(word, language))
    if (one) return { ...one, words: 1 }
  }
  return undefined
}

/** What is written in one with a month's name: «in May» and «of May» of Hebrew and Sorani, «month» of Khmer, «of» and «and». */
function withoutJoined(word: string, language: string): string {
  const base = language.split('-')[0]
  if (base === 'he' && word.length > 3) return word.replace(/^[בול]/, '')
  if (base === 'ckb' || base === 'tg') return word.replace(/[یи]$/u, '')
  if (base === 'km') return word.replace(/^ខែ/, '')
  return word.length > 5 ? word.replace(/^(?:d['’]|و)/, '') : word
}

function addNamed(
  found: FoundDate[],
  text: string,
  pieces: readonly RegExpMatchArray[],
  at: number,
  named: Named,
  context: DateContext,
): void {
  const before = numbersNear(pieces, at - 1, -1)
  const after = numbersNear(pieces, at + named.words, 1)
  const candidates: readonly (readonly [day: NumberAt | undefined, year: NumberAt | undefined])[] = [
    [before[0], after[0]],
    [after[0], after[1]],
    [after[0], whole(before[0])],
    [before[0], whole(before[1])],
    [before[1], whole(before[0])],
  ]
  for (const [day, year] of candidates) {
    if (!day || !year || day.value < 1 || day.value > 32 || year.digits < 2 || day.digits > 2) continue
    const calendar =
      named.calendar !== 'gregorian'
        ? named.calendar
        : year.digits === 4
          ? calendarOfYear(year.value, context.language)
          : year.digits === 2
            ? 'gregorian'
            : null
    if (!calendar || (year.digits === 4 && year.value < 1300)) continue
    const iso = toIsoDay(calendar, {
      year: year.digits === 2 ? 2000 + year.value : year.value,
      month: named.month,
      day: day.value,
    })
    if (!iso) continue
    const from = Math.min(day.at, year.at, pieces[at]?.index ?? 0)
    const last = pieces[at + named.words - 1]
    const to = Math.max(day.at + day.digits, year.at + year.digits, (last?.index ?? 0) + (last?.[0].length ?? 0))
    found.push({ day: iso, literal: text.slice(from, to), calendar, at: from, isSure: year.digits === 4 })
    return
  }
}

/** Before its month a year is written out. */
function whole(year: NumberAt | undefined): NumberAt | undefined {
  return year?.digits === 4 ? year : undefined
}

type NumberAt = { readonly value: number; readonly digits: number; readonly at: number }

/** The next numbers in a direction, with at most two small words (de, of, th, lay, g.) between. */
function numbersNear(pieces: readonly RegExpMatchArray[], from: number, step: 1 | -1): NumberAt[] {
  const numbers: NumberAt[] = []
  let words = 0
  for (let at = from; at >= 0 && at < pieces.length && numbers.length < 2; at += step) {
    const piece = pieces[at]
    if (!piece) break
    if (/^\d/.test(piece[0])) {
      if (piece[0].length > 4) break
      numbers.push({ value: Number(piece[0]), digits: piece[0].length, at: piece.index ?? 0 })
      words = 0
    } else if (piece[0].length > 6 || ++words > 2) break
  }
  return numbers
}

function add(
  found: FoundDate[],
  match: RegExpMatchArray,
  day: string | null,
  calendar: Calendar,
  isSure: boolean,
  swapped: string | null = null,
): void {
  if (day)
    found.push({ day, literal: match[0], calendar, at: match.index ?? 0, isSure, ...(swapped ? { swapped } : {}) })
}
