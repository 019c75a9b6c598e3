// In: a query as typed. Out: hits as rows with lit passages. The index gives ids; all words come from the records.

import type { ItemId } from '../domain/feed.ts'
import { DeskError } from '../domain/errors.ts'
import type { Db } from '../store/db.ts'
import { findItems } from '../store/items.ts'
import { listOutlets } from '../store/outlets.ts'
import { findReadings } from '../store/readings.ts'
import { findOutletsNamed } from '../store/search/find-outlets-named.ts'
import { highlight, highlightAll } from '../store/search/highlight.ts'
import { parseQuery, type ParsedQuery } from '../store/search/parse-query.ts'
import type { Query } from '../store/search/query.ts'
import { loadItemRows } from './present/item-rows.ts'
import type { Hit, SearchCounts, SearchResult, Total } from './shapes/search.ts'
import type { ServerTools } from './tools.ts'

/** Beyond this a page says «10,000 or more». */
const COUNTED = 10_000
/** The newest hits that facets are counted over: about a fifth of a second. */
const COUNTED_FOR_FACETS = 200_000

type Tools = Pick<ServerTools, 'db' | 'search'>

export type SearchWish = {
  readonly q: string
  readonly order: 'newest' | 'relevant'
  readonly limit: number
  readonly before?: string | undefined
}

export async function runSearch(tools: Tools, wish: SearchWish): Promise<SearchResult> {
  const started = performance.now()
  const tookMs = () => Math.round((performance.now() - started) * 10) / 10
  const parsed = await readQuery(tools.db, wish.q)
  if (parsed.kind === 'problems') {
    return {
      hits: [],
      next: null,
      total: NOTHING,
      tookMs: tookMs(),
      problems: parsed.problems.map((problem) => ({ ...problem })),
    }
  }
  const { query } = parsed
  const { order, limit, before = null } = wish
  const page = await tools.search.search(query, { order, limit, cursor: before })
  const counted = await tools.search.countHits(query, COUNTED)
  const ids = page.hits.map((hit) => hit.id as ItemId)
  return {
    hits: await loadHits(tools.db, ids, query),
    next: page.next,
    total: showTotal(counted.count, counted.isWhole),
    tookMs: tookMs(),
    problems: [],
  }
}

export async function countSearch(tools: Tools, q: string): Promise<SearchCounts> {
  const parsed = await readQuery(tools.db, q)
  if (parsed.kind === 'problems') {
    const problems = parsed.problems.map((problem) => ({ ...problem }))
    return { total: NOTHING, outlets: [], languages: [], days: [], problems }
  }
  const counts = await tools.search.counts(parsed.query, COUNTED_FOR_FACETS)
  const names = new Map((await listOutlets(tools.db)).map((outlet): [string, string] => [outlet.id, outlet.name]))
  return {
    total: showTotal(counts.total, counts.isWhole),
    outlets: counts.outlets.map(({ value, count }) => ({ id: value, name: names.get(value) ?? '', count })),
    languages: counts.languages.map(({ value, count }) => ({ language: value === '' ? 'und' : value, count })),
    days: counts.days.map(({ value, count }) => ({ day: value, count })).reverse(),
    problems: [],
  }
}

const NOTHING: Total = { kind: 'exact', count: 0 }

function showTotal(count: number, isWhole: boolean): Total {
  return { kind: isWhole ? 'exact' : 'at-least', count }
}

/** Reads the query; outlets are meant by id, name, printed name or domain. */
async function readQuery(db: Db, text: string): Promise<ParsedQuery> {
  if (!/outlet:/i.test(text)) return parseQuery(text)
  const outlets = await listOutlets(db)
  return parseQuery(text, { findOutlets: (name) => findOutletsNamed(outlets, name) })
}

async function loadHits(db: Db, ids: readonly ItemId[], query: Query): Promise<Hit[]> {
  const items = new Map((await findItems(db, ids)).map((item) => [item.id, item]))
  // An item that was removed a moment ago may still stand in the index.
  const found = ids.flatMap((id) => items.get(id) ?? [])
  const rows = await loadItemRows(db, found)
  const readingIds = found.flatMap((item) => item.readingId ?? [])
  const texts = new Map((await findReadings(db, readingIds)).map((reading) => [reading.itemId, reading.text]))
  return rows.map((row, place) => {
    const item = found[place]
    if (!item) throw new DeskError('internal', 'A hit came without its item.')
    const passages = highlight(texts.get(item.id) ?? '', query)
    return {
      ...row,
      titleRanges: highlightAll(row.title ?? '', query).ranges.map((range) => ({ ...range })),
      passages: passages.map(({ text, ranges }) => ({ text, ranges: ranges.map((range) => ({ ...range })) })),
    }
  })
}
