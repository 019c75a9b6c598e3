// The one digest of the house: SHA-256, lower-case hex.

import { hash } from 'node:crypto'

export function digestOf(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex')
}
