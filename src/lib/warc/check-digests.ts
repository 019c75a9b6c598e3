// In: a record. Out: whether the digests it carries match its bytes.

import { createHash, getHashes } from 'node:crypto'
import { decodeBase32 } from './base32.ts'
import { recordPayload } from './unpack-record.ts'
import type { ArchivedRecord } from './warc-record.ts'
import { fieldOf } from './warc-record.ts'

export type DigestCheck = {
  readonly field: 'WARC-Block-Digest' | 'WARC-Payload-Digest'
  readonly kind: 'holds' | 'fails' | 'unknown-algorithm'
}

const KNOWN = new Set(getHashes().map((name) => name.toLowerCase()))

/** One answer for each digest field of the record; none when it has no digests. */
export function checkDigests(record: ArchivedRecord): DigestCheck[] {
  const checks: DigestCheck[] = []
  const block = fieldOf(record.fields, 'WARC-Block-Digest')
  if (block) checks.push({ field: 'WARC-Block-Digest', kind: compareDigest(block, () => [record.content]) })
  const payload = fieldOf(record.fields, 'WARC-Payload-Digest')
  // A revisit gives the digest of a payload that lies in another record.
  if (payload && record.type !== 'revisit') {
    checks.push({ field: 'WARC-Payload-Digest', kind: compareDigest(payload, () => possiblePayloads(record)) })
  }
  return checks
}

/** Writers differ on whether the transfer coding belongs to the payload (the standard: no), so both readings count. */
function possiblePayloads(record: ArchivedRecord): Uint8Array[] {
  const { http, payload } = recordPayload(record)
  return http ? [payload, http.body] : [payload]
}

function compareDigest(labelled: string, candidates: () => Uint8Array[]): DigestCheck['kind'] {
  const colon = labelled.indexOf(':')
  const algorithm = labelled.slice(0, colon).toLowerCase().replace(/^sha-/, 'sha')
  if (!KNOWN.has(algorithm)) return 'unknown-algorithm'
  const value = labelled.slice(colon + 1).trim()
  const holds = candidates().some((bytes) => sameDigest(createHash(algorithm).update(bytes).digest(), value))
  return holds ? 'holds' : 'fails'
}

/** Base32 is usual, base16 and base64 occur; which one it is shows in the length. */
function sameDigest(digest: Buffer, value: string): boolean {
  if (value.length === digest.length * 2) return digest.equals(Buffer.from(value, 'hex'))
  const base32 = decodeBase32(value)
  if (base32 && digest.equals(base32)) return true
  return digest.equals(Buffer.from(value, 'base64'))
}
