// What two documents that share a text have to do with each other, and the groups that copies make.

import type { ItemId } from './feed.ts'

/**
 * - `same-text`: word for word, apart from a dateline or a credit line
 * - `light-edits`: the same from end to end, with words changed
 * - `wire-copy`: agency text that was edited, shortened or added to
 * - `excerpt`: parts of the original, alone or in a text of its own
 * - `in-chrome`: the whole original, with the furniture of another site around it
 * - `translation`: the same in another language
 */
export type CopyKind = 'same-text' | 'light-edits' | 'wire-copy' | 'excerpt' | 'in-chrome' | 'translation'

export const copyKinds: readonly CopyKind[] = [
  'same-text',
  'light-edits',
  'wire-copy',
  'excerpt',
  'in-chrome',
  'translation',
]

/** `possible` matches are shown to people and never joined: a false join hides corroboration. */
export type Certainty = 'certain' | 'likely' | 'possible'

/** What is said of an item that looks like a copy of another. Machine work, made again with every rebuild. */
export type ItemCopy = {
  readonly itemId: ItemId
  readonly of: ItemId
  readonly kind: CopyKind
  readonly certainty: Certainty
  /** 0–1 of each text's own words that the other holds; for translations, of its sentences that are answered. */
  readonly ofOriginal: number
  readonly ofCopy: number
  /** What it rests on, in a sentence. */
  readonly why: string
}

/** Items that print one text. */
export type ItemGroup = {
  /** What the members share; it lasts as long as the store of copies does. */
  readonly no: number
  /** The likeliest original among them. */
  readonly originId: ItemId
  /** 0–1: how much the original stands out among the members; 0.5 = it could as well be another. */
  readonly confidence: number
  readonly reasons: readonly string[]
  /** A source that members name and that is not among them. */
  readonly creditedElsewhere: { readonly name: string; readonly words: string } | null
}
