// In: bytes that packing makes no smaller. Out: one gzip member that holds them as they are.
// Why by hand: setting up a compressor that then compresses nothing costs more than all the rest of a record.
//
//   1f 8b 08 00 00000000 00 ff        header (RFC 1952), time and system not told
//   [ last(1) length(2) ~length(2) bytes ]…   stored blocks of at most 65,535 bytes (RFC 1951, 3.2.4)
//   CRC-32(4) length mod 2^32 (4)

import { crc32 } from 'node:zlib'

const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]
const MOST = 0xffff

/** One gzip member around the pieces, laid end to end. */
export function storeGzip(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const blocks = Math.max(1, Math.ceil(length / MOST))
  const member = Buffer.allocUnsafe(HEADER.length + blocks * 5 + length + 8)
  member.set(HEADER)
  let at = HEADER.length
  let written = 0
  const beginBlock = (): void => {
    const size = Math.min(MOST, length - written)
    member[at] = written + size === length ? 1 : 0
    member.writeUInt16LE(size, at + 1)
    member.writeUInt16LE(size ^ MOST, at + 3)
    at += 5
  }
  if (length === 0) beginBlock()
  let sum = 0
  for (const piece of pieces) {
    sum = crc32(piece, sum)
    for (let from = 0; from < piece.length;) {
      const used = written % MOST
      if (used === 0) beginBlock()
      const part = piece.subarray(from, from + MOST - used)
      member.set(part, at)
      at += part.length
      written += part.length
      from += part.length
    }
  }
  member.writeUInt32LE(sum, at)
  member.writeUInt32LE(length % 2 ** 32, at + 4)
  return member
}
