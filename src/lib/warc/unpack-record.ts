// In: the bytes of one packed record as they lie in the archive. Out: the record, its HTTP message and payload.
// The cheap way back: one read of a known place, one unpacking, no searching.

import { gunzipSync } from 'node:zlib'
import { bytesAsSource } from '../byte-source.ts'
import { parseHttpMessage, payloadOf } from './parse-http-message.ts'
import type { HttpMessage } from './parse-http-message.ts'
import { readRecords } from './read-records.ts'
import type { ArchivedRecord } from './warc-record.ts'
import { fieldOf } from './warc-record.ts'

export type UnpackedRecord =
  | {
      readonly kind: 'record'
      readonly record: ArchivedRecord
      /** null for records that hold no HTTP message. */
      readonly http: HttpMessage | null
      /** Content-coded as received, without transfer coding; for other than HTTP the whole content. */
      readonly payload: Uint8Array
    }
  | { readonly kind: 'damaged'; readonly reason: string }

/** Unpacks one record. The payload is a view into the unpacked bytes, not a copy. */
export async function unpackRecord(packed: Uint8Array, maxContent?: number): Promise<UnpackedRecord> {
  const plain = tryGunzip(packed)
  if (plain === null) return { kind: 'damaged', reason: 'the packed bytes are damaged or cut short' }
  for await (const finding of readRecords(bytesAsSource(plain), maxContent === undefined ? {} : { maxContent })) {
    if (finding.kind === 'damage') return { kind: 'damaged', reason: finding.reason }
    return { kind: 'record', record: finding.record, ...recordPayload(finding.record) }
  }
  return { kind: 'damaged', reason: 'there is no record at this place' }
}

function tryGunzip(packed: Uint8Array): Uint8Array | null {
  if (packed[0] !== 0x1f) return packed
  try {
    return gunzipSync(packed, { chunkSize: 1 << 16 })
  } catch {
    return null
  }
}

/** The HTTP message in a record, and its payload without the transfer coding. */
export function recordPayload(record: ArchivedRecord): { http: HttpMessage | null; payload: Uint8Array } {
  const isHttp = /^application\/http/i.test(fieldOf(record.fields, 'Content-Type') ?? '')
  const http = isHttp ? parseHttpMessage(record.content) : null
  return { http, payload: http ? payloadOf(http) : record.content }
}
