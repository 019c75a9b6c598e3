// In: a new document and those it shares a text with. Out: with which of them it makes one group.
// Groups grow by chains, and a chain may lead astray: a digest of ten articles would make one group of ten stories,
// a notice that stands under every article one group of them all. So what only holds or is held counts once.

import type { CopyRecord } from '../../store/copies/copy-store.ts'
import type { Relation } from './relate-documents.ts'
import type { Sketch } from './sketch-document.ts'

/**
 * `relation` is from the new document (first) to this one (second). `groupBegins` is when the first of its group was
 * published; null = not known, or it stands alone.
 */
export type Neighbour = {
  readonly record: CopyRecord
  readonly sketch: Sketch
  readonly relation: Relation
  readonly groupBegins: number | null
}

/** Both texts are mostly one; and so much so that two groups may be tied together by it. */
const HALF = 0.5
const MOSTLY = 0.65

/** The neighbours to join with: those of its own language first, the closest before the others. */
export function decideJoins(own: Sketch, neighbours: readonly Neighbour[]): Neighbour[] {
  const sure = neighbours
    .filter(({ relation }) => relation.certainty !== 'possible')
    .sort((a, b) => Number(isTranslation(a)) - Number(isTranslation(b)) || closeness(b) - closeness(a))
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
  const group = groupOf(record)
  if (joined.some((other) => groupOf(other.record) === group)) return true
  // Its own text was here before, and was not taken for a translation of that one: then it is none in other clothes either.
  if (isTranslation(neighbour) && joined.some((other) => !isTranslation(other) && ownShare(other) >= MOSTLY))
    return false
  const { ofOriginal, ofCopy } = relation
  const tiesGroups = joined.length > 0 && record.group !== null
  if (Math.min(ofOriginal, ofCopy) >= (tiesGroups ? MOSTLY : HALF)) return true
  const isHolder = ownShare(neighbour) < HALF && Math.max(ofOriginal, ofCopy) >= HALF
  // The new one holds another text and more: an original that others took parts of, or a digest of many.
  if (isHolder && (joined.length > 0 || record.group !== null)) {
    const held = sure.filter((other) => groupOf(other.record) === group)
    return isBefore(own, neighbour) && (record.group === null || held.length >= 2)
  }
  // It is held, or they share a part: it goes to its closest, which must stand at the beginning of its group,
  // since a part of a copy may be what that copy took from somewhere else.
  return joined.length === 0 && (record.group === null || isFirst(neighbour))
}

function isTranslation({ relation }: Neighbour): boolean {
  return relation.kind === 'translation'
}

/** How much of the new document the other one holds. */
function ownShare({ relation }: Neighbour): number {
  return relation.original === 'first' ? relation.ofOriginal : relation.ofCopy
}

function groupOf({ group, no }: CopyRecord): number {
  return group ?? no
}

function isFirst({ sketch, groupBegins }: Neighbour): boolean {
  return sketch.published !== null && groupBegins !== null && sketch.published.at <= groupBegins
}

/** Before the other one, and before all that are with it. */
function isBefore(own: Sketch, { sketch, groupBegins }: Neighbour): boolean {
  const begins = groupBegins ?? sketch.published?.at
  return own.published !== null && begins !== undefined && own.published.at < begins
}
