// What articles can be browsed by, with how many there are of each.

import type { ArticleKind } from '../domain/article.ts'
import { filterArticles, type ArticleFilter } from './articles.ts'
import type { Db } from './db.ts'

export type ArticleFacets = {
  readonly total: number
  readonly issues: readonly { readonly issue: string; readonly count: number }[]
  readonly years: readonly { readonly year: number; readonly count: number }[]
  /** By the order in time, newest first. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  /** Articles that cite each, most first. */
  readonly outlets: readonly { readonly key: string; readonly name: string; readonly count: number }[]
  readonly countries: readonly { readonly country: string; readonly count: number }[]
  readonly authors: readonly { readonly author: string; readonly count: number }[]
  readonly kinds: readonly { readonly kind: ArticleKind; readonly count: number }[]
}

/** Counts over all articles that the filter lets through. */
export async function countArticleFacets(db: Db, filter: ArticleFilter = {}): Promise<ArticleFacets> {
  const articles = await filterArticles(db, filter)
    .select(['articles.kind', 'articles.issue', 'articles.order_at'])
    .execute()
  return {
    total: articles.length,
    issues: tally(articles.flatMap(({ issue }) => issue ?? []))
      .map(([issue, count]) => ({ issue, count }))
      .sort((a, b) => (a.issue < b.issue ? 1 : -1)),
    years: tally(articles.map(({ order_at }) => new Date(order_at).getUTCFullYear()))
      .map(([year, count]) => ({ year, count }))
      .sort((a, b) => b.year - a.year),
    months: tally(articles.map(({ order_at }) => new Date(order_at).toISOString().slice(0, 7)))
      .map(([month, count]) => ({ month, count }))
      .sort((a, b) => (a.month < b.month ? 1 : -1)),
    outlets: await countOutlets(db, filter),
    countries: await countCountries(db, filter),
    authors: await countAuthors(db, filter),
    kinds: tally(articles.map(({ kind }) => kind as ArticleKind)).map(([kind, count]) => ({ kind, count })),
  }
}

async function countOutlets(db: Db, filter: ArticleFilter): Promise<ArticleFacets['outlets']> {
  const rows = await db
    .selectFrom('article_sources')
    .select((e) => ['outlet_key', e.fn.min('outlet').as('name'), e.fn.count('article_id').distinct().as('n')])
    .where('outlet_key', 'is not', null)
    .where('article_id', 'in', filterArticles(db, filter).select('articles.id'))
    .groupBy('outlet_key')
    .execute()
  return rows
    .map(({ outlet_key, name, n }) => ({ key: outlet_key ?? '', name: name ?? '', count: Number(n) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

async function countCountries(db: Db, filter: ArticleFilter): Promise<ArticleFacets['countries']> {
  const rows = await db
    .selectFrom('article_countries')
    .select((e) => ['country', e.fn.countAll().as('n')])
    .where('about', '=', 1)
    .where('article_id', 'in', filterArticles(db, filter).select('articles.id'))
    .groupBy('country')
    .execute()
  return rows
    .map(({ country, n }) => ({ country, count: Number(n) }))
    .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1))
}

async function countAuthors(db: Db, filter: ArticleFilter): Promise<ArticleFacets['authors']> {
  const rows = await db
    .selectFrom('article_authors')
    .select((e) => [e.fn.min('author').as('author'), e.fn.countAll().as('n')])
    .where('article_id', 'in', filterArticles(db, filter).select('articles.id'))
    .groupBy('author_key')
    .execute()
  return rows
    .map(({ author, n }) => ({ author, count: Number(n) }))
    .sort((a, b) => b.count - a.count || (a.author < b.author ? -1 : 1))
}

function tally<Value>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
