// What a search asks for, as a tree that every engine can compile. Made by parse-query.ts alone.

/**
 * Words that stand next to each other, `text` as typed. `chains` are ways a document may hold them, in the analyser's tokens; any will do.
 * With `isPrefix`, the last token of a chain may go on.
 */
export type WordsNode = {
  readonly kind: 'words'
  readonly text: string
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

/** A name that the typed words are known to be, as it is written elsewhere; `by`: who says so. */
export type OtherName = {
  readonly by: 'glossary' | 'authority'
  readonly name: string
  readonly words: WordsNode
}

/** Words that are a name: what was typed, or any of the others. `leftOut`: other names that would have been too many. */
export type NamedNode = {
  readonly kind: 'named'
  readonly text: string
  readonly typed: QueryNode
  readonly others: readonly OtherName[]
  readonly leftOut: number
}

export type QueryNode =
  | WordsNode
  | NamedNode
  | FilterNode
  | { readonly kind: 'and'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }

/**
 * Where words are looked for. `original`: in what the press printed, as typed; such a query holds no names.
 * `everywhere`: in translated titles and leads too.
 */
export type Scope = 'everywhere' | 'original'

/** A whole search. `node` null = every document. Times are milliseconds since 1970, UTC. */
export type Query = {
  readonly node: QueryNode | null
  /** Published at this moment or later. */
  readonly from: number | null
  /** Published before this moment. */
  readonly until: number | null
  readonly scope: Scope
}

/** Every document. */
export const everything: Query = { node: null, from: null, until: null, scope: 'everywhere' }

/** Why a query could not be understood. `start` and `end` are UTF-16 offsets into the query as typed. */
export type QueryProblem = {
  readonly start: number
  readonly end: number
  /** What is wrong, why, and what to write instead. */
  readonly message: string
}
