// In: a sentence. Out: the days in it that are told by the Persian or the Islamic calendar, with their numbers in ours.
// The day of the Islamic calendar depends on who saw the moon: the days beside it count too.

import { toAsciiDigits } from './ascii-digits.ts'

/** Numbers as they are printed, with those of our calendar that may be meant: the day, and the year. */
export type CalendarDate = readonly { readonly own: number; readonly ours: readonly number[] }[]

const persian = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ')
const afghan = 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'.split(' ')
const islamic = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
]
const calendars = [
  { id: 'persian', months: persian, slack: 0 },
  { id: 'persian', months: afghan, slack: 0 },
  { id: 'islamic-umalqura', months: islamic, slack: 1 },
] as const
const DATE = /(\d{1,2})\s+([\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+)?)\s+(\d{4})/gu

export function readCalendarDates(sentence: string): CalendarDate[] {
  const text = toAsciiDigits(sentence.slice(0, 5_000))
  return Array.from(text.matchAll(DATE), ([, day = '', name = '', year = '']) => {
    for (const { id, months, slack } of calendars) {
      const month = months.findIndex((one) => name === one || name.startsWith(`${one} `))
      const found = month < 0 ? undefined : convert(id, Number(year), month + 1, Number(day), slack)
      if (found) return found
    }
    return undefined
  }).filter((date) => date !== undefined)
}

function convert(calendar: string, year: number, month: number, day: number, slack: number): CalendarDate | undefined {
  try {
    const date = Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' })
    const days = Array.from({ length: 2 * slack + 1 }, (_, at) =>
      date.add({ days: at - slack }).withCalendar('iso8601'),
    )
    return [
      { own: day, ours: [...new Set(days.map((one) => one.day))] },
      { own: year, ours: [...new Set(days.map((one) => one.year))] },
    ]
  } catch {
    return undefined
  }
}
