// In: a query's tree with what binds the whole of it: bounds of time, and where words are looked for. Out: the tree without
// them, and what it is bound to. A bound is a range of rows, not a word, so it can only bind the whole search.

import type { RawNode } from './parse-parts.ts'
import { typedOnly } from './query-names.ts'
import type { Query, QueryNode, QueryProblem } from './query.ts'

/** `from` = at this moment or later, `until` = before it; milliseconds UTC. `start`, `end`: its place in the query. */
export type Bound = {
  readonly kind: 'bound'
  readonly side: 'from' | 'until'
  readonly moment: number
  readonly start: number
  readonly end: number
}

/** `in:original`. */
export type ScopeMark = { readonly kind: 'scope'; readonly start: number; readonly end: number }

const misplacedScope =
  'in:original holds for the whole search, so it cannot stand beside OR, be excluded or be part of an excluded group. Write it once, beside everything else: (Mali OR Niger) in:original.'
const misplaced =
  'before: and after: hold for the whole search, so they cannot stand beside OR or be part of an excluded group. Put the alternatives in parentheses: (Mali OR Niger) after:2023-09.'

/** Lifts the bounds beside the other parts; any deeper one is reported. Where originals alone count, words are only what was typed. */
export function liftBounds(raw: RawNode | null, report: (problem: QueryProblem) => void): Query {
  const parts = flatten(raw)
  const bounds = parts.flatMap((part) => asBound(part) ?? [])
  const scope = parts.some(({ kind }) => kind === 'scope') ? 'original' : 'everywhere'
  const rest = parts
    .filter((part) => part.kind !== 'scope' && asBound(part) === null)
    .flatMap((part) => withoutBounds(part, report) ?? [])
    .map((part) => (scope === 'original' ? typedOnly(part) : part))
  const from = bounds.filter(({ side }) => side === 'from').map(({ moment }) => moment)
  const until = bounds.filter(({ side }) => side === 'until').map(({ moment }) => moment)
  return {
    node: rest.length > 1 ? { kind: 'and', parts: rest } : (rest[0] ?? null),
    from: from.length > 0 ? Math.max(...from) : null,
    until: until.length > 0 ? Math.min(...until) : null,
    scope,
  }
}

/** Parts of parts that must all be there. */
function flatten(raw: RawNode | null): RawNode[] {
  if (!raw) return []
  return raw.kind === 'and' ? raw.parts.flatMap(flatten) : [raw]
}

/** Not after a moment is before it, and the other way round. */
function asBound(raw: RawNode): Bound | null {
  if (raw.kind === 'bound') return raw
  if (raw.kind !== 'not') return null
  const inner = asBound(raw.part)
  return inner && { ...inner, side: inner.side === 'from' ? 'until' : 'from' }
}

function withoutBounds(raw: RawNode, report: (problem: QueryProblem) => void): QueryNode | null {
  if (raw.kind === 'words' || raw.kind === 'named' || raw.kind === 'filter') return raw
  if (raw.kind === 'bound' || raw.kind === 'scope') {
    report({ start: raw.start, end: raw.end, message: raw.kind === 'bound' ? misplaced : misplacedScope })
    return null
  }
  if (raw.kind === 'not') {
    const part = withoutBounds(raw.part, report)
    return part && { kind: 'not', part }
  }
  return { kind: raw.kind, parts: raw.parts.flatMap((part) => withoutBounds(part, report) ?? []) }
}
