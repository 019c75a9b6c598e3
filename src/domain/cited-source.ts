// What an article cites, taken apart for the records: its sources, and every address with what is wrong with it.

import type { ArticleId } from './article.ts'
import type { OutletId } from './outlet.ts'

/** A source of an imported article. The id is the article's with the ordinal: `<article>:s1`. */
export type CitedSource = {
  readonly id: string
  readonly articleId: ArticleId
  readonly ordinal: number
  readonly author: string | null
  readonly titleOriginal: string | null
  readonly titleEnglish: string | null
  readonly language: string | null
  readonly outlet: string | null
  /** The outlet's name folded: prints that differ by case, accents and articles are one. */
  readonly outletKey: string | null
  readonly descriptor: string | null
  /** EDTF. */
  readonly date: string | null
  readonly url: string | null
  readonly urlAsPrinted: string | null
  readonly urlFragment: string | null
  readonly host: string | null
  readonly medium: string | null
  /** The outlet of the register that owns the host. */
  readonly outletId: OutletId | null
}

/**
 * Why somebody must look at an address. `missing`: none is printed; `stripped`: only its tail is left; `shortened`: it hides
 * where it leads; `malformed`: it was repaired or cannot be read; `volatile`: a post on a platform, gone the day its author
 * likes; `dead`: the desk asked, and got no page.
 */
export type AddressTrouble = 'missing' | 'stripped' | 'shortened' | 'malformed' | 'volatile' | 'dead'

/** An address of an article, with what to search by when it leads nowhere. */
export type ArticleAddress = {
  readonly id: string
  readonly articleId: ArticleId
  readonly place: 'source' | 'note' | 'image'
  /** Ordinal of the source, label of the note. */
  readonly label: string
  readonly url: string | null
  readonly urlAsPrinted: string | null
  readonly trouble: AddressTrouble | null
  readonly title: string | null
  readonly outlet: string | null
  readonly date: string | null
  /** Words left of an address, or found in it. */
  readonly slug: string | null
}
