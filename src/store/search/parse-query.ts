// In: a query as typed. Out: its tree, or every problem found with its place.
//
//   any   := all ( OR all )*                    words beside each other must all be there
//   all   := part ( AND? part )*
//   part  := ( '-' | NOT )? ( '(' any ')' | field value | word | "phrase" )      word* and "phrase*" may go on
//   field := lang: | outlet: | site: | kind: | after: | before: | in:
//
// after:2023-09 is «on 1 September 2023 or later», before:2023-10 is «not on 1 October 2023 nor later», both UTC,
// so that after:2023-09 before:2023-10 is exactly September. They bind the whole search, and so does in:original.
// Words beside each other that are a name on record are looked for under its other names too (read-names.ts); so are
// words that are excluded: -x leaves out exactly what x finds.

import { lexQuery } from './lex-query.ts'
import { liftBounds } from './lift-bounds.ts'
import { noNames, type NameBook } from './name-book.ts'
import { parseParts } from './parse-parts.ts'
import type { Query, QueryProblem } from './query.ts'

export type QueryOptions = {
  /** Ids of the outlets a person means by what they wrote behind `outlet:`; none = no such outlet. Default: what they wrote is the id. */
  readonly findOutlets?: (name: string) => readonly string[]
  /** The names on record. Default: none. */
  readonly names?: NameBook
}

export type ParsedQuery =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'problems'; readonly problems: readonly QueryProblem[] }

const LONGEST_QUERY = 2_000

/** Reads a query. Never throws; an empty text is the query for everything. */
export function parseQuery(text: string, options: QueryOptions = {}): ParsedQuery {
  if (text.length > LONGEST_QUERY) return tooLong(text)
  const { pieces, problems } = lexQuery(text)
  const report = (problem: QueryProblem) => void problems.push(problem)
  const findOutlets = options.findOutlets ?? ((name: string) => [name])
  const query = liftBounds(parseParts(pieces, { findOutlets, names: options.names ?? noNames, report }), report)
  if (problems.length === 0) return { kind: 'query', query }
  return { kind: 'problems', problems: problems.sort((a, b) => a.start - b.start) }
}

function tooLong(text: string): ParsedQuery {
  const message = `The query is ${text.length} characters long; ${LONGEST_QUERY} is the most. Search for the words that matter.`
  return { kind: 'problems', problems: [{ start: LONGEST_QUERY, end: text.length, message }] }
}
