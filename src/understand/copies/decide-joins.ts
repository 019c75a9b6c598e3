// In: a new document and those it shares a text with. Out: with which of them it makes one group.
// Groups grow by chains, and a chain may lead astray: a digest of ten articles would make one group of ten stories,
// a notice that stands under every article one group of them all. So what only holds or is held counts once.

import type { CopyRecord } from '../../store/copies/copy-store.ts'
import type { Relation } from './relate-documents.ts'
import type { Sketch } from './sketch-document.ts'

/** `relation` is from the new document (first) to this one (second). */
export type Neighbour = { readonly record: CopyRecord; readonly sketch: Sketch; readonly relation: Relation }

const HALF = 0.5

/** The neighbours to join with, the closest first. */
export function decideJoins(own: Sketch, neighbours: readonly Neighbour[]): Neighbour[] {
  const sure = neighbours
    .filter(({ relation }) => relation.certainty !== 'possible')
    .sort((a, b) => closeness(b) - closeness(a))
  const joined: Neighbour[] = []
  for (const neighbour of sure) if (mayJoin(own, neighbour, joined, sure)) joined.push(neighbour)
  return joined
}

function closeness({ relation }: Neighbour): number {
  const sure = relation.certainty === 'certain' ? 1 : 0
  return Math.min(relation.ofOriginal, relation.ofCopy) * 2 + Math.max(relation.ofOriginal, relation.ofCopy) + sure
}

function mayJoin(own: Sketch, neighbour: Neighbour, joined: readonly Neighbour[], sure: readonly Neighbour[]): boolean {
  const { record, relation } = neighbour
  const group = record.group ?? record.no
  const isInside = joined.some((other) => (other.record.group ?? other.record.no) === group)
  if (isInside) return true
  const { ofOriginal, ofCopy } = relation
  // Both are mostly the same text, or its translation: one group, whatever else is in it.
  if (Math.min(ofOriginal, ofCopy) >= HALF) return true
  const isNewOriginal = relation.original === 'first'
  const ownShare = isNewOriginal ? ofOriginal : ofCopy
  const newHolds = ownShare < HALF && Math.max(ofOriginal, ofCopy) >= HALF
  if (newHolds) {
    // The new one holds another text and more: an original that others took parts of, or a digest of many.
    if (joined.length === 0 && record.group === null) return true
    const held = sure.filter((other) => (other.record.group ?? other.record.no) === group)
    return isEarlier(own, neighbour.sketch) && (record.group === null || held.length >= 2)
  }
  // The new one is held, or the two share a part: it goes to its closest, and never ties two groups together.
  if (joined.length > 0) return false
  return record.group === null || isEarlier(neighbour.sketch, own)
}

function isEarlier(one: Sketch, other: Sketch): boolean {
  return one.published !== null && other.published !== null && one.published.at < other.published.at
}
