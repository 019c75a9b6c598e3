// In: a compiled query. Out: hits, newest or most relevant first, and counts.
// Newest first walks the rows from their end and stops after a page, so it costs the same at any size.

import type { DatabaseSync } from 'node:sqlite'
import { DeskError } from '../../domain/errors.ts'
import { compileNode, compileQuery } from './compile-query.ts'
import type { CompiledQuery } from './compile-query.ts'
import { filterCondition, splitFilters } from './filter-documents.ts'
import { directOf } from './query-names.ts'
import type { Query, QueryNode } from './query.ts'
import type { SearchHit, SearchOptions, SearchPage } from './search-index.ts'
import { timeOfNumber } from './time-order.ts'

/**
 * A word in the title weighs as much as eight in the body, in the original and in a translation; in a translated lead, which
 * stands for a whole body, two. Filters weigh nothing.
 */
const RANK = 'bm25(words, 8.0, 1.0, 8.0, 2.0, 0.0)'

/** Nobody reads on beyond; ranking all of them for each page is dear. */
const DEEPEST_RANK = 1_000

export type FtsReader = {
  readonly search: (query: Query, options: SearchOptions) => SearchPage
  readonly countHits: (query: Query, upTo: number) => number
}

/** The reading side of one connection. */
export function createFtsReader(db: DatabaseSync): FtsReader {
  const newestWords = db.prepare(`
    SELECT d.no, d.id FROM words CROSS JOIN documents AS d ON d.no = words.rowid
    WHERE words MATCH ? AND words.rowid >= ? AND words.rowid < ? ORDER BY words.rowid DESC LIMIT ?`)
  const newestAll = db.prepare('SELECT no, id FROM documents WHERE no >= ? AND no < ? ORDER BY no DESC LIMIT ?')
  const countWords = db.prepare(
    'SELECT count(*) AS n FROM (SELECT 1 FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ? LIMIT ?)',
  )
  const countAll = db.prepare('SELECT count(*) AS n FROM (SELECT 1 FROM documents WHERE no >= ? AND no < ? LIMIT ?)')

  function newest(query: Query, limit: number, cursor: string | null): SearchPage {
    const { match, first, end } = compileQuery(query)
    const below = cursor === null ? end : Math.min(end, readCursor(cursor, 'n'))
    const rows =
      match === null ? newestAll.all(first, below, limit + 1) : newestWords.all(match, first, below, limit + 1)
    const lastNo = Number(rows[limit - 1]?.['no'] ?? 0)
    return { hits: rows.slice(0, limit).map(toHit), next: rows.length > limit ? `n${lastNo}` : null }
  }

  /** What holds the very words comes first, then what only holds another name of them: two lists, one behind the other. */
  function relevant(query: Query, limit: number, cursor: string | null): SearchPage {
    const split = query.node && splitFilters(query.node)
    if (!split?.words) return newest(query, limit, cursor)
    const direct = directOf(split.words)
    const whole = compileNode(split.words, query.scope)
    const rank = prepareRanked(db, query, split.filters)
    const isBehind = cursor?.startsWith('s') === true
    if (!direct) return rank({ match: whole, limit, offset: placeOf(cursor), mark: 'r' })
    const without = compileNode(direct, query.scope)
    const named = (most: number, offset: number) => rank({ match: whole, without, limit: most, offset, mark: 's' })
    if (isBehind) return named(limit, readCursor(cursor, 's'))
    const page = rank({ match: without, limit, offset: placeOf(cursor), mark: 'r' })
    if (page.next !== null) return page
    const rest = limit - page.hits.length
    if (rest === 0) return { ...page, next: 's0' }
    const behind = named(rest, 0)
    return { hits: [...page.hits, ...behind.hits], next: behind.next }
  }

  function countHits(query: Query, upTo: number): number {
    const { match, first, end } = compileQuery(query)
    const row = match === null ? countAll.get(first, end, upTo) : countWords.get(match, first, end, upTo)
    return Number(row?.['n'] ?? 0)
  }

  return {
    search(query, { order, limit, cursor = null }) {
      const most = Math.min(Math.max(Math.floor(limit), 1), 1_000)
      return order === 'newest' ? newest(query, most, cursor) : relevant(query, most, cursor)
    },
    countHits,
  }
}

/** The rows a query is counted over: FROM and WHERE for `documents AS d`, newest first. */
export function rowsOf({ match, first, end }: CompiledQuery): {
  readonly sql: string
  readonly values: readonly (string | number)[]
} {
  if (match === null)
    return { sql: 'FROM documents AS d WHERE d.no >= ? AND d.no < ? ORDER BY d.no DESC', values: [first, end] }
  return {
    sql: `FROM words CROSS JOIN documents AS d ON d.no = words.rowid
      WHERE words MATCH ? AND words.rowid >= ? AND words.rowid < ? ORDER BY words.rowid DESC`,
    values: [match, first, end],
  }
}

type RankedPart = {
  readonly match: string
  /** What answers this is left out. */
  readonly without?: string
  readonly limit: number
  readonly offset: number
  /** The letter of the cursors into this list. */
  readonly mark: 'r' | 's'
}

/** Ranks what answers a query; its filters are conditions on the rows. */
function prepareRanked(
  db: DatabaseSync,
  query: Query,
  filters: readonly QueryNode[],
): (part: RankedPart) => SearchPage {
  const { first, end } = compileQuery(query)
  const conditions = filters.map((filter) => ` AND ${filterCondition(db, filter)}`).join('')
  const left = 'AND words.rowid NOT IN (SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ?)'
  return ({ match, without, limit, offset, mark }) => {
    const count = Math.min(limit, DEEPEST_RANK - offset)
    if (count <= 0) return { hits: [], next: null }
    const statement = db.prepare(`
      SELECT d.no, d.id FROM words CROSS JOIN documents AS d ON d.no = words.rowid
      WHERE words MATCH ? AND words.rowid >= ? AND words.rowid < ?${conditions} ${without === undefined ? '' : left}
      ORDER BY ${RANK}, words.rowid DESC LIMIT ? OFFSET ?`)
    const excluded = without === undefined ? [] : [without, first, end]
    const rows = statement.all(match, first, end, ...excluded, count + 1, offset)
    const isMore = rows.length > count && offset + count < DEEPEST_RANK
    return { hits: rows.slice(0, count).map(toHit), next: isMore ? `${mark}${offset + count}` : null }
  }
}

function toHit(row: Record<string, unknown>): SearchHit {
  return { id: String(row['id']), time: timeOfNumber(Number(row['no'])) }
}

const placeOf = (cursor: string | null): number => (cursor === null ? 0 : readCursor(cursor, 'r'))

function readCursor(cursor: string, order: 'n' | 'r' | 's'): number {
  const value = new RegExp(`^${order}(-?\\d{1,16})$`).exec(cursor)?.[1]
  const number = Number(value ?? Number.NaN)
  if (Number.isSafeInteger(number) && (order === 'n' || number >= 0)) return number
  throw new DeskError(
    'bad-input',
    'This place in the results is not one we gave out for this order. Start again from the first page.',
  )
}
