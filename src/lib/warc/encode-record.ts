// In: the draft of a record. Out: the bytes of one WARC 1.1 record, plain or as a gzip member.
// One gzip member a record, so that each can be fetched by offset and length alone.
//
//   gzip member (RFC 1952) ┐
//     WARC/1.1 CRLF        │ version
//     Name: value CRLF     │ fields, UTF-8, one a line
//     CRLF                 │
//     content              │ Content-Length bytes: HTTP head + payload, or payload alone
//     CRLF CRLF            ┘ end of record
//
//   WARC-Block-Digest    sha256 over the content
//   WARC-Payload-Digest  sha256 over the payload: content-coded as received, without transfer coding
//   Digests are in base32, as all known readers check them.

import { createHash, hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { encodeBase32 } from './base32.ts'
import { storeGzip } from './store-gzip.ts'
import { warcId } from './warc-record.ts'
import type { WarcDraft } from './warc-record.ts'

const gzipInThreadPool = promisify(gzip)

/** From here on packing would hold up the event loop for more than a few milliseconds. */
const LARGE = 1 << 20
const END_OF_RECORD = '\r\n\r\n'

/** The record as one gzip member. */
export async function packRecord(draft: WarcDraft): Promise<Uint8Array> {
  if (draft.packing === 'none') return storeGzip(recordPieces(draft))
  const plain = encodeRecord(draft)
  // Room for the whole outcome in most cases: too little means several rounds, too much means idle memory to clear away.
  const options = { level: 1, chunkSize: Math.ceil(plain.length / 3) + 1024 }
  return plain.length > LARGE ? gzipInThreadPool(plain, options) : gzipSync(plain, options)
}

/** The record without compression. */
export function encodeRecord(draft: WarcDraft): Uint8Array {
  return Buffer.concat(recordPieces(draft))
}

function recordPieces(draft: WarcDraft): Uint8Array[] {
  return [Buffer.from(encodeFields(draft), 'utf8'), draft.head, draft.payload, Buffer.from(END_OF_RECORD)]
}

function encodeFields(draft: WarcDraft): string {
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${draft.type}`,
    `WARC-Record-ID: ${warcId(draft.id)}`,
    `WARC-Date: ${new Date(draft.date).toISOString()}`,
    ...draft.fields.map(([name, value]) => `${name}: ${oneLine(value)}`),
    `WARC-Block-Digest: sha256:${digestOfBlock(draft)}`,
  ]
  if (draft.head.length > 0) lines.push(`WARC-Payload-Digest: sha256:${digestOf(draft.payload)}`)
  lines.push(`Content-Length: ${draft.head.length + draft.payload.length}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}

function digestOfBlock(draft: WarcDraft): string {
  return encodeBase32(createHash('sha256').update(draft.head).update(draft.payload).digest())
}

function digestOf(bytes: Uint8Array): string {
  return encodeBase32(hash('sha256', bytes, 'buffer'))
}

/** A line end in a value would begin a field of the outside world's choosing. */
function oneLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  return value.replace(/[\u0000-\u001f\u007f]+/g, ' ')
}
