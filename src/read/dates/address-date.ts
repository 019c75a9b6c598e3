// Dates in addresses: /2024/05/03/, /2024-05-03-title, /20240503/, title-03052024.

import { isDay } from './machine-date.ts'

/** The day an address tells, or null. Only orders that cannot be misread are taken. */
export function dateInAddress(url: string): string | null {
  // Addresses of web archives carry the archived address within.
  const inner = url.slice(Math.max(0, url.search(/https?:\/\/(?!.*https?:\/\/)/)))
  let path = inner
  try {
    const parsed = new URL(inner)
    path = parsed.pathname + parsed.search
  } catch {
    // Not an address: it is looked at as it is.
  }
  for (const pattern of [
    /(?:^|[/_=-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=$|[/_.?&T-])/,
    /(?:^|[/_=a-z-])((?:199\d|20[0-3]\d))(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=$|[^\d]|\d{4,6}(?:\D|$))/i,
    /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2}[/_-]\d{1,2})[/_-]/,
  ]) {
    const match = pattern.exec(path)
    if (!match) continue
    const day = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
    if (isDay(day)) return day
  }
  return null
}

/** The year and month an address tells, e.g. /2024/05/title. */
export function monthInAddress(url: string): string | null {
  const match = /\/((?:19|20)\d{2})[/_-](0[1-9]|1[0-2]|[1-9])\//.exec(url)
  return match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}` : null
}
