// In: a web address. Out: the date it carries (`/2024/05/24`, `20240901`, `2024-04-09`, Jalali `/1402/07/13`), in the Gregorian calendar.

import { edtf } from './find-dates.ts'

const spelled = /(?<!\d)((?:19|20)\d{2}|1[34]\d{2})([-/_.]?)(\d{1,2})\2(\d{1,2})(?!\d)/gu
const packed = /(?<!\d)((?:19|20)\d{2}|1[34]\d{2})(\d{2})(\d{2})(?=\d{0,10}(?!\d))/gu
const jalali = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** EDTF day; null when the address carries none. */
export function dateInAddress(url: string): string | null {
  const path = url.slice(0, 2000).replace(/^https?:\/\/[^/]{0,255}/iu, '')
  for (const match of path.matchAll(spelled)) {
    if (match[2] === '' && (match[3] ?? '').length + (match[4] ?? '').length < 4) continue
    const found = dayOf(Number(match[1]), Number(match[3]), Number(match[4]))
    if (found !== null) return found
  }
  for (const match of path.matchAll(packed)) {
    const found = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
    if (found !== null) return found
  }
  return null
}

function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return year < 1500 ? fromJalali(year, month, day) : edtf(year, month, day)
}

/** The Gregorian day of a day in the Persian calendar, by the platform's own calendar. */
function fromJalali(year: number, month: number, day: number): string | null {
  const guess = Date.UTC(year + 621, 2, 19) + ((month - 1) * 30.44 + day - 6) * 86_400_000
  for (let step = 0; step < 20; step += 1) {
    const moment = new Date(guess + step * 86_400_000)
    const parts = Object.fromEntries(
      jalali.formatToParts(moment).map((part) => [part.type, Number.parseInt(part.value, 10)]),
    )
    if (parts['year'] === year && parts['month'] === month && parts['day'] === day)
      return moment.toISOString().slice(0, 10)
  }
  return null
}
