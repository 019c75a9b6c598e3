// In: a sentence and its tokens. Out: the days and weekdays it names, in any calendar the platform knows.
// A translator turns «26 Tir» into «17 July»: both are one day, whatever the year.

import type { Token } from '../../lib/analyse/analyse.ts'
import type { LanguageNames, MonthName } from './language-names.ts'
import type { NamedNumber } from './read-numbers.ts'

/** `code` is `d:7-17` (a day), `m:7` (a month), `w:1` (a weekday, 1 = Monday); `text.slice(start, end)` names it. */
export type NamedDate = { readonly code: string; readonly start: number; readonly end: number }

const NUMERIC = /\b(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})\b/g
const HAN_DAY = /(?:(\d{1,2}|[一二三四五六七八九十]{1,3})月)?(\d{1,2}|[一二三四五六七八九十]{1,3})日/gu

/**
 * @param numbers of the same sentence; those that turn out to be days are named in the dates' ranges
 * @param year of publication, for calendars whose months move; null = this is not known, and they are left out
 */
export function readDates(
  sentence: string,
  tokens: readonly Token[],
  numbers: readonly NamedNumber[],
  names: LanguageNames,
  year: number | null,
): NamedDate[] {
  const hasDigits = /\d/.test(sentence)
  const dates = [...(hasDigits ? readNumeric(sentence) : []), ...(sentence.includes('日') ? readHan(sentence) : [])]
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (!token) continue
    const weekday = names.weekdays.get(token.token)
    if (weekday !== undefined) dates.push({ code: `w:${weekday}`, start: token.start, end: token.end })
    const pair = next && names.monthBeginnings.has(token.token) && names.months.get(`${token.token} ${next.token}`)
    const month = pair || names.months.get(token.token)
    const end = pair && next ? next.end : token.end
    if (month) dates.push(...readDay(sentence, { start: token.start, end }, month, numbers, year))
  }
  return dates
}

/** A number before or behind the month: «17 juillet», «July 17», «17 de julio», «17-го июля». */
function readDay(
  sentence: string,
  place: { start: number; end: number },
  month: MonthName,
  numbers: readonly NamedNumber[],
  year: number | null,
): NamedDate[] {
  const isNear = (from: number, to: number) =>
    to >= from && to - from <= 5 && !/[.;!?]\s/.test(sentence.slice(from, to))
  const day = numbers.find(
    ({ value, start, end }) =>
      value <= 31 && Number.isInteger(value) && (isNear(end, place.start) || isNear(place.end, start)),
  )
  if (!day) return month.calendar === 'gregory' ? [{ code: `m:${month.month}`, ...place }] : []
  const monthDay = toGregorian(month, day.value, year)
  if (!monthDay) return []
  return [{ code: `d:${monthDay}`, start: Math.min(day.start, place.start), end: Math.max(day.end, place.end) }]
}

function toGregorian({ calendar, month }: MonthName, day: number, year: number | null): string | null {
  if (calendar === 'gregory') return `${month}-${day}`
  if (year === null) return null
  const newYear = Temporal.PlainDate.from({ year, month: 7, day: 1 }).withCalendar(calendar)
  const date = Temporal.PlainDate.from({ calendar, year: newYear.year, month, day }).withCalendar('iso8601')
  return `${date.month}-${date.day}`
}

function readNumeric(sentence: string): NamedDate[] {
  return [...sentence.matchAll(NUMERIC)].flatMap((match) => {
    const [a, b, c] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const isYearFirst = a > 1000
    const [month, day] = isYearFirst ? [b, c] : b > 12 ? [a, b] : [b, a]
    if (month < 1 || month > 12 || day < 1 || day > 31) return []
    return [{ code: `d:${month}-${day}`, start: match.index, end: match.index + match[0].length }]
  })
}

function readHan(sentence: string): NamedDate[] {
  let month: number | null = null
  return [...sentence.matchAll(HAN_DAY)].flatMap((match) => {
    if (match[1] !== undefined) month = smallNumber(match[1])
    if (month === null) return []
    return [
      { code: `d:${month}-${smallNumber(match[2] ?? '')}`, start: match.index, end: match.index + match[0].length },
    ]
  })
}

function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (letter: string | undefined) => '零一二三四五六七八九'.indexOf(letter ?? '')
  return (text.includes('十') ? 10 * (tens === '' ? 1 : digit(tens)) : 0) + Math.max(0, ones ? digit(ones) : 0)
}
