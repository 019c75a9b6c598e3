// Days of other calendars as days of the Gregorian one.

import type { Calendar } from '../../domain/reading.ts'

export type Day = { readonly year: number; readonly month: number; readonly day: number }

const ofTemporal: ReadonlyMap<Calendar, string> = new Map([
  ['persian', 'persian'],
  // Saudi Arabia and most of the press count by the calendar of Umm al-Qura.
  ['islamic', 'islamic-umalqura'],
  ['ethiopic', 'ethiopic'],
])

/** A day in ISO 8601, or null when there is no such day. */
export function toIsoDay(calendar: Calendar, { year, month, day }: Day): string | null {
  try {
    const temporal = ofTemporal.get(calendar)
    if (temporal) {
      const named = Temporal.PlainDate.from({ calendar: temporal, year, month, day }, { overflow: 'reject' })
      return named.withCalendar('iso8601').toString()
    }
    return gregorianDay(calendar === 'buddhist' ? year - 543 : calendar === 'roc' ? year + 1911 : year, month, day)
  } catch {
    return null
  }
}

/** Plain arithmetic: it is asked a hundred times a page, and Temporal takes its time. */
function gregorianDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (year < 100 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return at.toISOString().slice(0, 10)
}

/** First years of Japanese eras, less one: 令和1 is 2019. */
export const japaneseEras: ReadonlyMap<string, number> = new Map([
  ['明治', 1867],
  ['大正', 1911],
  ['昭和', 1925],
  ['平成', 1988],
  ['令和', 2018],
  ['R', 2018],
  ['H', 1988],
])

/** Which calendar a year of four digits belongs to, for a language whose press may use another than the Gregorian. */
export function calendarOfYear(year: number, language: string): Calendar | null {
  if (year >= 1990 && year <= 2100) return 'gregorian'
  if (year >= 2533 && year <= 2643 && /^(?:th|km|lo|my|si)/.test(language)) return 'buddhist'
  if (year >= 1369 && year <= 1479) {
    if (/^(?:fa|ps|uz|prs|haz|ckb|ku|az)/.test(language))
      return year <= 1412 || /^(?:fa|ps|prs)/.test(language) ? 'persian' : null
    if (/^(?:ar|ur|ms|id)/.test(language) && year >= 1410) return 'islamic'
  }
  return null
}
