import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateInAddress } from './address-date.ts'
import { toAsciiDigits } from './ascii-digits.ts'
import { chooseDates } from './choose-dates.ts'
import type { DateClue } from './date-clue.ts'
import { readMachineDate } from './machine-date.ts'
import { findPrintedDates } from './printed-dates.ts'
import { readRelative } from './relative-dates.ts'

const now = Date.parse('2026-11-21T08:00:00Z')

/** The days found in a text, with their calendars where these are not the Gregorian. */
function daysIn(text: string, language: string, monthFirst = false): string {
  return findPrintedDates(text, { language, monthFirst })
    .map((one) => one.day + (one.calendar === 'gregorian' ? '' : ` ${one.calendar}`))
    .join(', ')
}

const printed: readonly (readonly [text: string, language: string, days: string])[] = [
  ['Posted on May 3rd, 2024 by the desk', 'en', '2024-05-03'],
  ['3. Mai 2024, 12:03 Uhr', 'de', '2024-05-03'],
  ['3 de mayo de 2024', 'es', '2024-05-03'],
  ['Le 1er août 2023', 'fr', '2023-08-01'],
  ['3 мая 2024 г.', 'ru', '2024-05-03'],
  ['28 квітня 2024', 'uk', '2024-04-28'],
  ['2024. május 3.', 'hu', '2024-05-03'],
  ['2024 m. gegužės 4 d.', 'lt', '2024-05-04'],
  ['4 Μαΐου 2024', 'el', '2024-05-04'],
  ['1 Kasım 2023', 'tr', '2023-11-01'],
  ['ngày 3 tháng 5 năm 2024', 'vi', '2024-05-03'],
  ['५ मई २०२४', 'hi', '2024-05-05'],
  ['22 أكتوبر 2023', 'ar', '2023-10-22'],
  ['الأحد 22 تشرين الأول 2023', 'ar', '2023-10-22'],
  ['7 ربيع الثاني 1445', 'ar', '2023-10-22 islamic'],
  ['شنبه ۱۴ مهر ۱۴۰۲', 'fa', '2023-10-06 persian'],
  ['۱۴۰۲/۰۷/۳۰ - ۱۲:۳۰', 'fa', '2023-10-22 persian'],
  ['๓ พฤษภาคม ๒๕๖๗', 'th', '2024-05-03 buddhist'],
  ['2024年5月3日', 'zh', '2024-05-03'],
  ['令和6年5月3日', 'ja', '2024-05-03 japanese'],
  ['民國113年5月3日', 'zh', '2024-05-03 roc'],
  ['2024년 5월 3일', 'ko', '2024-05-03'],
  ['R6.5.3', 'ja', '2024-05-03 japanese'],
  ['二〇二四年五月二十三日', 'zh', '2024-05-23'],
  ['ሚያዝያ 25 ቀን 2016', 'am', '2024-05-03 ethiopic'],
  ['3 ሜይ 2024', 'am', '2024-05-03'],
  ['3 במאי 2024', 'he', '2024-05-03'],
  ['৩ মে ২০২৪', 'bn', '2024-05-03'],
  ['3 மே 2024', 'ta', '2024-05-03'],
  ['2024. gada 3. maijs', 'lv', '2024-05-03'],
  ['2024 жылғы 3 мамыр', 'kk', '2024-05-03'],
  ['2024 оны 5-р сарын 3', 'mn', '2024-05-03'],
  ['٣ی ئایاری ٢٠٢٤', 'ckb', '2024-05-03'],
  ['ថ្ងៃទី ៣ ខែឧសភា ឆ្នាំ ២០២៤', 'km', '2024-05-03'],
  ['08–18 Uhr, Juli bis Oktober', 'de', ''],
  ['03/05/24', 'fr', '2024-05-03'],
  ['30.02.2024', 'de', ''],
  ['version 1.2.2024.7, tel. 030/12/34', 'en', ''],
]

test('dates are found in every script, calendar and order in which the press prints them', () => {
  for (const [text, language, days] of printed) assert.equal(daysIn(text, language), days, text)
  assert.equal(daysIn('05/03/2024', 'en', true), '2024-05-03')
  assert.equal(daysIn('25/03/2024', 'en', true), '2024-03-25')
})

test('the literal of a date is the very text that was printed', () => {
  for (const [text, language] of printed) {
    for (const found of findPrintedDates(`— ${text} —`, { language, monthFirst: false })) {
      assert.equal(`— ${text} —`.slice(found.at, found.at + found.literal.length), found.literal)
    }
  }
})

