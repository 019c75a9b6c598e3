// In: a query. Out: how many hits by outlet, language and day, from one walk over the hits.

import type { DatabaseSync } from 'node:sqlite'
import { compileQuery } from './compile-query.ts'
import { rowsOf } from './fts-read.ts'
import type { Query } from './query.ts'
import type { SearchCounts, ValueCount } from './search-index.ts'
import { PER_SECOND } from './time-order.ts'

const NUMBERS_A_DAY = PER_SECOND * 86_400

type Tally = {
  total: number
  readonly outlets: Map<number, number>
  readonly languages: Map<number, number>
  readonly days: Map<number, number>
}

/** The counting side of one connection. */
export function createFtsCounter(db: DatabaseSync): (query: Query, upTo?: number) => SearchCounts {
  let tally = emptyTally()
  // Calling back for each row costs a third of handing each row out.
  db.aggregate('tally', {
    start: 0,
    step: (_, no, outlet, language) => {
      add(tally.days, Math.floor(Number(no) / NUMBERS_A_DAY))
      add(tally.outlets, Number(outlet))
      add(tally.languages, Number(language))
      return (tally.total += 1)
    },
  })
  const nameOf = db.prepare('SELECT value FROM facets WHERE code = ?')
  const named = (counts: Map<number, number>): ValueCount[] =>
    [...counts].map(([code, count]) => ({ value: String(nameOf.get(code)?.['value'] ?? ''), count })).sort(byCount)

  return (query, upTo = Number.MAX_SAFE_INTEGER - 1) => {
    tally = emptyTally()
    const { sql, values } = rowsOf(compileQuery(query))
    db.prepare(`SELECT tally(no, outlet, lang) FROM (SELECT d.no, d.outlet, d.lang ${sql} LIMIT ?)`).get(
      ...values,
      upTo,
    )
    const { total, outlets, languages, days } = tally
    return {
      total,
      isWhole: total < upTo || isAll(db, query, upTo),
      outlets: named(outlets),
      languages: named(languages),
      days: dayCounts(days),
    }
  }
}

function isAll(db: DatabaseSync, query: Query, upTo: number): boolean {
  const { sql, values } = rowsOf(compileQuery(query))
  return db.prepare(`SELECT 1 ${sql} LIMIT 1 OFFSET ?`).get(...values, upTo) === undefined
}

function dayCounts(days: Map<number, number>): ValueCount[] {
  const rows = [...days].sort(([a], [b]) => b - a)
  return rows.map(([day, count]) => ({ value: new Date(day * 86_400_000).toISOString().slice(0, 10), count }))
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function byCount(a: ValueCount, b: ValueCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1)
}

function emptyTally(): Tally {
  return { total: 0, outlets: new Map(), languages: new Map(), days: new Map() }
}
