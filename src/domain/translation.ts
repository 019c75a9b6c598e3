// A translation is a record beside its original: segment by segment, each with who made it and in what state it is.
// It hangs on a reading, because offsets do; a better reading takes its segments along where the text is the same.

import type { Id } from './id.ts'
import type { ReadingId } from './reading.ts'

export type TranslationId = Id<'translation'>

/**
 * - `none`: nobody has translated it, or the engines failed (the reason says so)
 * - `machine`: an engine's words that no person has read
 * - `machine-reviewed`: an engine's words that a person has read and let stand or corrected
 * - `human`: a person's words
 */
export type TranslationState = 'none' | 'machine' | 'machine-reviewed' | 'human'

/** Where the words of a segment came from. */
export type SegmentOrigin =
  | { readonly kind: 'engine'; readonly engine: string; readonly version: string }
  /** From the translation memory: a segment that is the same (1) or alike (below 1). */
  | { readonly kind: 'memory'; readonly match: number }
  | { readonly kind: 'person'; readonly name: string }

/** Something that a comparison of original and translation found. */
export type SegmentFlag = {
  readonly kind: 'figure' | 'date' | 'name' | 'glossary' | 'missing' | 'markup' | 'language' | 'machine-marks'
  /** A sentence for people: what is in the one and not in the other. */
  readonly words: string
}

/** One sentence or heading of the original, and its translation. */
export type Segment = {
  /** UTF-16 offsets into `Reading.text`. Segments are in order and do not overlap. */
  readonly start: number
  readonly end: number
  /** null = not translated (yet). */
  readonly target: string | null
  readonly state: TranslationState
  readonly origin: SegmentOrigin | null
  /** Who reviewed it, and when (milliseconds since 1970, UTC). */
  readonly reviewedBy: string | null
  readonly reviewedAt: number | null
  readonly flags: readonly SegmentFlag[]
}

export type Translation = {
  readonly id: TranslationId
  readonly readingId: ReadingId
  /** BCP 47 of the original and of the translation. */
  readonly from: string
  readonly to: string
  readonly title: string | null
  readonly titleState: TranslationState
  readonly segments: readonly Segment[]
  /** The weakest state of its segments: what a reader must be told of the whole. */
  readonly state: TranslationState
  /** Why it is not complete, in a sentence; null when it is. */
  readonly reason: string | null
  readonly createdAt: number
  readonly changedAt: number
  /** Rises with every change; a change must name the revision that it was made on. */
  readonly revision: number
}

/** The state of a whole is that of its weakest part: one unread machine sentence makes it machine. */
export function weakestState(states: readonly TranslationState[]): TranslationState {
  const order: readonly TranslationState[] = ['none', 'machine', 'machine-reviewed', 'human']
  return states.reduce<TranslationState>(
    (weakest, state) => (order.indexOf(state) < order.indexOf(weakest) ? state : weakest),
    states.length === 0 ? 'none' : 'human',
  )
}
