// In: the pieces of a query. Out: its tree with what binds the whole of it still inside (lift-bounds.ts takes it out).
// Problems are reported and stepped over, so that a person hears of all of them at once.

import type { Bound, ScopeMark } from './lift-bounds.ts'
import type { Piece } from './lex-query.ts'
import type { NameBook } from './name-book.ts'
import type { FilterNode, NamedNode, QueryProblem, WordsNode } from './query.ts'
import { readFilter } from './read-filter.ts'
import { makeRoom, readRun } from './read-names.ts'

/** A query's tree before its bounds of time are lifted out. */
export type RawNode =
  | WordsNode
  | NamedNode
  | FilterNode
  | Bound
  | ScopeMark
  | { readonly kind: 'and' | 'or'; readonly parts: readonly RawNode[] }
  | { readonly kind: 'not'; readonly part: RawNode }

export type ParseContext = {
  readonly findOutlets: (name: string) => readonly string[]
  readonly names: NameBook
  readonly report: (problem: QueryProblem) => void
}

/** `isBroken`: the parentheses are known to be wrong; one report is enough. */
type Reading = ParseContext & { readonly pieces: readonly Piece[]; at: number; isBroken: boolean; room: number }

const MOST_PIECES = 100
const DEEPEST = 20

/** The tree of all pieces; null when there are none. */
export function parseParts(pieces: readonly Piece[], context: ParseContext): RawNode | null {
  const tooMuch = pieces[MOST_PIECES]
  if (tooMuch) {
    complain(
      context,
      tooMuch,
      `The query has ${pieces.length} parts; ${MOST_PIECES} are the most. Search for the words that matter.`,
    )
    return null
  }
  return parseAny({ ...context, pieces, at: 0, isBroken: false, room: makeRoom() }, 0)
}

function parseAny(reading: Reading, depth: number): RawNode | null {
  const parts: RawNode[] = []
  for (;;) {
    const part = parseAll(reading, depth)
    if (part) parts.push(part)
    const or = reading.pieces[reading.at]
    if (or?.kind !== 'or') return join('or', parts)
    reading.at += 1
    const next = reading.pieces[reading.at]
    if (!part || !next || next.kind === 'close' || next.kind === 'or') {
      complain(
        reading,
        or,
        'OR needs something on both of its sides. Write, for example, Mali OR Niger; put "or" in quotation marks to search for the word.',
      )
    }
  }
}

function parseAll(reading: Reading, depth: number): RawNode | null {
  const parts: RawNode[] = []
  for (;;) {
    const piece = reading.pieces[reading.at]
    if (!piece || piece.kind === 'or' || (piece.kind === 'close' && depth > 0)) return join('and', parts)
    if (isWords(piece)) {
      parts.push(...readRun(takeRun(reading), reading))
      continue
    }
    reading.at += 1
    const part = parsePart(reading, piece, depth)
    if (part) parts.push(part)
  }
}

const isWords = ({ kind }: Piece): boolean => kind === 'word' || kind === 'phrase'

/** The words and phrases that stand beside each other from here on. */
function takeRun(reading: Reading): Piece[] {
  const start = reading.at
  const length = reading.pieces.slice(start).findIndex((piece) => !isWords(piece))
  reading.at = length < 0 ? reading.pieces.length : start + length
  return reading.pieces.slice(start, reading.at)
}

function parsePart(reading: Reading, piece: Piece, depth: number): RawNode | null {
  switch (piece.kind) {
    case 'word':
    case 'phrase':
      return readRun([piece], reading)[0] ?? null
    case 'field':
      return parseField(reading, piece)
    case 'open':
      return parseGroup(reading, piece, depth)
    case 'minus':
      return parseNot(reading, piece, depth)
    case 'close':
      return complain(reading, piece, 'This parenthesis closes nothing. Take it away, or open one before it.')
    default:
      return parseAnd(reading, piece)
  }
}

/** AND says what standing beside each other says already; with nothing beside it, it would stand for everything. */
function parseAnd(reading: Reading, and: Piece): null {
  const sides = [reading.pieces[reading.at - 2], reading.pieces[reading.at]]
  const isBetween = sides.every(
    (piece, side) => piece && !['and', 'or', side === 0 ? 'open' : 'close'].includes(piece.kind),
  )
  if (isBetween) return null
  return complain(
    reading,
    and,
    'AND needs something on both of its sides; leave it out, or put "and" in quotation marks to search for the word.',
  )
}

function parseNot(reading: Reading, minus: Piece, depth: number): RawNode | null {
  const piece = reading.pieces[reading.at]
  if (!piece || !['word', 'phrase', 'field', 'open'].includes(piece.kind)) {
    return complain(
      reading,
      minus,
      'Nothing to exclude follows. Write a word, a phrase or a filter directly behind it: -drone.',
    )
  }
  reading.at += 1
  const part = parsePart(reading, piece, depth)
  return part && { kind: 'not', part }
}

function parseGroup(reading: Reading, open: Piece, depth: number): RawNode | null {
  if (depth >= DEEPEST) {
    reading.at = reading.pieces.length
    reading.isBroken = true
    return complain(reading, open, `Parentheses go ${DEEPEST} deep at most. Write the search in a flatter way.`)
  }
  const inside = parseAny(reading, depth + 1)
  if (!reading.pieces[reading.at] && !reading.isBroken) {
    reading.isBroken = true
    complain(reading, open, 'This parenthesis is not closed. Put ) where the group ends.')
  }
  reading.at += 1
  return inside
}

function parseField(reading: Reading, field: Piece): RawNode | null {
  const next = reading.pieces[reading.at]
  const value = next?.start === field.end && (next.kind === 'word' || next.kind === 'phrase') ? next : null
  if (value) reading.at += 1
  return readFilter(field, value, reading)
}

function complain(context: ParseContext, { start, end }: Piece, message: string): null {
  context.report({ start, end, message })
  return null
}

function join(kind: 'and' | 'or', parts: readonly RawNode[]): RawNode | null {
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null)
}
