// In: a line. Out: the dates in it as citations print them (day first, month first, month alone, no year), as EDTF.
// One pass over the line with one bounded pattern: a hostile line costs no more than its length.

import type { Span } from '../../domain/article.ts'

export type PrintedDate = Span & {
  readonly text: string
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`; null where no year is printed. */
  readonly edtf: string | null
}

const monthNames = 'january february march april may june july august september october november december'.split(' ')
const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const patterns = [
  `(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of )?(?<m1>${month})(?:,?\\s(?<y1>\\d{4}))?`,
  `(?<m2>${month})\\s(?<d2>\\d{1,2})(?:st|nd|rd|th)?,\\s(?<y2>\\d{4})`,
  `(?<m3>${month}),?\\s(?<y3>\\d{4})`,
  `(?<y4>\\d{4})-(?<m4>\\d{2})-(?<d4>\\d{2})`,
]
const anyDate = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}-])`, 'gu')

/** Every date in `text`, from left to right. */
export function findDates(text: string): PrintedDate[] {
  const dates: PrintedDate[] = []
  for (const match of text.matchAll(anyDate)) {
    const part = match.groups ?? {}
    const year = part['y1'] ?? part['y2'] ?? part['y3'] ?? part['y4']
    const monthNumber = monthOf(part['m1'] ?? part['m2'] ?? part['m3'] ?? part['m4'] ?? '')
    const day = Number(part['d1'] ?? part['d2'] ?? part['d4'] ?? 0)
    if (monthNumber === 0 || day > 31) continue
    dates.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      edtf: year === undefined ? null : edtf(Number(year), monthNumber, day),
    })
  }
  return dates
}

/** 1–12 for an English month name or its first three letters, or for a number; 0 = no month. */
export function monthOf(word: string): number {
  if (/^\d{1,2}$/.test(word)) return Number(word) <= 12 ? Number(word) : 0
  const head = word.slice(0, 3).toLowerCase()
  return head.length < 3 ? 0 : monthNames.findIndex((name) => name.startsWith(head)) + 1
}

/** EDTF with as much precision as is known; 0 = not known. */
export function edtf(year: number, monthNumber = 0, day = 0): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  if (monthNumber === 0) return String(year)
  return day === 0 ? `${year}-${two(monthNumber)}` : `${year}-${two(monthNumber)}-${two(day)}`
}
