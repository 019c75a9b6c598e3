// In: bytes and the name of their charset. Out: text, with U+FFFD for what means nothing in that charset.
// Why beside TextDecoder: the web's EUC-KR is larger than Node's.

import { isAscii } from 'node:buffer'
import { decodeEucKr } from './euc-kr.ts'

const decoders = new Map<string, TextDecoder>()

/** Decodes by a name that `readLabel` gives. A byte order mark at the start is dropped. */
export function decodeBytes(charset: string, bytes: Uint8Array): string {
  if (charset === 'euc-kr') return decodeEucKr(bytes)
  if (charset === 'utf-8') return decodeUtf8(bytes)
  const decoder = decoders.get(charset) ?? new TextDecoder(charset)
  decoders.set(charset, decoder)
  return decoder.decode(bytes)
}

/** Twice as quick as TextDecoder; text that is all ASCII is kept in one byte a letter, and is searched the quicker for it. */
function decodeUtf8(bytes: Uint8Array): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const start = bytes.byteOffset + (hasMark ? 3 : 0)
  const buffer = Buffer.from(bytes.buffer, start, bytes.byteOffset + bytes.length - start)
  return buffer.toString(isAscii(buffer) ? 'latin1' : 'utf8')
}