test('a time beside a date is kept', () => {
  assert.equal(
    findPrintedDates('November 8, 2023 at 6:09 p.m.', { language: 'en', monthFirst: true })[0]?.time,
    '18:09',
  )
  assert.equal(findPrintedDates('08.11.2023, 06.09 Uhr', { language: 'de', monthFirst: false })[0]?.time, '06:09')
})

test('relative phrases are resolved against the moment of the capture', () => {
  const cases = [
    ['3 hours ago', 'en', '2026-11-21'],
    ['Updated 2 days ago', 'en', '2026-11-19'],
    ['gestern', 'de', '2026-11-20'],
    ['il y a 3 jours', 'fr', '2026-11-18'],
    ['منذ ساعتين', 'ar', '2026-11-21'],
    ['منذ يومين', 'ar', '2026-11-19'],
    ['۳ ساعت پیش', 'fa', '2026-11-21'],
    ['3小时前', 'zh', '2026-11-21'],
    ['2 дня назад', 'ru', '2026-11-19'],
    ['вчера в 14:30', 'ru', '2026-11-20'],
    ['Gestern, 14:30 Uhr', 'de', '2026-11-20'],
    ['a day ago', 'en', '2026-11-20'],
    ['دو روز پیش', 'fa', '2026-11-19'],
    ['۲ دن قبل', 'ur', '2026-11-19'],
    ['۲ ورځې مخکې', 'ps', '2026-11-19'],
    ['2 hari lalu', 'id', '2026-11-19'],
    ['3 小時前', 'zh-Hant', '2026-11-21'],
  ] as const
  for (const [text, language, day] of cases) assert.equal(readRelative(text, language, now)?.day, day, text)
  assert.equal(readRelative('A long sentence that only happens to say 3 hours ago somewhere in it.', 'en', now), null)
})

test('dates written for machines keep their offset and nothing is added to them', () => {
  assert.equal(readMachineDate('2024-05-03T15:47:42.389Z'), '2024-05-03T15:47:42Z')
  assert.equal(readMachineDate('2024-05-03T15:47+0200'), '2024-05-03T15:47:00+02:00')
  assert.equal(readMachineDate('2024-05-03 15:47:42'), '2024-05-03T15:47:42')
  assert.equal(readMachineDate('Fri, 03 May 2024 15:47:42 GMT'), '2024-05-03T15:47:42Z')
  assert.equal(readMachineDate('May 3, 2024 3:47 PM EDT'), '2024-05-03T15:47:00-04:00')
  assert.equal(readMachineDate('20240503'), '2024-05-03')
  assert.equal(readMachineDate('2024-13-45'), null)
})

test('addresses tell days only where they cannot be misread', () => {
  assert.equal(dateInAddress('https://a.example/2024/05/03/title'), '2024-05-03')
  assert.equal(dateInAddress('https://a.example/news/20240503/title'), '2024-05-03')
  assert.equal(
    dateInAddress('https://web.archive.example/web/20200101000000/http://a.example/2010/05/19/x'),
    '2010-05-19',
  )
  assert.equal(dateInAddress('https://a.example/article/123456789'), null)
})

test('digits of any script become ASCII digits', () => {
  assert.equal(toAsciiDigits('۱۴۰۲ ٢٠٢٣ २०२४ ๒๕๖๗ ２０２４'), '1402 2023 2024 2567 2024')
})

const clue = (
  edtf: string,
  from: DateClue['date']['from'],
  weight: number,
  more: Partial<DateClue> = {},
): DateClue => ({
  date: { edtf, literal: from === 'text' ? edtf : null, calendar: 'gregorian', from },
  day: edtf.slice(0, 10),
  weight,
  role: 'published',
  ...more,
})

test('places that agree outweigh a heavier one that stands alone, and the contradiction is told', () => {
  const { published, notes } = chooseDates([
    clue('2020-01-01', 'json-ld', 10),
    clue('2024-05-03', 'address', 8),
    clue('2024-05-03', 'text', 5.5),
  ])
  assert.equal(published?.edtf, '2024-05-03')
  assert.match(notes.join(), /linked data says 2020-01-01/)
})

test('an instant in UTC is told in the publisher’s own time where the page prints it', () => {
  const { published } = chooseDates([
    clue('2023-11-09T01:09:55Z', 'json-ld', 10),
    clue('2023-11-08', 'text', 5.5, { time: '18:09' }),
  ])
  assert.equal(published?.edtf, '2023-11-08T18:09:55-07:00')
})
