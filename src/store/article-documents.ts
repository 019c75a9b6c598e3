// Imported articles as the search index takes them.

import type { ArticleId, ArticlePrint } from '../domain/article.ts'
import type { Db } from './db.ts'
import type { SearchDocument } from './search/search-index.ts'

/** Everything that an article says, in the order of print, a paragraph a line; the title left out, chrome never in it. */
export function articleText(print: ArticlePrint): string {
  const { caption, pullQuote, summary, body, sources, notes, image, entries, related } = print
  const printed = [
    caption,
    pullQuote,
    summary,
    ...body,
    ...sources.flatMap(({ citation, excerpt }) => [...citation, ...excerpt]),
    ...notes.flatMap(({ paragraphs }) => paragraphs),
    ...(image?.lines ?? []),
    ...entries,
    ...related,
  ]
  return printed.flatMap((piece) => piece?.text ?? []).join('\n')
}

type Listed = { readonly id: string; readonly order_at: number; readonly title: string | null; readonly print: string }

/** Articles that the index has not taken in their latest state. @param limit at most 500 */
export async function listWaitingDocuments(db: Db, limit: number): Promise<SearchDocument[]> {
  const rows = await latest(db)
    .where('indexed_at', 'is', null)
    .orderBy('articles.id')
    .limit(Math.min(limit, 500))
    .execute()
  return rows.map(toDocument)
}

/** All articles in the order of their ids, from the one after `after`. */
export async function listDocumentsAfter(db: Db, after: string | null, limit: number): Promise<SearchDocument[]> {
  let query = latest(db).orderBy('articles.id').limit(limit)
  if (after !== null) query = query.where('articles.id', '>', after)
  return (await query.execute()).map(toDocument)
}

/** Notes that the index has them. */
export async function markArticlesIndexed(db: Db, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('articles').set({ indexed_at: now }).where('id', 'in', ids).execute()
}

/** How many articles the index should hold. */
export async function countIndexedArticles(db: Db): Promise<number> {
  const row = await db
    .selectFrom('articles')
    .select((e) => e.fn.countAll().as('n'))
    .where('indexed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The texts of the articles given, for lighting up what was found. */
export async function findArticleTexts(db: Db, ids: readonly ArticleId[]): Promise<Map<ArticleId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await latest(db).where('articles.id', 'in', ids).execute()
  return new Map(rows.map((row): [ArticleId, string] => [row.id as ArticleId, toDocument(row).text]))
}

function latest(db: Db) {
  return db
    .selectFrom('articles')
    .innerJoin('article_revisions', (join) =>
      join.onRef('article_revisions.article_id', '=', 'articles.id').onRef('number', '=', 'revision'),
    )
    .select(['articles.id', 'order_at', 'title', 'print'])
}

function toDocument({ id, order_at, title, print }: Listed): SearchDocument {
  const text = articleText(JSON.parse(print) as ArticlePrint)
  return { id, time: order_at, language: 'en', outletId: null, host: null, title, text, kind: 'article' }
}
