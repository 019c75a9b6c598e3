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
  const plain = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
  const blocks = Math.max(1, Math.ceil(plain.length / MOST))
  const member = Buffer.allocUnsafe(HEADER.length + blocks * 5 + plain.length + 8)
  member.set(HEADER)
  let at = HEADER.length
  for (let block = 0; block < blocks; block++) {
    const part = plain.subarray(block * MOST, (block + 1) * MOST)
    member[at] = block === blocks - 1 ? 1 : 0
    member.writeUInt16LE(part.length, at + 1)
    member.writeUInt16LE(part.length ^ MOST, at + 3)
    member.set(part, at + 5)
    at += 5 + part.length
  }
  member.writeUInt32LE(crc32(plain), at)
  member.writeUInt32LE(plain.length % 2 ** 32, at + 4)
  return member
}
