// In: the one line that is the header of an ARC record (Internet Archive, 1996). Out: the same in WARC's words.
//
//   version 1:  URL IP-address archive-date content-type length
//   version 2:  URL IP-address archive-date content-type result-code checksum location offset filename length

import type { WarcFields } from './warc-record.ts'

export type ArcHeader = {
  readonly format: 'ARC/1' | 'ARC/2'
  readonly type: 'warcinfo' | 'response' | 'resource'
  readonly fields: WarcFields
  /** null when it is missing or nonsense. */
  readonly length: number | null
  readonly oddities: string[]
}

/** null when the line is not the header of an ARC record. */
export function parseArcHeader(line: string): ArcHeader | null {
  if (!/^[a-z][a-z0-9+.-]*:\S/i.test(line)) return null
  const parts = line.split(' ')
  // Addresses may hold spaces, so the fields are counted from the right.
  const width = parts.length >= 10 && isDate(parts.at(-8)) ? 9 : 4
  const [address, date, contentType] = parts.slice(-width)
  if (parts.length < 5 || !address || !date || !contentType || !isDate(date)) return null
  const url = parts.slice(0, -width).join(' ')
  return arcHeader(url, address, date, contentType, parts.at(-1) ?? '', width === 9 ? 'ARC/2' : 'ARC/1')
}

function isDate(text: string | undefined): boolean {
  return /^\d{8,20}$/.test(text ?? '')
}

function arcHeader(
  url: string,
  address: string,
  date: string,
  contentType: string,
  length: string,
  format: ArcHeader['format'],
): ArcHeader {
  const oddities: string[] = []
  if (url.includes(' ')) oddities.push('the address has spaces in it')
  if (date.length !== 14) oddities.push(`the date has ${date.length} digits instead of 14`)
  const type = url.startsWith('filedesc:') ? 'warcinfo' : /^(dns|whois):/.test(url) ? 'resource' : 'response'
  const fields: [string, string][] = [
    ['WARC-Type', type],
    ['WARC-Target-URI', url.replaceAll(' ', '%20')],
    ['WARC-Date', isoDate(date)],
    ['WARC-IP-Address', address],
    ['Content-Type', type === 'response' ? 'application/http;msgtype=response' : contentType],
  ]
  return { format, type, fields, length: /^\d{1,15}$/.test(length) ? Number(length) : null, oddities }
}

function isoDate(digits: string): string {
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)(..)(..)(..)/.exec(digits.padEnd(14, '0')) ?? []
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}
