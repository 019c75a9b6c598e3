// After damage: where does the next record begin? Looks for the marks that every record carries.

import { inflateRawSync } from 'node:zlib'
import type { ByteSource } from '../byte-source.ts'
import { looksLikeGzip } from './gzip-member.ts'

const WINDOW = 1 << 18
/** Longer than any mark, so that none is cut by the edge of a window. */
const OVERLAP = 1 << 12

const RECORD_LINE =
  /(?<=\n)(?:WARC\/\d\.\d\r?\n|[a-z][a-z0-9+.-]{1,20}:\S[^\r\n]{0,2000} \d{14} \S+ [^\r\n]{0,400}\d\r?\n)/
const FIRST_BYTES = /^\s*(?:WARC\/\d|[a-z][a-z0-9+.-]{1,20}:\S.* \d{8,20} )/

/** Offset of the next line that begins a WARC or ARC record, at or after `from`; null when there is none. */
export async function findNextRecord(source: ByteSource, from: number): Promise<number | null> {
  for (let at = Math.max(0, from - 1); at < source.size; at += WINDOW - OVERLAP) {
    const bytes = await source.read(at, WINDOW)
    const match = RECORD_LINE.exec(Buffer.from(bytes).toString('latin1'))
    if (match) return at + match.index
    if (bytes.length < WINDOW) return null
  }
  return null
}

/** Offset of the next gzip member that holds a WARC or ARC record, at or after `from`; null when there is none. */
export async function findNextMember(source: ByteSource, from: number): Promise<number | null> {
  for (let at = from; at < source.size; at += WINDOW - OVERLAP) {
    const bytes = Buffer.from(await source.read(at, WINDOW))
    for (let mark = bytes.indexOf(0x1f); mark >= 0; mark = bytes.indexOf(0x1f, mark + 1)) {
      if (beginsRecord(bytes.subarray(mark, mark + OVERLAP))) return at + mark
    }
    if (bytes.length < WINDOW) return null
  }
  return null
}

/** The three bytes of gzip also occur by chance inside compressed data, so the first letters are unpacked as proof. */
function beginsRecord(bytes: Buffer): boolean {
  if (!looksLikeGzip(bytes)) return false
  const flags = bytes[3] ?? 0
  const named = flags & 8 ? bytes.indexOf(0, 10) + 1 : 10
  try {
    // A sync flush as the finish gives what there is without asking for the end.
    const text = inflateRawSync(bytes.subarray(named), { finishFlush: 2 }).toString('latin1', 0, 2048)
    return FIRST_BYTES.test(text)
  } catch {
    return false
  }
}
