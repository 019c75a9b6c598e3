// In: a word or phrase of a query. Out: the token chains to look for.

import { foldForPrefix } from '../../lib/analyse/analyse.ts'
import { queryVariants } from '../../lib/analyse/query-variants.ts'
import type { Piece } from './lex-query.ts'
import type { QueryNode, QueryProblem } from './query.ts'

/** The node of one word or phrase; null, with a report, when it holds no letter and no digit. */
export function readWords(piece: Piece, report: (problem: QueryProblem) => void): QueryNode | null {
  const chains = queryVariants(piece.text)
  if (chains.length === 0) {
    const message = `There is no letter or digit in ${piece.text.trim() === '' ? 'this phrase' : `“${piece.text.trim()}”`}, so nothing can be found by it. Take it away, or write a word.`
    report({ start: piece.start, end: piece.end, message })
    return null
  }
  if (!piece.isPrefix) return { kind: 'words', chains, isPrefix: false }
  return prefixNode(piece.text, chains)
}

/** presidente* means what begins so as written, and the word itself, whose stem may be shorter. */
function prefixNode(text: string, chains: readonly (readonly string[])[]): QueryNode {
  const stemmed: QueryNode = { kind: 'words', chains, isPrefix: false }
  const own = chains[0] ?? []
  const lastWord = text.trim().split(/[^\p{L}\p{M}\p{N}\u200c\u200d]+/u).findLast((word) => word !== '') ?? ''
  const isOneToken = own.length > 0 && /^\p{L}/u.test(lastWord) && !/[\p{Script=Han}\p{Script=Thai}]/u.test(lastWord)
  const last = (isOneToken && foldForPrefix(lastWord)) || (own.at(-1) ?? '')
  const goingOn: QueryNode = { kind: 'words', chains: [[...own.slice(0, -1), last]], isPrefix: true }
  return last === own.at(-1) ? goingOn : { kind: 'or', parts: [goingOn, stemmed] }
}
