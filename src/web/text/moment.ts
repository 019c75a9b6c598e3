// Times as the desk says them. All are UTC, so that two analysts read the same hour.

import { interfaceLanguage, perLanguage, t } from './t.ts'

const format = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', numberingSystem: 'latn', ...options }))

const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const clockWithSeconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const dayLong = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const dayShort = format({ day: 'numeric', month: 'short', year: 'numeric' })
const dayOfYear = format({ day: 'numeric', month: 'short' })
const monthLong = format({ month: 'long', year: 'numeric' })

export const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)
export const sayClock = (at: number) => clock().format(at)
/** British English alone writes four letters for one month; columns want three for all. */
const even = (day: string) => (interfaceLanguage() === 'en' ? day.replace('Sept', 'Sep') : day)

export const sayDay = (at: number) => even(dayShort().format(at))
export const sayLongDay = (at: number) => dayLong().format(at)
export const sayDayOfYear = (at: number) => even(dayOfYear().format(at))
const comma = () => (interfaceLanguage() === 'ar' ? '،' : ',')
/** Day and minute. */
export const sayMoment = (at: number) => `${sayDay(at)}${comma()} ${clock().format(at)}`
/** Day and second with the zone: for evidence. */
export const sayInstant = (at: number) => `${sayDay(at)}${comma()} ${clockWithSeconds().format(at)} UTC`

/** An EDTF level 0 date at its own precision: nothing is said that was not known. */
export function sayEdtf(edtf: string): string {
  if (/^\d{4}$/.test(edtf)) return edtf
  const at = Date.parse(/^\d{4}-\d{2}$/.test(edtf) ? `${edtf}-01` : edtf)
  if (Number.isNaN(at)) return edtf
  if (/^\d{4}-\d{2}$/.test(edtf)) return monthLong().format(at)
  return edtf.includes('T') ? `${sayMoment(at)} UTC` : sayDay(at)
}

/** How long ago or how far ahead, in one unit; past three months, the day. */
export function sayDistance(at: number, now: number): string {
  const ms = Math.abs(at - now)
  const n = (unit: number) => Math.max(1, Math.round(ms / unit))
  const ahead = at > now
  if (ms < 60_000) return t(ahead ? 'time.soon' : 'time.now')
  if (ms < 3_600_000) return t(ahead ? 'time.inMinutes' : 'time.minutesAgo', { n: n(60_000) })
  if (ms < 48 * 3_600_000) return t(ahead ? 'time.inHours' : 'time.hoursAgo', { n: n(3_600_000) })
  if (ms > 92 * 86_400_000) return sayDay(at)
  return t(ahead ? 'time.inDays' : 'time.daysAgo', { n: n(86_400_000) })
}

/** A length of time in hours or days. */
export function sayHours(hours: number): string {
  if (hours < 1) return t('time.minutes', { n: Math.max(1, Math.round(hours * 60)) })
  return hours < 48 ? t('time.hours', { n: Math.round(hours) }) : t('time.days', { n: Math.round(hours / 24) })
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const sizes = perLanguage((locale) =>
  units.map((unit, step) => {
    const digits = step === 0 ? 0 : 1
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: step === 0 ? 'narrow' : 'short',
      numberingSystem: 'latn',
      maximumFractionDigits: digits,
    })
  }),
)

/** Bytes with a decimal unit. */
export function sayBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return sizes()[step]?.format(value >= 100 ? Math.round(value) : value) ?? String(bytes)
}
