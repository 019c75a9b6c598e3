// In: the content of a WARC `request` or `response` record. Out: start line, headers and payload.
// Forgiving: archives hold what servers really sent.

import type { WarcFields } from './warc-record.ts'
import { fieldOf } from './warc-record.ts'

export type HttpMessage = {
  readonly startLine: string
  /** Of a response; null for a request. */
  readonly status: number | null
  /** In the order and letter case received; each byte a letter (ISO 8859-1). */
  readonly headers: WarcFields
  /** As stored, perhaps in chunks. */
  readonly body: Uint8Array
}

/** The start line and headers of a message (RFC 9112) as bytes, with the empty line that ends them. */
export function encodeHttpHead(startLine: string, headers: WarcFields): Uint8Array {
  const lines = headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`)
  return Buffer.from(`${startLine.replace(/[\r\n]+/g, ' ')}\r\n${lines.join('')}\r\n`, 'latin1')
}

/** null when the content does not begin like an HTTP message. */
export function parseHttpMessage(content: Uint8Array): HttpMessage | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const end = findEndOfHead(bytes)
  const [startLine = '', ...lines] = bytes.toString('latin1', 0, end.head).split(/\r?\n/)
  const response = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(startLine)
  if (!response && !/^[A-Z]+ \S.*HTTP\/\d/.test(startLine)) return null
  return {
    startLine,
    status: response ? Number(response[1]) : null,
    headers: parseHeaderLines(lines),
    body: bytes.subarray(end.body),
  }
}

function findEndOfHead(bytes: Buffer): { head: number; body: number } {
  const strict = bytes.indexOf('\r\n\r\n')
  const loose = bytes.indexOf('\n\n')
  if (strict >= 0 && (loose < 0 || strict < loose)) return { head: strict, body: strict + 4 }
  if (loose >= 0) return { head: loose, body: loose + 2 }
  return { head: bytes.length, body: bytes.length }
}

/** `Name: value` lines; a line that begins with a space goes on with the value before it. */
export function parseHeaderLines(lines: readonly string[]): [string, string][] {
  const headers: [string, string][] = []
  for (const line of lines) {
    const last = headers.at(-1)
    if (/^[ \t]/.test(line) && last) {
      last[1] = `${last[1]} ${line.trim()}`.trim()
      continue
    }
    const colon = line.indexOf(':')
    if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
  }
  return headers
}

/** The payload without its transfer coding; what is not really chunked is left as it is. */
export function payloadOf(message: HttpMessage): Uint8Array {
  const coding = fieldOf(message.headers, 'transfer-encoding') ?? ''
  return /\bchunked\b/i.test(coding) ? unchunk(message.body).payload : message.body
}

/**
 * Undoes the chunked coding of RFC 9112 § 7.1.
 * Where the chunks are broken, gives what was sound and says `complete: false`;
 * where not even the first one is a chunk, gives the bytes untouched.
 */
export function unchunk(body: Uint8Array): { readonly payload: Uint8Array; readonly complete: boolean } {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const pieces: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = bytes.indexOf(10, at)
    const size = lineEnd < 0 ? null : chunkSize(bytes.toString('latin1', at, lineEnd))
    if (size === 0) return { payload: Buffer.concat(pieces), complete: true }
    if (size === null) return { payload: pieces.length > 0 ? Buffer.concat(pieces) : body, complete: false }
    pieces.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + size))
    at = lineEnd + 1 + size
    if (at > bytes.length) return { payload: Buffer.concat(pieces), complete: false }
    if (bytes[at] === 13) at++
    if (bytes[at] === 10) at++
  }
}

function chunkSize(line: string): number | null {
  const digits = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line)?.[1]
  return digits === undefined ? null : Number.parseInt(digits, 16)
}
