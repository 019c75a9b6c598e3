// In: a compiled query. Out: hits, newest or most relevant first, and counts.
// Newest first walks the rows from their end and stops after a page, so it costs the same at any size.

import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { DeskError } from '../../domain/errors.ts'
import { compileNode, compileQuery } from './compile-query.ts'
import type { CompiledQuery } from './compile-query.ts'
import { filterCondition, splitFilters } from './filter-documents.ts'
import type { Query } from './query.ts'
import type { SearchHit, SearchOptions, SearchPage } from './search-index.ts'
import { timeOfNumber } from './time-order.ts'

/** A word in the title weighs as much as eight in the body; filters weigh nothing. */
const RANK = 'bm25(words, 8.0, 1.0, 0.0)'
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

  function relevant(query: Query, limit: number, cursor: string | null): SearchPage {
    const split = query.node && splitFilters(query.node)
    if (!split?.words) return newest(query, limit, cursor)
    const offset = cursor === null ? 0 : readCursor(cursor, 'r')
    const { first, end } = compileQuery(query)
    const count = Math.min(limit, DEEPEST_RANK - offset)
    if (count <= 0) return { hits: [], next: null }
    const statement = prepareRanked(
      db,
      split.filters.map((filter) => filterCondition(db, filter)),
    )
    const rows = statement.all(compileNode(split.words), first, end, count + 1, offset)
    const isMore = rows.length > count && offset + count < DEEPEST_RANK
    return { hits: rows.slice(0, count).map(toHit), next: isMore ? `r${offset + count}` : null }
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

function prepareRanked(db: DatabaseSync, conditions: readonly string[]): StatementSync {
  return db.prepare(`
    SELECT d.no, d.id FROM words CROSS JOIN documents AS d ON d.no = words.rowid
    WHERE words MATCH ? AND words.rowid >= ? AND words.rowid < ? ${conditions.map((condition) => `AND ${condition}`).join(' ')}
    ORDER BY ${RANK}, words.rowid DESC LIMIT ? OFFSET ?`)
}

function toHit(row: Record<string, unknown>): SearchHit {
  return { id: String(row['id']), time: timeOfNumber(Number(row['no'])) }
}

function readCursor(cursor: string, order: 'n' | 'r'): number {
  const value = new RegExp(`^${order}(-?\\d{1,16})$`).exec(cursor)?.[1]
  const number = Number(value ?? Number.NaN)
  if (Number.isSafeInteger(number) && (order === 'n' || number >= 0)) return number
  throw new DeskError(
    'bad-input',
    'This place in the results is not one we gave out for this order. Start again from the first page.',
  )
}
