// In: a body as received and its Content-Encoding. Out: the content, or why there is none.
// Why forgiving: half a page that was cut off on its way is still evidence of what its first half said,
// and servers that announce gzip and send plain text are common. Why limited: a kilobyte can unfold to gigabytes.

import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { readCode } from './http-failure.ts'

export type DecodedBody =
  /** `whole` is false when the coding broke off or broke down, and `body` is what could be had before. */
  | { readonly kind: 'decoded'; readonly body: Uint8Array; readonly whole: boolean }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly reason: string }

const MOST_CODINGS = 4
const CHUNK = 64 * 1024

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
      return startsWith(body, 0x1f, 0x8b) ? unfold(body, gunzip, syncFlush, coding, maxBytes) : asItIs(body)
    case 'deflate':
      return unfold(body, hasZlibHeader(body) ? inflate : inflateRaw, syncFlush, coding, maxBytes)
    case 'br':
      return unfold(body, brotliDecompress, constants.BROTLI_OPERATION_FLUSH, coding, maxBytes)
    case 'zstd':
      return startsWith(body, 0x28, 0xb5)
        ? unfold(body, zstdDecompress, constants.ZSTD_e_flush, coding, maxBytes)
        : asItIs(body)
    case 'compress':
    case 'x-compress':
    case 'dcb':
    case 'dcz':
      return { kind: 'unreadable', reason: `The page comes in a coding that we do not read (${coding}).` }
    default:
      return asItIs(body)
  }
}

const syncFlush = constants.Z_SYNC_FLUSH
const asItIs = (body: Uint8Array): DecodedBody => ({ kind: 'decoded', body, whole: true })
const startsWith = (body: Uint8Array, ...bytes: number[]) => bytes.every((byte, index) => body[index] === byte)

/** RFC 1950: method 8, and the first two bytes are a multiple of 31. Some servers send deflate without it. */
function hasZlibHeader(body: Uint8Array): boolean {
  const [first = 0, second = 0] = body
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

type Unfold = (
  body: Uint8Array,
  options: { maxOutputLength: number; chunkSize: number; finishFlush?: number },
  answer: (error: Error | null, result: Uint8Array) => void,
) => void

async function unfold(
  body: Uint8Array,
  how: Unfold,
  flush: number,
  coding: string,
  maxBytes: number,
): Promise<DecodedBody> {
  const options = { maxOutputLength: Math.max(1, maxBytes), chunkSize: CHUNK }
  const strict = await tryUnfold(body, how, options)
  if (!(strict instanceof Error)) return asItIs(strict)
  if (readCode(strict) === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-large' }
  const partial = await tryUnfold(body, how, { ...options, finishFlush: flush })
  if (partial instanceof Error || partial.length === 0) {
    return { kind: 'unreadable', reason: `The page says that it is ${coding}, but it cannot be unpacked.` }
  }
  return { kind: 'decoded', body: partial, whole: false }
}

function tryUnfold(body: Uint8Array, how: Unfold, options: Parameters<Unfold>[1]): Promise<Uint8Array | Error> {
  return new Promise((resolve) => how(body, options, (error, result) => resolve(error ?? result)))
}
