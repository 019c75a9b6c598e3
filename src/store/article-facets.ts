// What articles can be browsed by, with how many there are of each.

import type { ArticleKind } from '../domain/article.ts'
import type { Db } from './db.ts'

export type ArticleFacets = {
  readonly total: number
  readonly issues: readonly { readonly issue: string; readonly count: number }[]
  readonly years: readonly { readonly year: number; readonly count: number }[]
  readonly countries: readonly { readonly country: string; readonly count: number }[]
  readonly authors: readonly { readonly author: string; readonly count: number }[]
  readonly kinds: readonly { readonly kind: ArticleKind; readonly count: number }[]
}

export async function countArticleFacets(db: Db): Promise<ArticleFacets> {
  const articles = await db.selectFrom('articles').select(['kind', 'issue', 'order_at']).execute()
  const countries = await db
    .selectFrom('article_countries')
    .select((e) => ['country', e.fn.countAll().as('n')])
    .where('about', '=', 1)
    .groupBy('country')
    .execute()
  const authors = await db
    .selectFrom('article_authors')
    .select((e) => [e.fn.min('author').as('author'), e.fn.countAll().as('n')])
    .groupBy('author_key')
    .execute()
  return {
    total: articles.length,
    issues: tally(articles.flatMap(({ issue }) => issue ?? []))
      .map(([issue, count]) => ({ issue, count }))
      .sort((a, b) => (a.issue < b.issue ? 1 : -1)),
    years: tally(articles.map(({ order_at }) => new Date(order_at).getUTCFullYear()))
      .map(([year, count]) => ({ year, count }))
      .sort((a, b) => b.year - a.year),
    countries: countries
      .map(({ country, n }) => ({ country, count: Number(n) }))
      .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1)),
    authors: authors
      .map(({ author, n }) => ({ author, count: Number(n) }))
      .sort((a, b) => b.count - a.count || (a.author < b.author ? -1 : 1)),
    kinds: tally(articles.map(({ kind }) => kind as ArticleKind)).map(([kind, count]) => ({ kind, count })),
  }
}

function tally<Value>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
