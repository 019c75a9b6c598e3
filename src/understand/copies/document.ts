// The nouns of this room: what is compared, and what is said of two documents that share a text.

/** A document as it is compared. Only `id` and `text` are needed; every other fact makes the answer surer. */
export type CopyDocument = {
  readonly id: string
  readonly title: string | null
  /** Paragraphs, separated by line ends. */
  readonly text: string
  /** BCP 47; null = not known. */
  readonly language: string | null
  readonly published: PublicationTime | null
  /** Name of the outlet, and the address of the page. */
  readonly outlet?: string | null
  readonly url?: string | null
  readonly author?: string | null
}

/** `at` is milliseconds UTC, the start of the day where only the day is known. */
export type PublicationTime = { readonly at: number; readonly precision: 'minute' | 'day' }

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

/** One reason to take a document for the original, with the words it rests on. */
export type OriginReason = {
  readonly kind: 'credit' | 'dateline' | 'earlier' | 'containment' | 'author' | 'link' | 'sound-text'
  readonly sentence: string
  /** Positive: for the document; in points that are only compared with each other. */
  readonly points: number
}
