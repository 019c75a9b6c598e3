// In: a query as typed. Out: hits as rows that say why they are hits, or counts of them.

import { listOutlets } from '../store/outlets.ts'
import { listNamed } from '../store/search/query-names.ts'
import type { NamedNode, Query, QueryNode } from '../store/search/query.ts'
import { readQuery } from '../store/search/read-query.ts'
import { loadHits } from './load-hits.ts'
import type { SearchCounts, SearchedName, SearchResult, Total } from './shapes/search.ts'
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
      names: [],
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
    names: listNamed(query).map(showName),
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

function showName({ text, others, leftOut }: NamedNode): SearchedName {
  return { words: text, others: others.map(({ by, name }) => ({ by, name })), leftOut }
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
  return (node.kind === 'and' || node.kind === 'or') && node.parts.some(saysKind)
}
