// In: a cursor before a WARC or ARC record. Out: the record, or what is wrong with it.
// Knows nothing of gzip and files: one record out of a run of bytes.

import type { Cursor } from './cursor.ts'
import { parseArcHeader } from './parse-arc-header.ts'
import { parseHeaderLines } from './parse-http-message.ts'
import type { WarcFields } from './warc-record.ts'
import { fieldOf } from './warc-record.ts'

export type ParsedRecord = {
  readonly kind: 'record'
  readonly format: string
  readonly type: string
  readonly fields: WarcFields
  readonly content: Uint8Array
  readonly oddities: readonly string[]
  /** What is wrong with the end of the record, when something is; the cursor then stands somewhere inside. */
  readonly badEnd: string | null
}

export type ParseOutcome =
  | ParsedRecord
  | { readonly kind: 'end' }
  /** `passed`: bytes of it that need not be looked at again. */
  | { readonly kind: 'unusable'; readonly reason: string; readonly passed: number }

type Header = {
  readonly format: string
  readonly type: string
  readonly fields: WarcFields
  readonly length: number | null
  readonly oddities: string[]
}

const MAX_HEADER = 1 << 20

/**
 * Reads the next record and its end.
 *
 * @param maxContent bytes; a longer record is passed over and named
 */
export async function parseRecord(cursor: Cursor, maxContent: number): Promise<ParseOutcome> {
  await skipEmptyLines(cursor)
  const first = await cursor.peek(512)
  if (first.length === 0) return { kind: 'end' }
  const isWarc = /^WARC\/\d/.test(first.toString('latin1', 0, 16))
  const header = isWarc ? await takeWarcHeader(cursor) : await takeArcHeader(cursor)
  if (typeof header === 'string') return { kind: 'unusable', reason: header, passed: 0 }
  if (header.length === null) return { kind: 'unusable', reason: missingLength(header, isWarc), passed: 0 }
  if (header.length > maxContent) {
    const passed = await cursor.skip(header.length)
    const sizes = `${header.length} bytes, and the limit is ${maxContent}`
    return { kind: 'unusable', reason: `a ${header.type} record was passed over: it has ${sizes}`, passed }
  }
  const content = await cursor.take(header.length)
  const badEnd = await takeEnd(cursor, content.length, header.length)
  const { format, type, fields, oddities } = header
  return { kind: 'record', format, type, fields, content, oddities, badEnd }
}

function missingLength(header: Header, isWarc: boolean): string {
  const name = isWarc ? 'Content-Length' : 'length'
  return `a ${header.type} record gives no usable ${name}, so its end cannot be known`
}

async function skipEmptyLines(cursor: Cursor): Promise<void> {
  for (;;) {
    const ahead = await cursor.peek(64)
    const start = ahead.findIndex((byte) => byte !== 13 && byte !== 10)
    await cursor.skip(start < 0 ? ahead.length : start)
    if (start >= 0 || ahead.length === 0) return
  }
}

async function takeWarcHeader(cursor: Cursor): Promise<Header | string> {
  const text = await takeUntilEmptyLine(cursor)
  if (text === null) return 'a record header does not end'
  const [format = '', ...lines] = text.split(/\r?\n/)
  const fields = parseHeaderLines(lines)
  const oddities: string[] = []
  const uri = fields.find(([name]) => name.toLowerCase() === 'warc-target-uri')
  if (uri) uri[1] = mendUri(uri[1], oddities)
  const length = /^\d{1,15}$/.exec(fieldOf(fields, 'content-length') ?? '')
  const type = fieldOf(fields, 'warc-type') ?? 'untyped'
  return { format: format.trim(), type, fields, length: length ? Number(length[0]) : null, oddities }
}

async function takeUntilEmptyLine(cursor: Cursor): Promise<string | null> {
  for (let wanted = 1 << 12; ; wanted *= 4) {
    const ahead = await cursor.peek(wanted)
    const end = /\r?\n\r?\n/.exec(ahead.toString('latin1'))
    if (end) return (await cursor.take(end.index + end[0].length)).toString('utf8', 0, end.index)
    if (ahead.length < wanted || wanted > MAX_HEADER) return null
  }
}

/** Some writers put the address in angle brackets, some leave spaces in it. */
function mendUri(uri: string, oddities: string[]): string {
  let mended = uri
  if (/^<.*>$/.test(mended)) {
    mended = mended.slice(1, -1)
    oddities.push('WARC-Target-URI stands in angle brackets')
  }
  if (mended.includes(' ')) {
    mended = mended.replaceAll(' ', '%20')
    oddities.push('WARC-Target-URI has spaces in it')
  }
  return mended
}

async function takeArcHeader(cursor: Cursor): Promise<Header | string> {
  const ahead = await cursor.peek(1 << 14)
  const lineEnd = ahead.indexOf(10)
  const line = ahead.toString('latin1', 0, lineEnd < 0 ? ahead.length : lineEnd).trimEnd()
  const arc = parseArcHeader(line)
  if (!arc) return `no WARC or ARC record begins here; the bytes are ${JSON.stringify(line.slice(0, 40))}…`
  await cursor.skip(lineEnd < 0 ? ahead.length : lineEnd + 1)
  const usable = arc.length !== null || arc.type !== 'warcinfo'
  return { ...arc, length: usable ? arc.length : await measureArcPreface(cursor) }
}

/** The two lines that say what the fields are, where the file's first record gives no length. */
async function measureArcPreface(cursor: Cursor): Promise<number | null> {
  const ahead = (await cursor.peek(1 << 12)).toString('latin1')
  const lines = /^\d[^\n]*\n[^\n]*\n/.exec(ahead)
  return lines ? lines[0].length : null
}

async function takeEnd(cursor: Cursor, found: number, promised: number): Promise<string | null> {
  if (found < promised) return `the bytes end after ${found} of the ${promised} that the record promises`
  const ahead = await cursor.peek(4)
  if (ahead.length === 0) return null
  if (ahead[0] === 13 || ahead[0] === 10) return null // the line ends are skipped before the next record
  const shown = JSON.stringify(ahead.toString('latin1'))
  return `the record is not followed by an empty line but by ${shown}; its length of ${promised} is probably wrong`
}
