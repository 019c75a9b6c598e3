// In: the pieces of a query. Out: its tree; problems are reported and stepped over, so that all are found at once.

import { readFilter } from './read-filter.ts'
import type { FilterContext } from './read-filter.ts'
import type { Piece } from './lex-query.ts'
import type { QueryNode, QueryProblem } from './query.ts'
import { readWords } from './read-words.ts'

/** Filled while parsing; the narrowest wins. */
export type Bounds = { from: number | null; until: number | null }

export type ParseContext = FilterContext & { readonly length: number; readonly report: (problem: QueryProblem) => void }

const MOST_PIECES = 100
const DEEPEST = 20

/** The tree of all pieces; null when nothing but time bounds, or nothing at all, was asked for. */
export function parseParts(pieces: readonly Piece[], context: ParseContext): QueryNode | null {
  let at = 0

  const start = () => pieces[at]?.start ?? context.length
  const problem = (message: string, piece?: Piece) =>
    context.report({ start: piece?.start ?? start(), end: piece?.end ?? context.length, message })

  function parseAny(depth: number): QueryNode | null {
    const parts: QueryNode[] = []
    const first = start()
    let hasOr = false
    for (;;) {
      // Bounds of time bind everything; under an OR or in parentheses they could not.
      const isTop = depth === 0 && !hasOr
      const part = parseAll(depth, isTop)
      if (part) parts.push(part)
      const piece = pieces[at]
      if (piece?.kind !== 'or') break
      hasOr = true
      at += 1
      if (!part) problem('OR needs something on both sides. Write, for example: Mali OR Niger.', piece)
      else if (endsHere()) problem('Nothing follows this OR. Write what else may stand there, or take OR away.', piece)
    }
    if (hasOr && depth === 0 && (context.bounds.from !== null || context.bounds.until !== null) && isBoundInFirst) {
      context.report({ start: first, end: context.length, message: orWithBounds })
    }
    return join('or', parts)
  }

  let isBoundInFirst = false
  const endsHere = () => pieces[at] === undefined || pieces[at]?.kind === 'close' || pieces[at]?.kind === 'or'

  function parseAll(depth: number, isTop: boolean): QueryNode | null {
    const parts: QueryNode[] = []
    while (at < pieces.length) {
      const piece = pieces[at]
      if (!piece || piece.kind === 'or' || (piece.kind === 'close' && depth > 0)) break
      at += 1
      if (piece.kind === 'and') continue
      const part = parsePart(piece, depth, isTop)
      if (part) parts.push(part)
    }
    return join('and', parts)
  }

  function parsePart(piece: Piece, depth: number, isTop: boolean): QueryNode | null {
    switch (piece.kind) {
      case 'minus':
        return parseNot(piece, depth, isTop)
      case 'open':
        return parseGroup(piece, depth)
      case 'field':
        return parseField(piece, isTop, false)
      case 'word':
      case 'phrase':
        return readWords(piece, context.report)
      default:
        problem('This parenthesis closes nothing. Take it away, or open one before it.', piece)
        return null
    }
  }

  function parseNot(minus: Piece, depth: number, isTop: boolean): QueryNode | null {
    const piece = pieces[at]
    if (!piece || piece.kind === 'or' || piece.kind === 'and' || piece.kind === 'close' || piece.kind === 'minus') {
      problem('Nothing to exclude follows. Write a word, a phrase or a filter directly behind it: -drone.', minus)
      return null
    }
    at += 1
    const part = piece.kind === 'field' ? parseField(piece, isTop, true) : parsePart(piece, depth, false)
    return part && { kind: 'not', part }
  }

  function parseGroup(open: Piece, depth: number): QueryNode | null {
    if (depth >= DEEPEST) {
      problem(`Parentheses go ${DEEPEST} deep at most. Write the search in a flatter way.`, open)
      at = pieces.length
      return null
    }
    const inside = parseAny(depth + 1)
    if (pieces[at]?.kind === 'close') at += 1
    else problem('This parenthesis is not closed. Put ) where the group ends.', open)
    return inside
  }

  function parseField(field: Piece, isTop: boolean, isNegated: boolean): QueryNode | null {
    const value = pieces[at]
    const isValue = value?.start === field.end && (value.kind === 'word' || value.kind === 'phrase')
    if (isValue) at += 1
    const isBound = field.text === 'before' || field.text === 'after'
    if (isBound) isBoundInFirst ||= isTop
    return readFilter(field, isValue ? value : null, { isTop, isNegated }, context)
  }

  if (pieces.length > MOST_PIECES) {
    problem(`The query has ${pieces.length} parts; ${MOST_PIECES} are the most. Search for the words that matter.`, pieces[MOST_PIECES])
    return null
  }
  return parseAny(0)
}

const orWithBounds =
  'before: and after: hold for the whole search and cannot stand on one side of OR. Put the alternatives in parentheses: (Mali OR Niger) after:2023-09.'

function join(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | null {
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null)
}
