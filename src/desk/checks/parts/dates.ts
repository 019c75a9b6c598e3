// In: print and addresses. Out: the dates in them. Digests print English dates; addresses hide dates in three calendars.

import type { Span } from '../../../domain/article.ts'

export const monthPattern =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A date as far as it is known. */
export type PartDate = { readonly year: number; readonly month?: number; readonly day?: number }

export type AddressDate = PartDate & {
  /** Calendar that the address counts in. */
  readonly calendar: 'gregorian' | 'persian' | 'islamic' | 'buddhist'
  /** The part of the address that says so. */
  readonly as: string
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (EDTF). */
export function toEdtf({ year, month, day }: PartDate): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return [String(year), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join(
    '-',
  )
}

/** Reads EDTF of day, month or year precision; null for anything else. */
export function fromEdtf(text: string | null): PartDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text ?? '')
  if (!match) return null
  const [, year, month, day] = match
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  }
}

export type PrintedDate = Span & PartDate & { readonly yearless?: true }

const printedDate = new RegExp(
  `\\b(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<m1>${monthPattern})\\.?(?:,?\\s(?<y1>\\d{4}))?|(?<m2>${monthPattern})\\.?\\s(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?:,\\s(?<y2>\\d{4}))?|(?<m3>${monthPattern})\\.?,?\\s(?<y3>\\d{4}))\\b`,
  'gu',
)

/** Days and months in prose, in order; `year` is 0 and `yearless` true where none is printed. */
export function printedDates(text: string): PrintedDate[] {
  return [...text.matchAll(printedDate)].flatMap((match) => {
    const part = match.groups ?? {}
    const month = monthNames.indexOf((part['m1'] ?? part['m2'] ?? part['m3'] ?? '').slice(0, 3).toLowerCase()) + 1
    const day = Number(part['d1'] ?? part['d2'] ?? 0)
    const year = Number(part['y1'] ?? part['y2'] ?? part['y3'] ?? 0)
    if (month === 0 || day > 31) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [{ ...span, year, month, ...(day > 0 ? { day } : {}), ...(year === 0 ? { yearless: true as const } : {}) }]
  })
}

/** Days between two dates of day precision (b − a); null when either is not one. */
export function daysBetween(a: PartDate, b: PartDate): number | null {
  const [from, to] = [toDay(a), toDay(b)]
  return from === null || to === null ? null : Math.round((to - from) / 86_400_000)
}

function toDay({ year, month, day }: PartDate): number | null {
  return month === undefined || day === undefined ? null : Date.UTC(year, month - 1, day)
}

/**
 * The date that an address carries: `/2024/05/24/`, `2024-05-24`, `/20240901-`, `/1402/07/13/`, `/14020713…`.
 * A run of digits counts as a date only beside `near`, a date that is printed: ids look like dates too.
 */
export function dateInAddress(url: string, near: PartDate | null): AddressDate | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '')
  return parted(path) ?? compact(path, near) ?? monthOnly(path)
}

function parted(path: string): AddressDate | null {
  for (const match of path.matchAll(/(?<!\d)(\d{4})([-/_.])(\d{1,2})\2(\d{1,2})(?!\d)/g)) {
    const date = inCalendar(Number(match[1]), Number(match[3]), Number(match[4]), match[0])
    if (date) return date
  }
  const dayFirst = /(?<!\d)(\d{2})-(\d{2})-((?:19|20)\d{2})(?!\d)/.exec(path)
  return dayFirst && inCalendar(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]), dayFirst[0])
}

function compact(path: string, near: PartDate | null): AddressDate | null {
  if (near === null) return null
  for (const match of path.matchAll(/(?<!\d)(\d{4})(\d{2})(\d{2})\d{0,24}(?!\d)/g)) {
    const date = inCalendar(Number(match[1]), Number(match[2]), Number(match[3]), match[0].slice(0, 8))
    const days = date && daysBetween(near, date)
    if (date && days !== null && Math.abs(days) <= 45) return date
  }
  return null
}

/** `/2023/04/` says the month; folders of uploads say when a file was put there, which is another matter. */
function monthOnly(path: string): AddressDate | null {
  if (/upload/i.test(path)) return null
  const match = /\/((?:19|20)\d{2})\/(\d{1,2})\//.exec(path)
  if (!match || Number(match[2]) < 1 || Number(match[2]) > 12) return null
  return { year: Number(match[1]), month: Number(match[2]), calendar: 'gregorian', as: match[0] }
}

function inCalendar(year: number, month: number, day: number, as: string): AddressDate | null {
  const calendar = calendarOf(year)
  if (calendar === null || month < 1 || month > 12 || day < 1 || day > 31) return null
  try {
    const names = { gregorian: 'iso8601', persian: 'persian', islamic: 'islamic-umalqura', buddhist: 'buddhist' }
    const date = Temporal.PlainDate.from({ calendar: names[calendar], year, month, day }, { overflow: 'reject' })
    const iso = date.withCalendar('iso8601')
    return { year: iso.year, month: iso.month, day: iso.day, calendar, as }
  } catch {
    return null
  }
}

/** Years of the web (since about 1990) do not overlap between the calendars, but for 1410–1421 of the Hijri one. */
function calendarOf(year: number): AddressDate['calendar'] | null {
  if (year >= 1990 && year <= 2099) return 'gregorian'
  if (year >= 1370 && year <= 1419) return 'persian'
  if (year >= 1420 && year <= 1460) return 'islamic'
  if (year >= 2540 && year <= 2600) return 'buddhist'
  return null
}
