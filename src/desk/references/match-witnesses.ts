// In: two witnesses. Out: whether they may speak of one piece, how surely, and by what.
// A title alone must nearly agree; an author, an issue or an address that agree allow it to be worded otherwise, and
// ones that contradict ask for more.

import { compareTitles, type TitleWeights } from './compare-titles.ts'
import { relateAuthors } from './compare-names.ts'
import { relateTimes } from './relate-times.ts'
import type { ResolvedHow, Witness } from './work.ts'

/** A witness with what is computed once. */
export type Prepared = {
  readonly witness: Witness
  readonly key: string
  readonly words: readonly string[]
  /** Words of the address, where it is made of the title; [] = none. */
  readonly slug: readonly string[]
  /** Canonical address, unless it is one of a whole issue. */
  readonly address: string | null
}

export type Match = { readonly score: number; readonly how: ResolvedHow }

/** A slug has lost marks and sometimes words; the title itself comes first. */
const SLUG_TRUST = 0.98
const BARE = 0.8
const AUTHOR_HELPS = 0.12
const TIME_HELPS = 0.08
const AUTHOR_CONTRADICTS = 0.14
const TIME_CONTRADICTS = 0.1
const WITH_ADDRESS = 0.3
const SURE = 0.995
/** Shorter titles (“More Iran in Venezuela”) are used again; a contradiction then means another piece. */
const TELLING_WORDS = 4

/** Null = two pieces, as far as anybody can tell. */
export function matchWitnesses(one: Prepared, other: Prepared, weightOf: TitleWeights): Match | null {
  const sameAddress = one.address !== null && one.address === other.address
  const isSameTitle = one.key === other.key
  const similarity = isSameTitle ? 1 : likeness(one, other, weightOf)
  const author = relateAuthors(one.witness.authors, other.witness.authors)
  const time = relateTimes(one.witness, other.witness)
  if (similarity < (sameAddress ? WITH_ADDRESS : leastLikeness(author, time))) return null
  const isTelling = Math.min(one.words.length, other.words.length) >= TELLING_WORDS
  if (isSameTitle && !sameAddress && time === 'different' && (!isTelling || author === 'different')) return null
  const score =
    similarity +
    (sameAddress ? 0.5 : 0) +
    (author === 'same' ? 0.2 : author === 'different' ? -0.2 : 0) +
    (time === 'same' ? 0.2 : time === 'possible' ? 0.1 : time === 'different' ? -0.2 : 0)
  return { score, how: sameAddress ? 'address' : isSameTitle ? 'title' : 'title-variant' }
}

function likeness(one: Prepared, other: Prepared, weightOf: TitleWeights): number {
  const byTitle = compareTitles(one.words, other.words, weightOf)
  if (byTitle >= SURE) return byTitle
  const bySlugs = [
    one.slug.length > 0 ? compareTitles(one.slug, other.words, weightOf) : 0,
    other.slug.length > 0 ? compareTitles(one.words, other.slug, weightOf) : 0,
  ]
  return Math.max(byTitle, ...bySlugs.map((value) => value * SLUG_TRUST))
}

function leastLikeness(author: ReturnType<typeof relateAuthors>, time: ReturnType<typeof relateTimes>): number {
  const byAuthor = author === 'same' ? -AUTHOR_HELPS : author === 'different' ? AUTHOR_CONTRADICTS : 0
  const byTime = time === 'same' ? -TIME_HELPS : time === 'different' ? TIME_CONTRADICTS : 0
  return Math.min(1, BARE + byAuthor + byTime)
}
