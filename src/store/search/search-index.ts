// The port to the search engine. It holds nothing that cannot be made again from the readings.

import type { Query } from './query.ts'

/** What the index is told of a document. */
export type SearchDocument = {
  readonly id: string
  /** The order of time: when it was published or, where that is unknown, seen. Milliseconds since 1970, UTC. */
  readonly time: number
  /** BCP 47; null = not known. */
  readonly language: string | null
  /** Null for what no outlet published. */
  readonly outletId: string | null
  /** Host of the page's address; null for files without one. */
  readonly host: string | null
  readonly title: string | null
  readonly text: string
  /** Its title and lead in other languages, as far as they are on record; absent = in none. */
  readonly translations?: readonly TranslatedHead[]
  /** `article`: a piece of the digest. Absent = a page that an outlet published. */
  readonly kind?: 'article'
}

/** What a translation says first. `language`: BCP 47. */
export type TranslatedHead = {
  readonly language: string
  readonly title: string | null
  readonly lead: string | null
}

/** `relevant`: what holds the words themselves, in the original or in translation, comes before what only holds another name. */
export type SearchOptions = {
  readonly order: 'newest' | 'relevant'
  /** 1–1,000. */
  readonly limit: number
  /** `next` of the page before, for the same query and order. */
  readonly cursor?: string | null
}

export type SearchHit = { readonly id: string; readonly time: number }

/** Hits in the order asked for; `next` is null on the last page. `time` is in whole seconds, though counted in milliseconds. */
export type SearchPage = { readonly hits: readonly SearchHit[]; readonly next: string | null }

/** How many hits carry each value, most first; days are `YYYY-MM-DD` UTC, newest first. */
export type SearchCounts = {
  readonly total: number
  /** False when `total` hits, the newest, were counted and there are more. */
  readonly isWhole: boolean
  readonly outlets: readonly ValueCount[]
  /** '' = language not known. */
  readonly languages: readonly ValueCount[]
  readonly days: readonly ValueCount[]
}

export type ValueCount = { readonly value: string; readonly count: number }

export type SearchIndex = {
  /** True when the index was empty or of another version when opened, and so must be filled from the readings. */
  readonly isNew: boolean
  /** Adds or replaces, by id, all or nothing. When it resolves, the documents are on disk and found. */
  upsert(documents: readonly SearchDocument[]): Promise<void>
  /** Ids that are not there are ignored. */
  remove(ids: readonly string[]): Promise<void>
  /** How many documents it holds. */
  size(): Promise<number>
  search(query: Query, options: SearchOptions): Promise<SearchPage>
  /** Counts at most `upTo` hits, so that a page can say «1,000 or more» at once. */
  countHits(query: Query, upTo: number): Promise<{ readonly count: number; readonly isWhole: boolean }>
  /** Counts by value over the newest `upTo` hits (default: all). About a microsecond a hit. */
  counts(query: Query, upTo?: number): Promise<SearchCounts>
  /** Takes every document out. */
  clear(): Promise<void>
  /** Joins what many small writes left apart; after a rebuild, or when idle. `effort` bounds one call; true when nothing is left to do. */
  tidy(effort?: 'little' | 'all'): Promise<boolean>
  close(): Promise<void>
}
