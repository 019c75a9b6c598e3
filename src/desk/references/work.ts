// The words of resolving: who speaks of a piece of the digest, and the piece that comes out of what they say.

/** One voice about a piece: the piece itself, a row of an index, or a mention in a note. */
export type Witness = {
  /** Unique among all witnesses. Resolving never depends on it, except between witnesses that say exactly the same. */
  readonly id: string
  readonly kind: 'article' | 'row' | 'reference'
  /** Where it stands, as people know it: a file, an index, an article's title. It names the reason of what is derived. */
  readonly where: string
  /** Of a reference: the article that it stands in. */
  readonly inArticle?: string
  readonly title: string
  readonly authors: readonly string[]
  /** `YYYY-MM`; null = not said. */
  readonly issue: string | null
  /** ISO day on which it went out; null = not said. */
  readonly published: string | null
  readonly url: string | null
}

export type ResolvedHow = 'address' | 'title' | 'title-variant'

/** What all witnesses of one piece say together. */
export type Work = {
  /** The same for the same witnesses, whatever the order in which they came. */
  readonly key: string
  readonly title: string
  readonly articles: readonly Witness[]
  readonly rows: readonly Witness[]
  readonly references: readonly Witness[]
  /** Addresses of this piece alone, in canonical form; two are one work under two addresses. */
  readonly addresses: readonly string[]
}

/** What a reference was joined to. A work without article or row is known from references alone. */
export type ResolvedReference = {
  readonly work: Work
  /** The piece itself, else its row in an index; null = cited, and not here. */
  readonly target: Witness | null
  readonly how: ResolvedHow
  /** A sentence for people. */
  readonly why: string
}
