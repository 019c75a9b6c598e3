import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFeedDate } from './parse-feed-date.ts'

const read = (text: string): string | null => {
  const time = parseFeedDate(text)
  return time === null ? null : new Date(time).toISOString()
}

const readable: readonly (readonly [written: string, instant: string])[] = [
  ['Sat, 21 Nov 2026 08:14:32 GMT', '2026-11-21T08:14:32.000Z'],
  ['21 Nov 26 08:14 EST', '2026-11-21T13:14:00.000Z'],
  ['Wednesday, 13-Jul-94 09:10:11 PDT', '1994-07-13T16:10:11.000Z'],
  ['2026-11-21T08:14:32.125+03:30', '2026-11-21T04:44:32.125Z'],
  ['2026-11-21 08:14:32', '2026-11-21T08:14:32.000Z'],
  ['20261121T081432Z', '2026-11-21T08:14:32.000Z'],
  ['2026-325', '2026-11-21T00:00:00.000Z'],
  ['Sat Nov 21 08:14:32 UTC 2026', '2026-11-21T08:14:32.000Z'],
  ['November 21, 2026 5:04 pm', '2026-11-21T17:04:00.000Z'],
  ['Mon, 21 Sep 2026 24:00:00 +0000', '2026-09-22T00:00:00.000Z'],
  ['Tue, 21 Nov 2026 10:00:00 GMT+0200', '2026-11-21T08:00:00.000Z'],
  ['Пн, 21 ноя 2026 10:00:00 +0300', '2026-11-21T07:00:00.000Z'],
  ['lun. 2 oct. 2023 08:05', '2023-10-02T08:05:00.000Z'],
  ['2 de octubre de 2023', '2023-10-02T00:00:00.000Z'],
  ['٢١ أكتوبر ٢٠٢٣', '2023-10-21T00:00:00.000Z'],
  ['12 كانون الثاني 2024', '2024-01-12T00:00:00.000Z'],
  ['2004년 05월 28일 오후 01:31:15', '2004-05-28T13:31:15.000Z'],
  ['21.11.2026 10:00', '2026-11-21T10:00:00.000Z'],
  ['11/21/2026 4:05:00 PM', '2026-11-21T16:05:00.000Z'],
  ['1700000000', '2023-11-14T22:13:20.000Z'],
  ['2566-10-05', '2023-10-05T00:00:00.000Z'],
]

for (const [written, instant] of readable) {
  test(`"${written}" is understood`, () => assert.equal(read(written), instant))
}

test('a Jalali date is not read as a Gregorian year of the Middle Ages', () => {
  assert.equal(read('۱۴۰۲/۰۷/۳۰'), '2023-10-22T00:00:00.000Z')
  assert.equal(read('۳۰ مهر ۱۴۰۲ - ۱۲:۳۰'), '2023-10-22T12:30:00.000Z')
  assert.equal(read('1445/03/22'), '2023-10-07T00:00:00.000Z')
})

test('what could be two days, or no day at all, stays unknown', () => {
  for (const written of [
    '3/4/2026',
    '2026-11',
    '2026',
    'yesterday',
    '',
    '31 Jun 2026',
    '2026-02-30',
    '99:99',
    '2026-13-01',
  ]) {
    assert.equal(read(written), null, written)
  }
})

test('the zero dates of software mean that nothing was said', () => {
  for (const written of ['0001-01-01T00:00:00Z', 'Thu, 01 Jan 1970 00:00:00 GMT', '0000-00-00 00:00:00']) {
    assert.equal(read(written), null, written)
  }
})

test('any instant survives being written by RFC 822 and by RFC 3339', () => {
  for (let time = Date.UTC(1995, 0, 1); time < Date.UTC(2030, 0, 1); time += 123_456_789_000) {
    assert.equal(parseFeedDate(new Date(time).toISOString()), time)
    assert.equal(parseFeedDate(new Date(time).toUTCString()), time)
  }
})

test('a very long text is no date and costs nothing', () => {
  assert.equal(parseFeedDate('1'.repeat(1_000_000)), null)
  assert.equal(parseFeedDate('a '.repeat(500_000)), null)
})
