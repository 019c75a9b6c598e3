// Every question the desk asks about imported articles.

import type { ArticleId, ArticleKind, ArticlePrint, Derived } from '../domain/article.ts'
import type { Article, ArticleHead, ImportId, OrderFrom } from '../domain/article-record.ts'
import type { AuthorityId } from '../domain/authority.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'

export type ArticleFilter = {
  readonly kind?: ArticleKind
  /** `YYYY-MM` */
  readonly issue?: string
  /** ISO 3166-1 alpha-2: what the article is about. */
  readonly country?: string
  /** Folded name of the author. */
  readonly author?: string
  readonly authority?: AuthorityId
  readonly outlet?: OutletId
  /** An outlet that the register does not have, by its folded name. */
  readonly outletKey?: string
  /** Of the order in time. */
  readonly year?: number
  readonly file?: ImportId
}

export type ArticleCursor = { readonly orderAt: number; readonly id: ArticleId }

/** A page of articles, newest first. @param limit at most 500 */
export async function listArticles(
  db: Db,
  filter: ArticleFilter,
  limit: number,
  before?: ArticleCursor,
): Promise<ArticleHead[]> {
  let query = heads(filterArticles(db, filter))
    .orderBy('articles.order_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(Math.min(limit, 500))
  if (before) {
    query = query.where((e) =>
      e.or([
        e('articles.order_at', '<', before.orderAt),
        e.and([e('articles.order_at', '=', before.orderAt), e('articles.id', '<', before.id)]),
      ]),
    )
  }
  return withAuthors(db, await query.execute())
}

/** How many there are on all pages of the list. */
export async function countArticles(db: Db, filter: ArticleFilter): Promise<number> {
  const row = await filterArticles(db, filter)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Heads of the articles given, in no particular order; unknown ids are left out. */
export async function findArticleHeads(db: Db, ids: readonly ArticleId[]): Promise<ArticleHead[]> {
  if (ids.length === 0) return []
  return withAuthors(db, await heads(filterArticles(db, {})).where('articles.id', 'in', ids).execute())
}

/** With the print of its latest revision. */
export async function findArticle(db: Db, id: ArticleId): Promise<Article | undefined> {
  const [head] = await findArticleHeads(db, [id])
  if (!head) return undefined
  const revision = await db
    .selectFrom('article_revisions')
    .select('print')
    .where('article_id', '=', id)
    .where('number', '=', head.revision)
    .executeTakeFirstOrThrow()
  const facts = await db.selectFrom('article_facts').selectAll().where('article_id', '=', id).orderBy('field').execute()
  return {
    ...head,
    print: JSON.parse(revision.print) as ArticlePrint,
    derived: facts.map(({ field, value, why, from_where }) => ({
      field: field as Derived['field'],
      value,
      why,
      from: from_where,
    })),
  }
}

/** The articles that a filter leaves, before anything is chosen of them. */
export function filterArticles(db: Db, filter: ArticleFilter) {
  let query = db.selectFrom('articles')
  if (filter.kind) query = query.where('articles.kind', '=', filter.kind)
  if (filter.issue) query = query.where('articles.issue', '=', filter.issue)
  if (filter.file) query = query.where('articles.file_id', '=', filter.file)
  if (filter.year !== undefined) {
    const [from, until] = [Date.UTC(filter.year, 0), Date.UTC(filter.year + 1, 0)]
    query = query.where('articles.order_at', '>=', from).where('articles.order_at', '<', until)
  }
  const { country, author, authority, outlet, outletKey } = filter
  if (country) {
    query = query.where('articles.id', 'in', (e) =>
      e.selectFrom('article_countries').select('article_id').where('country', '=', country).where('about', '=', 1),
    )
  }
  if (author) {
    query = query.where('articles.id', 'in', (e) =>
      e.selectFrom('article_authors').select('article_id').where('author_key', '=', author),
    )
  }
  if (authority) {
    query = query.where('articles.id', 'in', (e) =>
      e
        .selectFrom('mentions')
        .innerJoin('authorities', 'authorities.id', 'mentions.authority_id')
        .select('article_id')
        .where((c) => c.or([c('authorities.id', '=', authority), c('authorities.joined_into', '=', authority)])),
    )
  }
  if (outlet) {
    query = query.where('articles.id', 'in', (e) =>
      e.selectFrom('article_sources').select('article_id').where('outlet_id', '=', outlet),
    )
  }
  if (outletKey) {
    query = query.where('articles.id', 'in', (e) =>
      e.selectFrom('article_sources').select('article_id').where('outlet_key', '=', outletKey),
    )
  }
  return query
}

function heads(query: ReturnType<typeof filterArticles>) {
  return query
    .innerJoin('import_files', 'import_files.id', 'articles.file_id')
    .select([
      'articles.id',
      'articles.file_id',
      'articles.kind',
      'articles.title',
      'articles.line_first',
      'articles.line_last',
      'articles.revision',
      'articles.issue',
      'articles.published',
      'articles.order_at',
      'articles.order_from',
      'import_files.name as file_name',
    ])
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['execute']>>[number]

async function withAuthors(db: Db, rows: readonly HeadRow[]): Promise<ArticleHead[]> {
  if (rows.length === 0) return []
  const authors = await db
    .selectFrom('article_authors')
    .select(['article_id', 'author'])
    .where(
      'article_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const byArticle = Map.groupBy(authors, ({ article_id }) => article_id)
  return rows.map((row) => ({
    id: row.id as ArticleId,
    fileId: row.file_id as ImportId,
    fileName: row.file_name,
    kind: row.kind as ArticleKind,
    title: row.title,
    lines: [row.line_first, row.line_last],
    revision: row.revision,
    issue: row.issue,
    published: row.published,
    authors: (byArticle.get(row.id) ?? []).map(({ author }) => author),
    orderAt: row.order_at,
    orderFrom: row.order_from as OrderFrom,
  }))
}
