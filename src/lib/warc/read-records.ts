// In: a WARC or ARC file, plain or gzipped. Out: its records one after another, and every damage met on the way.
// Tolerant, because evidence must not be lost for a broken neighbour: after damage it looks for the next record.

import type { ByteSource } from '../byte-source.ts'
import { openCursor } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import { looksLikeGzip, readMember } from './gzip-member.ts'
import type { MemberEnd } from './gzip-member.ts'
import { findNextMember, findNextRecord } from './find-next-record.ts'
import { parseRecord } from './parse-record.ts'
import type { ParsedRecord } from './parse-record.ts'
import type { ArchivedRecord, Finding } from './warc-record.ts'

export type ReadOptions = {
  /** Where a record is known to begin; 0 unless told. */
  readonly from?: number
  /** Longest content in bytes; longer records are passed over and named. 256 MiB unless told. */
  readonly maxContent?: number
}

const MAX_CONTENT = 256 << 20
const PIECE = 1 << 18

/** Reads WARC 1.0 and 1.1 (ISO 28500) and ARC 1 and 2. Throws only when the source itself cannot be read. */
export async function* readRecords(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<Finding> {
  const from = options.from ?? 0
  const maxContent = options.maxContent ?? MAX_CONTENT
  const start = await source.read(from, 4)
  if (start.length === 0) {
    if (from === 0) yield { kind: 'damage', offset: 0, reason: 'the file is empty' }
    return
  }
  yield* looksLikeGzip(start) ? readPacked(source, from, maxContent) : readPlain(source, from, maxContent)
}

async function* readPlain(source: ByteSource, from: number, maxContent: number): AsyncGenerator<Finding> {
  for (let base: number | null = from; base !== null;) {
    const trouble: number | null = yield* readRun(source, base, maxContent)
    base = trouble === null ? null : await findNextRecord(source, trouble)
  }
}

/** Gives records until the end (null) or until damage: then the place from which the next record must be searched. */
async function* readRun(source: ByteSource, base: number, maxContent: number): AsyncGenerator<Finding, number | null> {
  const cursor = plainCursor(source, base)
  for (;;) {
    await skipLineEnds(cursor)
    const offset = base + cursor.position()
    const outcome = await parseRecord(cursor, maxContent)
    if (outcome.kind === 'end') return null
    if (outcome.kind === 'unusable') {
      yield { kind: 'damage', offset, reason: outcome.reason }
      return offset + Math.max(1, outcome.passed)
    }
    const end = base + cursor.position()
    const length = end - offset + (await countLineEnds(cursor))
    yield { kind: 'record', record: toArchived(outcome, offset, { offset, length }) }
    if (outcome.badEnd === null) continue
    yield { kind: 'damage', offset: end, reason: outcome.badEnd }
    return offset + 1 // the length was wrong, so it may have swallowed the records that follow
  }
}

function plainCursor(source: ByteSource, base: number): Cursor {
  let at = base
  return openCursor(async () => {
    const piece = await source.read(at, PIECE)
    at += piece.length
    return piece.length > 0 ? piece : null
  })
}

async function skipLineEnds(cursor: Cursor): Promise<void> {
  for (let count = -1; count !== 0;) {
    count = await countLineEnds(cursor)
    await cursor.skip(count)
  }
}

async function countLineEnds(cursor: Cursor): Promise<number> {
  const ahead = await cursor.peek(4)
  const end = ahead.findIndex((byte) => byte !== 13 && byte !== 10)
  return end < 0 ? ahead.length : end
}

async function* readPacked(source: ByteSource, from: number, maxContent: number): AsyncGenerator<Finding> {
  for (let offset: number | null = from; offset !== null && offset < source.size;) {
    const next: number | null = yield* readOneMember(source, offset, maxContent)
    if (next === null) offset = await findNextMember(source, offset + 1)
    else if (next >= source.size || looksLikeGzip(await source.read(next, 4))) offset = next
    else {
      yield { kind: 'damage', offset: next, reason: 'no gzip member begins here' }
      offset = await findNextMember(source, next)
    }
  }
}

/** Gives the records of one member; returns where the next one should begin, or null after damage. */
async function* readOneMember(
  source: ByteSource,
  offset: number,
  maxContent: number,
): AsyncGenerator<Finding, number | null> {
  const member = openMember(source, offset)
  let first: ParsedRecord | null = null // held back: only the end of the member shows whether it is alone
  let count = 0
  for await (const found of recordsOfMember(member.cursor, offset, maxContent)) {
    if (found.kind === 'damage') {
      yield found
      continue
    }
    count++
    if (count === 1) {
      first = found
      continue
    }
    if (first) yield { kind: 'record', record: toArchived(first, offset, null) }
    if (count === 2) yield { kind: 'damage', offset, reason: SHARED_MEMBER }
    first = null
    yield { kind: 'record', record: toArchived(found, offset, null) }
  }
  const end = await member.end()
  const place = end.kind === 'whole' ? { offset, length: end.length } : null
  if (first) yield { kind: 'record', record: toArchived(first, offset, place) }
  if (end.kind === 'damaged') yield { kind: 'damage', offset, reason: end.reason }
  return end.kind === 'whole' ? offset + end.length : null
}

async function* recordsOfMember(
  cursor: Cursor,
  offset: number,
  maxContent: number,
): AsyncGenerator<ParsedRecord | { kind: 'damage'; offset: number; reason: string }> {
  for (;;) {
    const outcome = await parseRecord(cursor, maxContent)
    if (outcome.kind === 'end') return
    if (outcome.kind === 'record') yield outcome
    const reason = outcome.kind === 'record' ? outcome.badEnd : outcome.reason
    if (reason === null) continue
    yield { kind: 'damage', offset, reason }
    if (!(await skipToRecord(cursor))) return
  }
}

/** Inside a member there are only WARC records to look for: an ARC record has a member of its own. */
async function skipToRecord(cursor: Cursor): Promise<boolean> {
  for (;;) {
    const ahead = await cursor.peek(PIECE)
    const mark = ahead.indexOf('\nWARC/1.')
    if (mark >= 0) {
      await cursor.skip(mark + 1)
      return true
    }
    if (ahead.length < PIECE) return false
    await cursor.skip(PIECE - 16)
  }
}

const SHARED_MEMBER =
  'several records share one gzip member: they can be read in order but not fetched one by one; ' +
  'to mend the file, unpack it and pack each record by itself'

function openMember(source: ByteSource, offset: number): { cursor: Cursor; end: () => Promise<MemberEnd> } {
  const pieces = readMember(source, offset)
  let end: MemberEnd | null = null
  const cursor = openCursor(async () => {
    const step = await pieces.next()
    if (!step.done) return step.value
    end = step.value
    return null
  })
  return {
    cursor,
    end: async () => {
      await cursor.skip(Number.MAX_SAFE_INTEGER)
      return end ?? { kind: 'damaged', reason: 'the gzip member could not be read' }
    },
  }
}

function toArchived(parsed: ParsedRecord, offset: number, place: ArchivedRecord['place']): ArchivedRecord {
  const { format, type, fields, content, oddities } = parsed
  return { format, type, fields, content, offset, place, oddities }
}
