// An id that is the same for the same words: for records that are made again and must be found under their old address.

import { createHash } from 'node:crypto'

/** In the form of a UUID version 8 (RFC 9562), from SHA-256. */
export function hashId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8'
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
