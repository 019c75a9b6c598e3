// In: a date as a feed writes it. Out: the instant, or `null` when it is not surely one.
// The standards are RFC 822/2822 and RFC 3339; publishers write much else, in many scripts and calendars.
// A day that could be read two ways (3/4/2026) stays unknown.

import { monthOf, persianMonthOf } from './month-names.ts'

type Day = { year: number; month: number; day: number; calendar: 'iso8601' | 'persian' | 'islamic-umalqura' }
type Found = { day: Day; rest: string }

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/**
 * @returns milliseconds since 1970 UTC; `null` for what is no date, or a zero date that means "not set".
 * A time without a zone is taken as UTC; a day without a time as its first moment.
 */
export function parseFeedDate(written: string | null | undefined): number | null {
  if (!written) return null
  const text = westernDigits(written.slice(0, 120))
    .replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim()
  if (/^\d{10}$/.test(text)) return Number(text) * second
  if (/^\d{13}$/.test(text)) return Number(text)
  for (const find of [findYearFirst, findBasic, findNamedMonth, findNumericDayFirst]) {
    const found = find(text)
    if (found) return instantOf(found)
  }
  return null
}

function instantOf({ day, rest }: Found): number | null {
  const start = startOfDay(day)
  if (start === null) return null
  const time = findTime(rest)
  const instant = time ? start + time.sinceMidnight - zoneOffset(time.after) : start
  return instant === 0 || instant < Date.UTC(1800, 0, 1) ? null : instant
}

function startOfDay({ year, month, day, calendar }: Day): number | null {
  if (year < 1000) return null
  if (calendar === 'iso8601') {
    const start = Date.UTC(year, month - 1, day)
    const back = new Date(start)
    return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? start : null
  }
  try {
    const date = Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' })
    return date.toZonedDateTime('UTC').epochMilliseconds
  } catch {
    return null
  }
}

/** Whose years are 1402 or 1445 or 2566 is seen from the year: no feed is that old or that early. */
function inCalendar(year: number, month: number, day: number): Day {
  if (year >= 1340 && year <= 1425) return { year, month, day, calendar: 'persian' }
  if (year >= 1426 && year <= 1480) return { year, month, day, calendar: 'islamic-umalqura' }
  if (year >= 2480 && year <= 2620) return { year: year - 543, month, day, calendar: 'iso8601' }
  return { year, month, day, calendar: 'iso8601' }
}

/** 2026-11-21, 2026/11/21, 2026年11月21日, 2026년 11월 21일. */
function findYearFirst(text: string): Found | null {
  const match = /(?<!\d)(\d{4})(?: ?[-/.] ?|[年년] ?)(\d{1,2})(?: ?[-/.] ?|[月월] ?)(\d{1,2})(?!\d)[日일]?/.exec(text)
  if (!match) return null
  return { day: inCalendar(Number(match[1]), Number(match[2]), Number(match[3])), rest: around(text, match) }
}

/** 20261121, 20261121T101415Z, and the ordinal 2026-325. */
function findBasic(text: string): Found | null {
  const basic = /^(\d{4})(\d{2})(\d{2})(?=$|[T ])/.exec(text)
  if (basic) return { day: inCalendar(Number(basic[1]), Number(basic[2]), Number(basic[3])), rest: around(text, basic) }
  const ordinal = /^(\d{4})-?(\d{3})(?=$|[T ])/.exec(text)
  if (!ordinal) return null
  const date = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])))
  return {
    day: inCalendar(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()),
    rest: around(text, ordinal),
  }
}

const monthWord = String.raw`(\p{L}[\p{L}\p{M}'’]*\.?(?: \p{L}[\p{L}\p{M}]*)?)`
const dayMonthYear = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -]*(?:de |of )?${monthWord}[ ,.-]*(?:de |del )?(\d{4}|'?\d{2})(?![\d:])`,
  'u',
)
const monthDayYear = new RegExp(
  String.raw`${monthWord} ?(\d{1,2})(?:st|nd|rd|th)?,? (?:(\d{4})(?![\d:])|(.*?)(?<!\d)(\d{4})$)`,
  'u',
)

