// In: a body as received and its Content-Encoding. Out: the content, or why there is none.
// Why forgiving: half a page that was cut off on its way is still evidence of what its first half said,
// and servers that announce gzip and send plain text are common. Why limited: a kilobyte can unfold to gigabytes.

import type { Transform } from 'node:stream'
import {
  brotliDecompress,
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  gunzip,
  gunzipSync,
  inflate,
  inflateRaw,
  inflateRawSync,
  inflateSync,
  zstdDecompress,
  zstdDecompressSync,
} from 'node:zlib'
import { collectBytes } from './growing-bytes.ts'
import { readCode } from './http-failure.ts'

export type DecodedBody =
  /** `whole` is false when the coding broke off or broke down, and `body` is what could be had before. */
  | { readonly kind: 'decoded'; readonly body: Uint8Array; readonly whole: boolean }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly reason: string }

const MOST_CODINGS = 4
const CHUNK = 64 * 1024
const SALVAGE_CHUNK = 256
/** Up to here, unpacking on the spot is cheaper than handing the body to another thread and taking it back. */
const SMALL = 128 * 1024
/** How much a usual page unfolds to; more only costs another round. */
const USUAL_GROWTH = 8
const MOST_GROWTH = 64
/** Head and end of a gzip member. */
const SMALLEST_MEMBER = 18

/**
 * Undoes the content codings (RFC 9110, section 8.4): gzip, deflate with or without its zlib wrapper, br, zstd, and
 * several of them one over the other. Never holds more than `maxBytes` of content. A body cut off in the middle gives
 * what there is, with `whole: false`. Codings nobody knows are taken for a mistake and passed over, as browsers do.
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<DecodedBody> {
  const codings = listCodings(contentEncoding)
  if (codings.length > MOST_CODINGS) return { kind: 'unreadable', reason: 'The page is wrapped in too many codings.' }
  let decoded: DecodedBody = { kind: 'decoded', body, whole: true }
  for (const coding of codings.reverse()) {
    if (decoded.kind !== 'decoded' || decoded.body.length === 0) break
    const inner = await undoCoding(decoded.body, coding, maxBytes)
    decoded = inner.kind === 'decoded' ? { ...inner, whole: inner.whole && decoded.whole } : inner
  }
  return decoded.kind === 'decoded' && decoded.body.length > maxBytes ? { kind: 'too-large' } : decoded
}

function listCodings(contentEncoding: string | null): string[] {
  const names = (contentEncoding ?? '').toLowerCase().split(',')
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity')
}

function undoCoding(body: Uint8Array, coding: string, maxBytes: number): DecodedBody | Promise<DecodedBody> {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return startsWith(body, 0x1f, 0x8b) ? unfold(body, gzipFolding, coding, maxBytes) : asItIs(body)
    case 'deflate':
      return unfold(body, hasZlibHeader(body) ? zlibFolding : rawFolding, coding, maxBytes)
    case 'br':
      return unfold(body, brotliFolding, coding, maxBytes)
    case 'zstd':
      return startsWith(body, 0x28, 0xb5, 0x2f, 0xfd) ? unfold(body, zstdFolding, coding, maxBytes) : asItIs(body)
    case 'compress':
    case 'x-compress':
    case 'dcb':
    case 'dcz':
      return { kind: 'unreadable', reason: `The page comes in a coding that we do not read (${coding}).` }
    default:
      return asItIs(body)
  }
}

const asItIs = (body: Uint8Array): DecodedBody => ({ kind: 'decoded', body, whole: true })
const startsWith = (body: Uint8Array, ...bytes: number[]) => bytes.every((byte, index) => body[index] === byte)

/** RFC 1950: method 8, and the first two bytes are a multiple of 31. Some servers send deflate without it. */
function hasZlibHeader(body: Uint8Array): boolean {
  const [first = 0, second = 0] = body
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

type Limits = { readonly maxOutputLength: number; readonly chunkSize: number }

/** The ways in which Node unfolds a coding: all at once, here or elsewhere, and as a stream that gives what it has before it breaks. */
type Folding = {
  readonly whole: (body: Uint8Array, limits: Limits, answer: (error: Error | null, result: Uint8Array) => void) => void
  readonly onTheSpot: (body: Uint8Array, limits: Limits) => Uint8Array
  readonly stream: (options: { chunkSize: number }) => Transform
  /** Bytes of the content, as a guess: a wrong one costs memory or another round, nothing else. */
  readonly guessSize: (body: Uint8Array) => number
}

const usualSize = (body: Uint8Array): number => Math.max(CHUNK, body.length * USUAL_GROWTH)

/** A gzip member ends with the length of its content (RFC 1952), which is believed where it is likely. */
function statedSize(body: Uint8Array): number {
  if (body.length < SMALLEST_MEMBER) return CHUNK
  const stated = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(body.length - 4, true)
  return stated >= body.length / 2 && stated <= body.length * MOST_GROWTH ? stated : usualSize(body)
}

const gzipFolding: Folding = { whole: gunzip, onTheSpot: gunzipSync, stream: createGunzip, guessSize: statedSize }
const zlibFolding: Folding = { whole: inflate, onTheSpot: inflateSync, stream: createInflate, guessSize: usualSize }
const rawFolding: Folding = {
  whole: inflateRaw,
  onTheSpot: inflateRawSync,
  stream: createInflateRaw,
  guessSize: usualSize,
}
const brotliFolding: Folding = {
  whole: brotliDecompress,
  onTheSpot: brotliDecompressSync,
  stream: createBrotliDecompress,
  guessSize: usualSize,
}
const zstdFolding: Folding = {
  whole: zstdDecompress,
  onTheSpot: zstdDecompressSync,
  stream: createZstdDecompress,
  guessSize: usualSize,
}

async function unfold(body: Uint8Array, folding: Folding, coding: string, maxBytes: number): Promise<DecodedBody> {
  const all = await unfoldWhole(body, folding, Math.max(1, maxBytes))
  if (!(all instanceof Error)) return asItIs(all)
  if (readCode(all) === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-large' }
  const part = await salvage(body, folding)
  if (part.length > maxBytes) return { kind: 'too-large' }
  if (part.length > 0) return { kind: 'decoded', body: part, whole: false }
  return { kind: 'unreadable', reason: `The page says that it is ${coding}, but it cannot be unpacked.` }
}

function unfoldWhole(body: Uint8Array, folding: Folding, maxOutputLength: number): Promise<Uint8Array | Error> {
  if (body.length > SMALL) {
    return new Promise((resolve) => {
      folding.whole(body, { maxOutputLength, chunkSize: CHUNK }, (error, result) => resolve(error ?? result))
    })
  }
  try {
    const chunkSize = Math.min(folding.guessSize(body), maxOutputLength) + 64 // with room to spare it takes one round
    return Promise.resolve(folding.onTheSpot(body, { maxOutputLength, chunkSize }))
  } catch (error) {
    return Promise.resolve(error instanceof Error ? error : new Error('cannot be unfolded', { cause: error }))
  }
}

/** What came out before the coding broke. Small chunks, because the one in which it breaks is lost. */
function salvage(body: Uint8Array, folding: Folding): Promise<Uint8Array> {
  const stream = folding.stream({ chunkSize: SALVAGE_CHUNK })
  const part = collectBytes(0)
  return new Promise((resolve) => {
    stream.on('data', (chunk: Uint8Array) => part.add(chunk))
    stream.on('error', () => resolve(part.finish()))
    stream.on('end', () => resolve(part.finish()))
    stream.end(body)
  })
}
