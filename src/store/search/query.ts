// What a search asks for, as a tree that every engine can compile. Made by parse-query.ts alone.

/**
 * Words that stand next to each other. `chains` are ways a document may hold them, in the analyser's tokens; any will do.
 * With `isPrefix`, the last token of a chain may go on.
 */
export type WordsNode = {
  readonly kind: 'words'
  readonly chains: readonly (readonly string[])[]
  readonly isPrefix: boolean
}

/**
 * One property of the document, any of the values.
 * - `lang`: BCP 47 tags, lower case; `zh` also stands for `zh-hant`
 * - `outlet`: outlet ids
 * - `kind`: `article`, a piece of the digest
 * - `site`: host names, lower case ASCII; `press.example` also stands for `www.press.example`
 */
export type FilterNode = {
  readonly kind: 'filter'
  readonly field: FilterField
  readonly values: readonly string[]
}

export type FilterField = 'lang' | 'outlet' | 'site' | 'kind'

export type QueryNode =
  | WordsNode
  | FilterNode
  | { readonly kind: 'and'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }

/** A whole search. `node` null = every document. Times are milliseconds since 1970, UTC. */
export type Query = {
  readonly node: QueryNode | null
  /** Published at this moment or later. */
  readonly from: number | null
  /** Published before this moment. */
  readonly until: number | null
}

/** Every document. */
export const everything: Query = { node: null, from: null, until: null }

/** Why a query could not be understood. `start` and `end` are UTF-16 offsets into the query as typed. */
export type QueryProblem = {
  readonly start: number
  readonly end: number
  /** What is wrong, why, and what to write instead. */
  readonly message: string
}