/** 21 Nov 2026, Sat, 21-Nov-26, 21 ноября 2026, ۳۰ مهر ۱۴۰۲, November 21, 2026, Sat Nov 21 10:14:15 UTC 2026. */
function findNamedMonth(text: string): Found | null {
  const dayFirst = dayMonthYear.exec(text)
  if (dayFirst) {
    const day = namedDay(dayFirst[1], dayFirst[2], dayFirst[3])
    if (day) return { day, rest: around(text, dayFirst) }
  }
  // A weekday may stand where the month is looked for, so it goes first.
  const bare = text.replace(/^\p{L}[\p{L}\p{M}.]*,? (?=\p{L})/u, '')
  const monthFirst = monthDayYear.exec(bare) ?? monthDayYear.exec(text)
  if (!monthFirst) return null
  const day = namedDay(monthFirst[2], monthFirst[1], monthFirst[3] ?? monthFirst[5])
  return day && { day, rest: monthFirst[4] ?? around(monthFirst.input, monthFirst) }
}

function namedDay(day: string | undefined, name: string | undefined, yearText: string | undefined): Day | null {
  if (!day || !name || !yearText) return null
  const year = fullYear(yearText.replace("'", ''))
  const words = [name, name.split(' ')[0] ?? '', name.split(' ')[1] ?? '']
  if (inCalendar(year, 1, 1).calendar === 'persian') {
    const persian = words.map(persianMonthOf).find((month) => month !== null)
    return persian ? { year, month: persian, day: Number(day), calendar: 'persian' } : null
  }
  const month = words.map(monthOf).find((number) => number !== null)
  return month ? inCalendar(year, month, Number(day)) : null
}

/** 21.11.2026, 21/11/2026, 11/21/2026 10:14 PM. With slashes the order must show itself. */
function findNumericDayFirst(text: string): Found | null {
  const match = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text)
  if (!match) return null
  const first = Number(match[1])
  const other = Number(match[3])
  const year = fullYear(match[4] ?? '')
  const rest = around(text, match)
  if (first > 12 || match[2] === '.' || first === other) return { day: inCalendar(year, other, first), rest }
  const isAmerican = other > 12 || /\b[ap]\.?m\b/i.test(rest)
  return isAmerican ? { day: inCalendar(year, first, other), rest } : null
}

/** RFC 2822, section 4.3: two digits are 2000–2049 or 1950–1999. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function around(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
}

function findTime(text: string): { sinceMidnight: number; after: string } | null {
  const match =
    /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)/.exec(text) ??
    /(?<=T)(\d{2})(\d{2})?(\d{2})?(?:[.,](\d{1,9}))?(?=$|Z|[+-])/.exec(text)
  if (!match) return null
  const hours = twelveHours(Number(match[1]), text)
  const minutes = Number(match[2] ?? 0)
  const seconds = Math.min(Number(match[3] ?? 0), 59)
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null
  const fraction = Math.floor(Number(`0.${match[4] ?? 0}`) * second)
  return {
    sinceMidnight: hours * hour + minutes * minute + seconds * second + fraction,
    after: text.slice(match.index + match[0].length),
  }
}

function twelveHours(hours: number, text: string): number {
  if (hours > 12) return hours
  if (/\bp\.? ?m\b|오후|下午|午後|μ\.?μ/i.test(text)) return hours === 12 ? 12 : hours + 12
  if (/\ba\.? ?m\b|오전|上午|午前|π\.?μ/i.test(text)) return hours === 12 ? 0 : hours
  return hours
}

/** Hours east of UTC by name, where the name has one common meaning. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  sast: 2,
  cat: 2,
  wat: 1,
  eat: 3,
  msk: 3,
  trt: 3,
  irst: 3.5,
  gst: 4,
  aft: 4.5,
  pkt: 5,
  ist: 5.5,
  npt: 5.75,
  wib: 7,
  wita: 8,
  wit: 9,
  ict: 7,
  sgt: 8,
  hkt: 8,
  pht: 8,
  kst: 9,
  jst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
  brt: -3,
  art: -3,
  clt: -4,
  vet: -4,
  cot: -5,
  pet: -5,
}

/** In: what follows the time. Out: milliseconds east of UTC; 0 where nothing is said or understood. */
function zoneOffset(text: string): number {
  const offset = /([+\u2212-]) ?(\d{1,2}):?(\d{2})?(?!\d)/.exec(text)
  if (offset) {
    const size = Number(offset[2]) * hour + Number(offset[3] ?? 0) * minute
    if (size > 15 * hour) return 0
    return offset[1] === '+' ? size : -size
  }
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const hours = zones[word]
    if (hours !== undefined) return hours * hour
  }
  return 0
}

const zeros = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10]

function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((start) => code >= start && code < start + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}
