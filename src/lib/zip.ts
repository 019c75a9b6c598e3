// In: a zip file as a source of bytes. Out: its entries, and the bytes of each.
// Reads the central directory only, as the format demands: what lies between entries is nobody's.
//
//   [local header, name, extra, bytes]…  [central header, name, extra, comment]…  [zip64 end]  end of central directory

import { crc32, createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import type { ByteSource } from './byte-source.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly headerOffset: number
  readonly encrypted: boolean
}

export type ZipListing =
  | { readonly kind: 'zip'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'not-a-zip'; readonly reason: string }

export type EntryPlace =
  | { readonly kind: 'place'; readonly offset: number; readonly length: number }
  | { readonly kind: 'unusable'; readonly reason: string }

const END_MARK = 0x06054b50
const END64_MARK = 0x06064b50
const END64_LOCATOR_MARK = 0x07064b50
const CENTRAL_MARK = 0x02014b50
const LOCAL_MARK = 0x04034b50
const MAX_DIRECTORY = 256 << 20

/** Lists the entries of a zip or zip64 file (APPNOTE 6.3) in the order of its directory. */
export async function listZip(source: ByteSource): Promise<ZipListing> {
  const end = await findEnd(source)
  if (!end)
    return { kind: 'not-a-zip', reason: 'it has no end of central directory: it is no zip file, or was cut short' }
  if (end.offset + end.size > source.size || end.size > MAX_DIRECTORY) {
    return { kind: 'not-a-zip', reason: 'its directory points outside the file' }
  }
  const entries = parseDirectory(asBuffer(await source.read(end.offset, end.size)), end.count)
  return entries ? { kind: 'zip', entries } : { kind: 'not-a-zip', reason: 'its directory is damaged' }
}

type End = { offset: number; size: number; count: number }

async function findEnd(source: ByteSource): Promise<End | null> {
  const start = Math.max(0, source.size - 65_557) // the end record with the longest possible comment
  const tail = asBuffer(await source.read(start, 65_557))
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_MARK) continue
    const wide = at >= 20 && tail.readUInt32LE(at - 20) === END64_LOCATOR_MARK
    if (wide) return readEnd64(source, Number(tail.readBigUInt64LE(at - 12)))
    return { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) }
  }
  return null
}

async function readEnd64(source: ByteSource, offset: number): Promise<End | null> {
  const bytes = asBuffer(await source.read(offset, 56))
  if (bytes.length < 56 || bytes.readUInt32LE(0) !== END64_MARK) return null
  const [count, size, start] = [32, 40, 48].map((at) => Number(bytes.readBigUInt64LE(at)))
  return { count: count ?? 0, size: size ?? 0, offset: start ?? 0 }
}

function parseDirectory(bytes: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count;) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_MARK) return null
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const nameEnd = at + 46 + (nameLength ?? 0)
    const extraEnd = nameEnd + (extraLength ?? 0)
    if (extraEnd > bytes.length) return null
    entries.push(parseEntry(bytes, at, bytes.toString('utf8', at + 46, nameEnd), bytes.subarray(nameEnd, extraEnd)))
    at = extraEnd + (commentLength ?? 0)
  }
  return entries
}

function parseEntry(bytes: Buffer, at: number, name: string, extra: Buffer): ZipEntry {
  const wide = findExtra(extra, 1)
  let wideAt = 0
  // The zip64 field holds only those numbers that did not fit, in this order.
  const widen = (value: number) => {
    if (value !== 0xffffffff || wideAt + 8 > wide.length) return value
    wideAt += 8
    return Number(wide.readBigUInt64LE(wideAt - 8))
  }
  const size = widen(bytes.readUInt32LE(at + 24))
  const packedSize = widen(bytes.readUInt32LE(at + 20))
  const headerOffset = widen(bytes.readUInt32LE(at + 42))
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
  const method = bytes.readUInt16LE(at + 10)
  return { name, method, crc: bytes.readUInt32LE(at + 16), packedSize, size, headerOffset, encrypted }
}

function findExtra(extra: Buffer, id: number): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
  }
  return Buffer.alloc(0)
}

/** Where the (perhaps compressed) bytes of an entry lie in the file. */
export async function placeOfEntry(source: ByteSource, entry: ZipEntry): Promise<EntryPlace> {
  const unusable = (reason: string): EntryPlace => ({ kind: 'unusable', reason })
  if (entry.encrypted) return unusable('it is encrypted')
  if (entry.method !== 0 && entry.method !== 8) return unusable(`its compression method ${entry.method} is not known`)
  const header = asBuffer(await source.read(entry.headerOffset, 30))
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_MARK) return unusable('its local header is damaged')
  const offset = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (offset + entry.packedSize > source.size) return unusable('its bytes lie outside the file')
  return { kind: 'place', offset, length: entry.packedSize }
}

/**
 * The unpacked bytes of an entry, piece by piece.
 * Throws an Error with a reason for people when they are damaged or more than the directory promises.
 */
export async function* readEntry(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const place = await placeOfEntry(source, entry)
  if (place.kind === 'unusable') throw new Error(place.reason)
  const packed = readStretch(source, place.offset, place.length)
  let crc = 0
  let size = 0
  for await (const piece of entry.method === 0 ? packed : inflatePieces(packed)) {
    crc = crc32(piece, crc)
    size += piece.length
    if (size > entry.size) throw new Error('it unpacks to more bytes than the directory promises')
    yield piece
  }
  if (size !== entry.size || crc !== entry.crc) throw new Error('its checksum does not match its bytes')
}

async function* readStretch(source: ByteSource, offset: number, length: number): AsyncGenerator<Uint8Array> {
  const step = 1 << 18
  for (let at = 0; at < length; at += step) yield source.read(offset + at, Math.min(step, length - at))
}

async function* inflatePieces(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(packed)
  const inflate = createInflateRaw()
  input.on('error', (error) => inflate.destroy(error))
  try {
    for await (const piece of input.pipe(inflate)) yield piece
  } catch {
    throw new Error('its compressed bytes are damaged')
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
