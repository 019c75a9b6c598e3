// In: bytes and the name of their charset. Out: text, with U+FFFD for what means nothing in that charset.
// Why beside TextDecoder: the web's EUC-KR is larger than Node's.

import { decodeEucKr } from './euc-kr.ts'

const decoders = new Map<string, TextDecoder>()

/** Decodes by a name that `readLabel` gives. A byte order mark at the start is dropped. */
export function decodeBytes(charset: string, bytes: Uint8Array): string {
  if (charset === 'euc-kr') return decodeEucKr(bytes)
  const decoder = decoders.get(charset) ?? new TextDecoder(charset)
  decoders.set(charset, decoder)
  return decoder.decode(bytes)
}
