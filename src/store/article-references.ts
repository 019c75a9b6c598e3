// What an article cites of the digest, and who cites it.

import type { ArticleId } from '../domain/article.ts'
import type { WorkId } from '../domain/article-record.ts'
import type { Db } from './db.ts'

/** What a reference means: an article, a row of an index, or a piece that is known and not here. */
export type ReferenceMeaning = {
  readonly workId: WorkId
  readonly title: string
  readonly articleId: ArticleId | null
  /** The index, where only a row of one is here. */
  readonly indexId: ArticleId | null
  readonly how: 'address' | 'title' | 'title-variant'
  readonly why: string
  /** All addresses of the piece, in canonical form. */
  readonly addresses: readonly string[]
}

export type StoredReference = {
  readonly id: string
  readonly articleId: ArticleId
  readonly articleTitle: string | null
  readonly note: string
  readonly author: string | null
  readonly title: string
  readonly issue: string | null
  readonly issueAsPrinted: string | null
  readonly url: string | null
  readonly start: number
  readonly end: number
  readonly meaning: ReferenceMeaning | null
}

/** The references of an article in the order of print. */
export async function listReferences(db: Db, articleId: ArticleId): Promise<StoredReference[]> {
  const rows = await base(db).where('r.article_id', '=', articleId).orderBy('r.place').execute()
  return rows.map(toReference)
}

/** The references of others that mean this article: “cited by”. */
export async function listCitations(db: Db, articleId: ArticleId): Promise<StoredReference[]> {
  const rows = await base(db)
    .where('w.article_id', '=', articleId)
    .where('r.article_id', '!=', articleId)
    .orderBy('citing.order_at', 'desc')
    .orderBy('r.id')
    .limit(1_000)
    .execute()
  return rows.map(toReference)
}

/** The rows of imported indexes that mean this article. */
export async function listRowsOf(
  db: Db,
  articleId: ArticleId,
): Promise<{ indexId: ArticleId; indexTitle: string | null; date: string; meaning: string | null; line: number }[]> {
  const rows = await db
    .selectFrom('works as w')
    .innerJoin('work_members as m', 'm.work_id', 'w.id')
    .innerJoin('index_entries as e', 'e.id', 'm.id')
    .innerJoin('articles as a', 'a.id', 'e.article_id')
    .select(['e.article_id', 'a.title', 'e.date', 'e.meaning', 'e.line'])
    .where('w.article_id', '=', articleId)
    .orderBy('e.date')
    .execute()
  return rows.map((row) => ({
    indexId: row.article_id as ArticleId,
    indexTitle: row.title,
    date: row.date,
    meaning: row.meaning,
    line: row.line,
  }))
}

function base(db: Db) {
  return db
    .selectFrom('cross_references as r')
    .innerJoin('articles as citing', 'citing.id', 'r.article_id')
    .leftJoin('work_members as m', 'm.id', 'r.id')
    .leftJoin('works as w', 'w.id', 'm.work_id')
    .leftJoin('index_entries as e', 'e.id', 'm.target_id')
    .select(['r.id', 'r.article_id', 'citing.title as article_title', 'r.note', 'r.author', 'r.title', 'r.issue'])
    .select(['r.issue_as_printed', 'r.url', 'r.start_at', 'r.end_at', 'm.how', 'm.why'])
    .select(['w.id as work_id', 'w.title as work_title', 'w.addresses', 'w.article_id as target_article'])
    .select('e.article_id as index_id')
}

type Row = Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number]

function toReference(row: Row): StoredReference {
  return {
    id: row.id,
    articleId: row.article_id as ArticleId,
    articleTitle: row.article_title,
    note: row.note,
    author: row.author,
    title: row.title,
    issue: row.issue,
    issueAsPrinted: row.issue_as_printed,
    url: row.url,
    start: row.start_at,
    end: row.end_at,
    meaning: toMeaning(row),
  }
}

function toMeaning(row: Row): ReferenceMeaning | null {
  if (row.work_id === null || row.how === null) return null
  const target = row.target_article === row.article_id ? null : row.target_article
  return {
    workId: row.work_id as WorkId,
    title: row.work_title ?? row.title,
    articleId: target as ArticleId | null,
    indexId: row.index_id as ArticleId | null,
    how: row.how as ReferenceMeaning['how'],
    why: row.why ?? '',
    addresses: JSON.parse(row.addresses ?? '[]') as string[],
  }
}
