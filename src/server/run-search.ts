// In: a query as typed. Out: hits as rows with lit passages. The index gives ids; all words come from the records.

import type { ArticleId } from '../domain/article.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Db } from '../store/db.ts'
import { findItems } from '../store/items.ts'
import { listOutlets } from '../store/outlets.ts'
import { findReadings } from '../store/readings.ts'
import { listNamedOutlets } from '../store/search/list-named-outlets.ts'
import { findOutletsNamed } from '../store/search/find-outlets-named.ts'
import { highlight, highlightAll } from '../store/search/highlight.ts'
import { parseQuery, type ParsedQuery } from '../store/search/parse-query.ts'
import type { Query, QueryNode } from '../store/search/query.ts'
import { loadArticleHits, type FoundArticle } from './present/article-hits.ts'
import { loadItemRows } from './present/item-rows.ts'
import type { Hit, SearchCounts, SearchResult, Total } from './shapes/search.ts'
import type { TargetTools } from './target-language.ts'
import type { ServerTools } from './tools.ts'

/** Beyond this a page says «10,000 or more». */
const COUNTED = 10_000
/** The newest hits that facets are counted over: about a fifth of a second. */
const COUNTED_FOR_FACETS = 200_000

type Tools = TargetTools & Pick<ServerTools, 'search'>

export type SearchWish = {
  readonly q: string
  readonly order: 'newest' | 'relevant'
  readonly limit: number
  readonly before?: string | undefined
  /** `without`: pages alone, unless the query itself says `kind:`. */
  readonly articles?: 'with' | 'without'
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
  const query = wish.articles === 'without' ? withoutArticles(parsed.query) : parsed.query
  const { order, limit, before = null } = wish
  const page = await tools.search.search(query, { order, limit, cursor: before })
  const counted = await tools.search.countHits(query, COUNTED)
  const ids = page.hits.map((hit) => hit.id)
  return {
    hits: await loadHits(tools, ids, query),
    next: page.next,
    total: showTotal(counted.count, counted.isWhole),
    tookMs: tookMs(),
    problems: [],
  }
}

export async function countSearch(
  tools: Tools,
  q: string,
  articles: SearchWish['articles'] = 'with',
): Promise<SearchCounts> {
  const parsed = await readQuery(tools.db, q)
  if (parsed.kind === 'problems') {
    const problems = parsed.problems.map((problem) => ({ ...problem }))
    return { total: NOTHING, outlets: [], languages: [], days: [], problems }
  }
  const counts = await tools.search.counts(
    articles === 'without' ? withoutArticles(parsed.query) : parsed.query,
    COUNTED_FOR_FACETS,
  )
  const names = new Map((await listOutlets(tools.db)).map((outlet): [string, string] => [outlet.id, outlet.name]))
  return {
    total: showTotal(counts.total, counts.isWhole),
    // What no outlet published is an article.
    outlets: counts.outlets
      .filter(({ value }) => value !== '')
      .map(({ value, count }) => ({ id: value, name: names.get(value) ?? '', count })),
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
  const outlets = await listNamedOutlets(db)
  return parseQuery(text, { findOutlets: (name) => findOutletsNamed(outlets, name) })
}

const noArticle: QueryNode = { kind: 'not', part: { kind: 'filter', field: 'kind', values: ['article'] } }

function withoutArticles(query: Query): Query {
  if (query.node === null) return { ...query, node: noArticle }
  return saysKind(query.node) ? query : { ...query, node: { kind: 'and', parts: [...partsOf(query.node), noArticle] } }
}

function partsOf(node: QueryNode): readonly QueryNode[] {
  return node.kind === 'and' ? node.parts : [node]
}

function saysKind(node: QueryNode): boolean {
  if (node.kind === 'filter') return node.field === 'kind'
  if (node.kind === 'not') return saysKind(node.part)
  return node.kind !== 'words' && node.parts.some(saysKind)
}

async function loadHits(tools: Tools, ids: readonly string[], query: Query): Promise<Hit[]> {
  const { db } = tools
  const found = await findItems(db, ids as ItemId[])
  const rows = new Map((await loadItemRows(tools, found)).map((row) => [row.id, row]))
  const readingIds = found.flatMap((item) => item.readingId ?? [])
  const texts = new Map(
    (await findReadings(db, readingIds)).map((reading): [string, string] => [reading.itemId, reading.text]),
  )
  const rest = ids.filter((id) => !rows.has(id))
  const articles = rest.length === 0 ? new Map<string, FoundArticle>() : await loadArticleHits(db, rest as ArticleId[])
  // What was removed a moment ago may still stand in the index.
  return ids.flatMap((id): Hit[] => {
    const row = rows.get(id)
    if (row) return [light({ ...row, article: null }, texts.get(id) ?? '', query)]
    const article = articles.get(id)
    return article ? [light(article.row, article.text, query)] : []
  })
}

function light(row: Omit<Hit, 'titleRanges' | 'passages'>, text: string, query: Query): Hit {
  const passages = highlight(text, query)
  return {
    ...row,
    titleRanges: highlightAll(row.title ?? '', query).ranges.map((range) => ({ ...range })),
    passages: passages.map((passage) => ({
      text: passage.text,
      ranges: passage.ranges.map((range) => ({ ...range })),
    })),
  }
}
