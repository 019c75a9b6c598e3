// In: a word or phrase of a query. Out: the token chains to look for.

import { foldWord } from '../../lib/analyse/fold-letters.ts'
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
  if (!piece.isPrefix) return { kind: 'words', text: piece.text.trim(), chains, isPrefix: false }
  const node = prefixNode(piece.text, chains)
  if (node) return node
  const message = `One letter and a star would find nearly everything. Write at least ${SHORTEST_PREFIX} letters before the star.`
  report({ start: piece.start, end: piece.end, message })
  return null
}

const SHORTEST_PREFIX = 2

/**
 * ministers* is whatever begins with «ministers», and the word itself, whose stem is shorter;
 * الطوف* has lost its article in the index, so what begins with the stem is meant.
 */
function prefixNode(text: string, chains: readonly (readonly string[])[]): QueryNode | null {
  const own = chains[0] ?? []
  const stem = own.at(-1) ?? ''
  const lastWord = text.split(/[^\p{L}\p{M}\p{N}\p{Cf}\u0640]+/u).findLast((word) => foldWord(word) !== '') ?? ''
  const folded = foldWord(lastWord)
  // Words of unspaced scripts carry meaning in a single letter.
  if (folded.length < SHORTEST_PREFIX && !isUnspaced.test(folded)) return null
  if (isUnspaced.test(folded) || folded.endsWith(stem)) return { kind: 'words', text, chains, isPrefix: true }
  const goingOn: QueryNode = { kind: 'words', text, chains: [[...own.slice(0, -1), folded]], isPrefix: true }
  return { kind: 'or', parts: [goingOn, { kind: 'words', text, chains, isPrefix: false }] }
}

const isUnspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
