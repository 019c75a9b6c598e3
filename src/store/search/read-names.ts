// In: words that stand beside each other in a query. Out: their nodes, where the longest run of words that is a known name
// is one node with its other names. A phrase is a name when the whole of it is one.

import { queryVariants } from '../../lib/analyse/query-variants.ts'
import type { Piece } from './lex-query.ts'
import { LONGEST_NAME, type KnownName, type NameBook } from './name-book.ts'
import type { OtherName, QueryNode, QueryProblem } from './query.ts'
import { readWords } from './read-words.ts'

/** Other names of one name that are looked for, and of a whole query: each costs a look into the index. */
const MOST_OF_A_NAME = 12
const MOST_OF_A_QUERY = 48

export type NameContext = {
  readonly names: NameBook
  readonly report: (problem: QueryProblem) => void
  /** How many other names the query may still take. */
  room: number
}

export const makeRoom = (): number => MOST_OF_A_QUERY

/** Words and phrases, in order; a piece that says nothing is reported and left out. */
export function readRun(pieces: readonly Piece[], context: NameContext): QueryNode[] {
  const nodes: QueryNode[] = []
  for (let at = 0; at < pieces.length;) {
    const found = longestName(pieces, at, context.names)
    const run = pieces.slice(at, at + (found?.size ?? 1))
    const typed = run.flatMap((piece) => readWords(piece, context.report) ?? [])
    nodes.push(...(found ? nameNodes(found, typed, context) : typed))
    at += run.length
  }
  return nodes
}

type Found = { readonly size: number; readonly text: string; readonly names: readonly KnownName[] }

function longestName(pieces: readonly Piece[], start: number, book: NameBook): Found | null {
  const first = pieces[start]
  if (!first || first.isPrefix) return null
  const most = first.kind === 'phrase' ? 1 : LONGEST_NAME
  const run = pieces.slice(start, start + most)
  const end = run.findIndex((piece, at) => piece.isPrefix || (at > 0 && piece.kind === 'phrase'))
  const words = end < 0 ? run : run.slice(0, end)
  for (let size = words.length; size > 0; size--) {
    const text = words
      .slice(0, size)
      .map((piece) => piece.text.trim())
      .join(' ')
    const names = book.find(text, queryVariants(text))
    if (names.length > 0) return { size, text, names }
  }
  return null
}

function nameNodes({ text, names }: Found, parts: readonly QueryNode[], context: NameContext): readonly QueryNode[] {
  const [first, ...rest] = parts
  if (!first) return []
  const typed: QueryNode = rest.length > 0 ? { kind: 'and', parts } : first
  const sought = chooseNames(text, names)
  const others = sought.slice(0, Math.min(MOST_OF_A_NAME, context.room))
  context.room -= others.length
  if (sought.length === 0) return parts
  return [{ kind: 'named', text, typed, others, leftOut: sought.length - others.length }]
}

/** Each spelling once, as search sees spellings; first one in each script, so that many of one do not crowd out another. */
function chooseNames(typed: string, names: readonly KnownName[]): OtherName[] {
  const seen = new Set([queryVariants(typed)[0]?.join(' ')])
  const others = names.flatMap(({ by, text }): OtherName[] => {
    const chains = queryVariants(text)
    const key = chains[0]?.join(' ') ?? ''
    if (key === '' || seen.has(key)) return []
    seen.add(key)
    return [{ by, name: text, words: { kind: 'words', text, chains, isPrefix: false } }]
  })
  const scripts = new Set<string>()
  const isFirst = others.map(({ name }) => {
    const script = scriptOf(name)
    const isNew = !scripts.has(script)
    scripts.add(script)
    return isNew
  })
  return [...others.filter((_, at) => isFirst[at]), ...others.filter((_, at) => !isFirst[at])]
}

const scripts = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Han',
  'Hangul',
  'Hebrew',
  'Greek',
  'Devanagari',
  'Armenian',
  'Georgian',
]
const scriptTests = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

function scriptOf(name: string): string {
  return scriptTests.find(([, test]) => test.test(name))?.[0] ?? ''
}
