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

/** One reason to take a document for the original, with the words it rests on. */
export type OriginReason = {
  readonly kind: 'credit' | 'dateline' | 'earlier' | 'containment' | 'author' | 'link' | 'sound-text'
  readonly sentence: string
  /** Positive: for the document; in points that are only compared with each other. */
  readonly points: number
}
