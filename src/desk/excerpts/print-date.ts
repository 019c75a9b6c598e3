// In: a date as EDTF (ISO 8601-2). Out: the words a citation prints, and the day on which a descriptor must hold.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[^?~%]*)?([?~%])?$/

/**
 * “16 September 2023”, “September 2023”, “2023”; “about …” when it is approximate, with “(?)” when it is uncertain, both ends
 * of an interval. `null` for what is not known and for what is no date: it is not printed as if it were one.
 */
export function printDate(edtf: string | null): string | null {
  if (edtf === null) return null
  const ends = edtf.split('/')
  if (ends.length === 2) {
    const [from, to] = ends.map((end) => printDate(end ?? null))
    return from && to ? `${from}–${to}` : null
  }
  const [, year, month, day, doubt] = DATE.exec(edtf) ?? []
  if (year === undefined) return null
  const name = month === undefined ? '' : MONTHS[Number(month) - 1]
  if (name === undefined || Number(day ?? '1') < 1 || Number(day ?? '1') > 31) return null
  const words = [day === undefined ? '' : String(Number(day)), name, year].filter((word) => word !== '').join(' ')
  const about = doubt === '~' || doubt === '%' ? `about ${words}` : words
  return doubt === '?' || doubt === '%' ? `${about} (?)` : about
}

/** The last day that a date may mean, as an ISO day; null when it is not known. */
export function lastDayOf(edtf: string | null): string | null {
  const [, year, month, day] = DATE.exec(edtf?.split('/').at(-1) ?? '') ?? []
  if (year === undefined) return null
  if (day !== undefined) return `${year}-${month}-${day}`
  if (month === undefined) return `${year}-12-31`
  if (Number(month) < 1 || Number(month) > 12) return null
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}
