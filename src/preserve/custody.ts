// The custody log: who did what to the evidence, each entry carrying the digest of the one before it.
// Whoever changes, removes or inserts an entry must change every later digest, and with them the head that others noted.

import type { CustodyEntry } from '../domain/capture.ts'
import { writeCanonicalJson } from './canonical-json.ts'
import { digestOf } from './digest.ts'

/** What the caller says of a deed; the log adds the place in the chain. */
export type CustodyDeed = Pick<CustodyEntry, 'at' | 'actor' | 'deed' | 'subject' | 'details'>

export type ChainCheck =
  | { readonly kind: 'holds'; readonly entries: number; readonly head: string }
  | { readonly kind: 'broken'; readonly sequence: number; readonly reason: string }

/** What stands before the first entry. */
export const CHAIN_START = '0'.repeat(64)

/**
 * Puts a deed at the end of the chain. Sequence numbers begin at 1.
 *
 * @param previous the last entry of the log; undefined or null for the first deed
 */
export function sealEntry(previous: CustodyEntry | null | undefined, deed: CustodyDeed): CustodyEntry {
  const { at, actor, deed: name, subject, details } = deed
  const open = {
    sequence: (previous?.sequence ?? 0) + 1,
    at,
    actor,
    deed: name,
    subject,
    details,
    previous: previous?.digest ?? CHAIN_START,
  }
  return { ...open, digest: digestOf(writeCanonicalJson(open)) }
}

/** Several deeds of one transaction, in their order. */
export function sealEntries(
  previous: CustodyEntry | null | undefined,
  deeds: readonly CustodyDeed[],
): readonly CustodyEntry[] {
  const entries: CustodyEntry[] = []
  for (const deed of deeds) entries.push(sealEntry(entries.at(-1) ?? previous, deed))
  return entries
}

/**
 * Walks the chain from its first entry. An end that was cut off shows only against a `head` noted elsewhere.
 *
 * @param head digest of the last entry, as someone else knows it
 */
export async function checkChain(
  entries: Iterable<CustodyEntry> | AsyncIterable<CustodyEntry>,
  head?: string,
): Promise<ChainCheck> {
  let last: CustodyEntry | null = null
  let count = 0
  let headSeen = head === undefined
  for await (const entry of entries) {
    const reason = findBreak(last, entry)
    if (reason) return { kind: 'broken', sequence: entry.sequence, reason }
    headSeen ||= entry.digest === head
    last = entry
    count++
  }
  if (!headSeen) {
    return {
      kind: 'broken',
      sequence: (last?.sequence ?? 0) + 1,
      reason: 'The log ends before the entry it is known to have had.',
    }
  }
  return { kind: 'holds', entries: count, head: last?.digest ?? CHAIN_START }
}

/** Why an entry cannot follow the one before it; null when it can. */
function findBreak(last: CustodyEntry | null, entry: CustodyEntry): string | null {
  const expected = (last?.sequence ?? 0) + 1
  if (entry.sequence !== expected) return `Entry ${expected} is missing: entry ${entry.sequence} stands in its place.`
  if (entry.previous !== (last?.digest ?? CHAIN_START))
    return `Entry ${entry.sequence} does not follow from the one before it.`
  const { sequence, at, actor, deed, subject, details, previous } = entry
  const open = { sequence, at, actor, deed, subject, details, previous }
  if (entry.digest !== digestOf(writeCanonicalJson(open)))
    return `Entry ${entry.sequence} has been changed since it was sealed.`
  return null
}
