// In: a source and the offset of a gzip member. Out: its bytes in pieces, and then where it ended.
// Node's own gunzip runs over the ends of members without a word; WARC needs to know them.
//
//   1f 8b 08 FLG MTIME(4) XFL OS [extra] [name] [comment] [header crc]   RFC 1952
//   deflate data
//   CRC-32(4) length mod 2^32 (4)

import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { InflateRaw } from 'node:zlib'
import type { ByteSource } from '../byte-source.ts'

export type MemberEnd =
  | { readonly kind: 'whole'; readonly length: number }
  | { readonly kind: 'damaged'; readonly reason: string }

/** A member up to these sizes is unpacked in one call; nearly all are. */
const SMALL_PACKED = 1 << 18
const SMALL_UNPACKED = 1 << 23
/** A piece of deflate data can grow a thousandfold: this bounds what is in memory at once. */
const STREAM_STEP = 1 << 14

/** Unpacks one member. Whatever could be unpacked before damage is given first. */
export async function* readMember(source: ByteSource, offset: number): AsyncGenerator<Uint8Array, MemberEnd> {
  const start = await findDeflateData(source, offset)
  if (start === null) return { kind: 'damaged', reason: 'the gzip header is cut short or not valid' }
  const small = await inflateSmall(source, start)
  if (!small) return yield* inflateLarge(source, offset, start)
  yield small.bytes
  return checkTrailer(source, offset, start + small.consumed, crc32(small.bytes), small.bytes.length)
}

/** Whether a gzip member may begin at the first byte. */
export function looksLikeGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && (bytes[3] ?? 0xff) < 0x20
}

async function findDeflateData(source: ByteSource, offset: number): Promise<number | null> {
  const bytes = await source.read(offset, 1 << 16)
  if (!looksLikeGzip(bytes) || bytes.length < 18) return null
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & 4) at += 2 + (bytes[10] ?? 0) + ((bytes[11] ?? 0) << 8)
  for (const text of [8, 16]) if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length
  if (flags & 2) at += 2
  return at < bytes.length ? offset + at : null
}

type Inflated = Buffer & { readonly buffer: ArrayBuffer }

async function inflateSmall(source: ByteSource, start: number): Promise<{ bytes: Buffer; consumed: number } | null> {
  const packed = await source.read(start, SMALL_PACKED)
  try {
    // With `info`, Node gives the engine beside the bytes; its types do not tell.
    const result = inflateRawSync(packed, { info: true, maxOutputLength: SMALL_UNPACKED }) as unknown as {
      buffer: Inflated
      engine: InflateRaw
    }
    return { bytes: result.buffer, consumed: result.engine.bytesWritten }
  } catch {
    return null // too large or damaged: the slow way tells which
  }
}

async function* inflateLarge(source: ByteSource, offset: number, start: number): AsyncGenerator<Uint8Array, MemberEnd> {
  const inflate = createInflateRaw()
  const out: Buffer[] = []
  let crc = 0
  let size = 0
  const run = watchInflate(inflate, out)
  try {
    for (let at = start; ; at += STREAM_STEP) {
      const ending = await run(await source.read(at, STREAM_STEP))
      for (const piece of out.splice(0)) {
        crc = crc32(piece, crc)
        size += piece.length
        yield piece
      }
      if (ending === 'more') continue
      if (ending !== 'end') return { kind: 'damaged', reason: ending }
      return await checkTrailer(source, offset, start + inflate.bytesWritten, crc, size)
    }
  } finally {
    inflate.destroy()
  }
}

/** Gives a function that feeds one piece and tells whether deflate wants `more`, came to its `end`, or why it cannot go on. */
function watchInflate(inflate: InflateRaw, out: Buffer[]): (piece: Uint8Array) => Promise<string> {
  let settle: (ending: string) => void = () => {}
  inflate.on('data', (piece: Buffer) => out.push(piece))
  inflate.on('end', () => settle('end'))
  inflate.on('error', (error: NodeJS.ErrnoException) =>
    settle(error.code === 'Z_BUF_ERROR' ? 'the file ends inside a gzip member' : 'the compressed bytes are damaged'),
  )
  return (piece) =>
    new Promise((resolve) => {
      settle = resolve
      if (piece.length === 0) inflate.end()
      else inflate.write(piece, (error) => error ?? resolve('more'))
    })
}

async function checkTrailer(
  source: ByteSource,
  offset: number,
  at: number,
  crc: number,
  size: number,
): Promise<MemberEnd> {
  const trailer = await source.read(at, 8)
  if (trailer.length < 8) return { kind: 'damaged', reason: 'the file ends inside a gzip member' }
  const view = new DataView(trailer.buffer, trailer.byteOffset, 8)
  const sound = view.getUint32(0, true) === crc && view.getUint32(4, true) === size % 2 ** 32
  if (!sound) return { kind: 'damaged', reason: 'the checksum of a gzip member does not match its bytes' }
  return { kind: 'whole', length: at + 8 - offset }
}
