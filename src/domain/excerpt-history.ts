// What happens to an excerpt: revisions, looks for its words in later texts, and the places where it was used. All only added to.

import type { CaptureId } from './capture.ts'
import type { Anchor, Anchoring, ExcerptId, ExcerptPart } from './excerpt.ts'
import type { Id } from './id.ts'
import type { ReadingId } from './reading.ts'

/**
 * - `anchored`: a person confirmed where its words stand now
 * - `restored`: it was withdrawn, and stands again
 * - `imported`: it was made on another desk
 */
export type ExcerptDeed = 'made' | 'changed' | 'anchored' | 'withdrawn' | 'restored' | 'imported'

export type ExcerptRevision = {
  readonly number: number
  readonly deed: ExcerptDeed
  readonly signedBy: string
  readonly signedAt: number
  readonly why: string | null
}

/** Where the words of an anchor stand in another text. */
export type AnchorFound =
  | { readonly kind: 'held'; readonly anchor: Anchor }
  | {
      readonly kind: 'moved'
      readonly anchor: Anchor
      /** `same-words`: letter by letter, elsewhere; `alike`: `distance` letters were put in, left out or changed. */
      readonly how: 'same-words' | 'alike'
      readonly distance: number
      /** How many places would do as well; more than one is a reason to look closely. */
      readonly places: number
    }
  | { readonly kind: 'lost'; readonly reason: string }

/** What became of one quotation. Offsets are UTF-16: `from` in the text it was made on, the others in the one looked at. */
export type AnchorReport = {
  readonly exact: string
  readonly from: readonly [start: number, end: number]
  readonly found: Exclude<AnchorFound, { kind: 'held' }> | { readonly kind: 'held' }
}

/** `take`: the excerpt now rests on what was found; `keep`: it stays on the version that was cited; `replaced`: made anew by a person. */
export type CheckDecision = 'take' | 'keep' | 'replaced'

/** A look for the words of an excerpt in a later version of the page, or in a better reading of the same one. */
export type ExcerptCheck = {
  readonly id: Id<'check'>
  readonly excerptId: ExcerptId
  readonly readingId: ReadingId
  readonly captureId: CaptureId
  readonly at: number
  /** The weakest of its quotations: one that is lost makes the excerpt lost. */
  readonly anchoring: Anchoring
  /** The parts as they would be on that text; null when a quotation is lost. */
  readonly parts: readonly ExcerptPart[] | null
  readonly report: readonly AnchorReport[]
  readonly decision: CheckDecision | null
  readonly decidedBy: string | null
  readonly decidedAt: number | null
}

export type UseId = Id<'use'>

/** Where an excerpt was used: a planned or finished article, a briefing. */
export type ExcerptUse = {
  readonly id: UseId
  readonly excerptId: ExcerptId
  readonly place: string
  readonly note: string | null
  readonly signedBy: string
  readonly signedAt: number
}

/** A use as it stands: what was written down by mistake is taken back by a further record, and stays. */
export type ListedUse = ExcerptUse & {
  readonly removed: { readonly id: UseId; readonly by: string; readonly at: number } | null
}
