// What a parser read of one entry, before addresses are resolved and promises are weighed.

export type DraftEntry = {
  /** As written, with the base in force there; the first that can be a page's address is taken. */
  readonly links: readonly { readonly written: string; readonly base: string | null }[]
  readonly guid: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly author: string | null
  readonly publishedAt: number | null
  /** When the entry last changed; only for ordering. */
  readonly changedAt: number | null
  readonly language: string | null
}
