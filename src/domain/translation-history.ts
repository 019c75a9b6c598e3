// What becomes of a translation, revision by revision: what was said before, what is said now, and whose deed it was.

import type { Segment } from './translation.ts'

/**
 * - `made`: laid out, or begun by an engine
 * - `translated`: engines or the memory said what nobody had said
 * - `corrected`: a person wrote a sentence
 * - `reviewed`: a person let machine words stand
 * - `dismissed`: a person let a doubt go, or took that back
 * - `restored`: a person went back to what was said before
 * - `carried-over`: the page was read anew, and its sentences kept their words
 * - `joined`, `split`: a person set the bounds of sentences that are translated as one, or in parts
 * - `stopped`: a person told the engines to stop
 */
export type RevisionDeed =
  | 'made'
  | 'translated'
  | 'corrected'
  | 'reviewed'
  | 'dismissed'
  | 'restored'
  | 'carried-over'
  | 'joined'
  | 'split'
  | 'stopped'

/** What a sentence or title says, and everything that is told of it. */
export type SaidWords = Pick<Segment, 'target' | 'state' | 'origin' | 'reviewedBy' | 'reviewedAt' | 'flags'>

/**
 * One sentence (`segment`: from 0) or the title (null). Where other words are said, both sides are whole; where only a
 * state or a doubt changed, they hold what differs. `source` names the sentence for ever: numbers change with the text.
 */
export type SentenceChange = {
  readonly segment: number | null
  readonly source: string
  readonly before: Partial<SaidWords>
  readonly after: Partial<SaidWords>
}

/** Sentences from a number on, as they were cut before and are cut since. */
export type LayoutChange = {
  readonly at: number
  readonly before: readonly Segment[]
  readonly after: readonly Segment[]
}

export type TranslationChanges = {
  readonly sentences: readonly SentenceChange[]
  /** Sentences that had no words before and were filled: numbers alone, as what they said is `before` of the next change. */
  readonly filled: readonly (number | null)[]
  /** What went wrong, a sentence each. */
  readonly reasons: readonly string[]
  /** Of a text read anew: sentences that kept their words, and words of people whose sentence is gone. */
  readonly carried: number
  readonly leftOver: number
  readonly layout: LayoutChange | null
  /** The revision that was gone back on. */
  readonly of: number | null
}

export const noChanges: TranslationChanges = {
  sentences: [],
  filled: [],
  reasons: [],
  carried: 0,
  leftOver: 0,
  layout: null,
  of: null,
}
