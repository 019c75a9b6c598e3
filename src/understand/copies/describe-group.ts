// In: the sketches of a group. Out: its likeliest original with reasons, and what each other member is to it.

import type { CopyKind, Certainty } from '../../domain/copy.ts'
import type { OriginReason } from './document.ts'
import { isCreditOf } from './find-credits.ts'
import { holdsInChrome, isExcerptOf, measureOverlap } from './measure-overlap.ts'
import { isOtherLanguage, relateDocuments } from './relate-documents.ts'
import type { Sketch } from './sketch-document.ts'
import { weighOrigins, type OriginCandidate } from './weigh-origin.ts'

export type GroupMember = {
  readonly id: string
  /** Whose copy it is: the original, or a copy of it that stands nearer. */
  readonly of: string
  readonly kind: CopyKind
  readonly certainty: Certainty
  readonly ofOriginal: number
  readonly ofCopy: number
  readonly why: string
}

export type CopyGroup = {
  readonly original: string
  /** 0–1: how much the original stands out among the members; 0.5 = it could as well be another. */
  readonly confidence: number
  readonly reasons: readonly OriginReason[]
  /** A source that the members name and that is not among them: then the original here is only the nearest to it. */
  readonly creditedElsewhere: { readonly name: string; readonly words: string } | null
  readonly copies: readonly GroupMember[]
}

const NEAREST = 12
/** Of a larger group only the earliest are weighed as originals. */
const MOST_WEIGHED = 60

/** @param members at least two */
export function describeGroup(members: readonly Sketch[]): CopyGroup {
  const early = members.length > MOST_WEIGHED ? [...members].sort(byTime).slice(0, MOST_WEIGHED) : members
  const plain = early.map((sketch) => ({ sketch, isInChrome: false, isExcerpt: false }))
  const first = pick(plain).best
  const { best, confidence, reasons } = pick(markAll(early, first))
  const copies = members
    .filter((sketch) => sketch !== best)
    .flatMap((sketch) => placeMember(sketch, best, members) ?? [])
  return { original: best.id, confidence, reasons, creditedElsewhere: findElsewhere(members, best), copies }
}

/** Those without a time last. */
function byTime(one: Sketch, other: Sketch): number {
  return (one.published?.at ?? Infinity) - (other.published?.at ?? Infinity) || 0
}

function pick(candidates: readonly OriginCandidate[]): {
  best: Sketch
  confidence: number
  reasons: readonly OriginReason[]
} {
  const weights = weighOrigins(candidates)
  const order = candidates.map((_, at) => at).sort((a, b) => (weights[b]?.points ?? 0) - (weights[a]?.points ?? 0))
  const [at = 0, next = 0] = order
  const lead = (weights[at]?.points ?? 0) - (weights[next]?.points ?? 0)
  const best = candidates[at]?.sketch
  if (!best) throw new Error('a group has at least one member')
  return { best, confidence: Number((1 / (1 + Math.exp(-0.6 * lead))).toFixed(2)), reasons: weights[at]?.reasons ?? [] }
}

/** What containment says of each member beside the first guess, and of the first guess beside them. */
function markAll(members: readonly Sketch[], first: Sketch): OriginCandidate[] {
  let firstInChrome = false
  const marked = members.map((sketch) => {
    if (sketch === first) return { sketch, isInChrome: false, isExcerpt: false }
    const { ofFirst, ofSecond } = measureOverlap(first, sketch)
    const holdsThis = holdsInChrome(ofSecond, ofFirst)
    firstInChrome ||= holdsThis
    return {
      sketch,
      isInChrome: holdsInChrome(ofFirst, ofSecond),
      isExcerpt: !holdsThis && isExcerptOf(ofSecond, ofFirst),
    }
  })
  return marked.map((candidate) =>
    candidate.sketch === first ? { ...candidate, isInChrome: firstInChrome } : candidate,
  )
}

function placeMember(sketch: Sketch, original: Sketch, members: readonly Sketch[]): GroupMember | null {
  const direct = relateAsCopy(original, sketch)
  if (direct && direct.certainty !== 'possible') return { id: sketch.id, of: original.id, ...direct }
  const others = members.filter((other) => other !== sketch && other !== original)
  const near = [...others].sort((a, b) => Number(isOtherLanguage(a, sketch)) - Number(isOtherLanguage(b, sketch)))
  for (const other of near.slice(0, NEAREST)) {
    const relation = relateAsCopy(other, sketch)
    if (relation && relation.certainty !== 'possible') return { id: sketch.id, of: other.id, ...relation }
  }
  return direct && { id: sketch.id, of: original.id, ...direct }
}

/** The relation read so that `original` is the original, whatever the two alone would say. */
function relateAsCopy(original: Sketch, copy: Sketch): Omit<GroupMember, 'id' | 'of'> | null {
  const relation = relateDocuments(original, copy, 'first')
  if (!relation) return null
  const { kind, certainty, ofOriginal, ofCopy, why } = relation
  return { kind, certainty, ofOriginal, ofCopy, why }
}

function findElsewhere(members: readonly Sketch[], original: Sketch): CopyGroup['creditedElsewhere'] {
  for (const { credits } of members) {
    for (const credit of credits) {
      if (credit.agency === null && credit.how !== 'dateline') continue
      const isHere = members.some((member) => isCreditOf(credit, member))
      // Of an outlet that is not known the one in the dateline may be the outlet itself.
      const maySignItself =
        original.outlet === null && original.credits.some(({ how, name }) => how === 'dateline' && name === credit.name)
      if (!isHere && !maySignItself) return { name: credit.agency ?? credit.name, words: credit.words }
    }
  }
  return null
}
