// In: a query's tree. Out: an FTS5 expression and a range of row numbers.
// Nothing a person typed reaches the expression: only tokens of our analyser and facet tokens, each in double quotes.

import { EVERY_TOKEN, facetToken } from './facet-tokens.ts'
import { firstNumberNotBefore } from './time-order.ts'
import type { Query, QueryNode, Scope, WordsNode } from './query.ts'

/** Columns by scope. Facets are tokens as well, so that words that may go on (si* and site:) must be kept from them. */
const columns = {
  original: '{title body}',
  everywhere: '{title body translated_title translated_lead}',
} as const

/** No document has it: one of no values is never true. */
const NO_TOKEN = 'none:'

export type CompiledQuery = {
  /** FTS5 expression; null = every document. */
  readonly match: string | null
  /** Row numbers from `first` on and below `end`. */
  readonly first: number
  readonly end: number
}

/** Compiles for an FTS5 table whose tokens are ours. */
export function compileQuery(query: Query): CompiledQuery {
  return {
    match: query.node && compileNode(query.node, query.scope),
    first: query.from === null ? Number.MIN_SAFE_INTEGER : firstNumberNotBefore(query.from),
    end: query.until === null ? Number.MAX_SAFE_INTEGER : firstNumberNotBefore(query.until),
  }
}

/** The FTS5 expression of one node, safe to stand anywhere. */
export function compileNode(node: QueryNode, scope: Scope): string {
  switch (node.kind) {
    case 'words':
      return compileWords(node, scope)
    case 'named':
      return anyOf([compileNode(node.typed, scope), ...node.others.map(({ words }) => compileWords(words, scope))])
    case 'filter':
      return anyOf(node.values.map((value) => quote(facetToken(node.field, value))))
    case 'or':
      return anyOf(node.parts.map((part) => compileNode(part, scope)))
    case 'not':
      return `(${quote(EVERY_TOKEN)} NOT ${compileNode(node.part, scope)})`
    case 'and':
      return compileAll(node.parts, scope)
  }
}

/** FTS5 has no «not» by itself, only «this and not that». */
function compileAll(parts: readonly QueryNode[], scope: Scope): string {
  const wanted = parts.filter((part) => part.kind !== 'not').map((part) => compileNode(part, scope))
  const unwanted = parts.flatMap((part) => (part.kind === 'not' ? [compileNode(part.part, scope)] : []))
  const all = wanted.length === 0 ? quote(EVERY_TOKEN) : wanted.join(' AND ')
  if (unwanted.length === 0) return wanted.length === 1 ? all : `(${all})`
  return `((${all}) NOT ${anyOf(unwanted)})`
}

/** A whole word is no facet, so where all columns count none is named: it is quicker. */
function compileWords(node: WordsNode, scope: Scope): string {
  const chains = anyOf(node.chains.map((chain) => compileChain(chain, node)))
  return scope === 'everywhere' && !node.isPrefix ? chains : `(${columns[scope]} : ${chains})`
}

function compileChain(chain: readonly string[], node: WordsNode): string {
  return node.isPrefix ? `${quote(chain.join(' '))} *` : quote(chain.join(' '))
}

function anyOf(expressions: readonly string[]): string {
  if (expressions.length === 0) return quote(NO_TOKEN)
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`
}

function quote(tokens: string): string {
  return `"${tokens.replaceAll('"', '""')}"`
}
