// The rows of imported indexes, and pieces of the digest as an index lists them.

import type { ArticleId } from '../domain/article.ts'
import type { Db } from './db.ts'

export type IndexWork = {
  readonly title: string
  readonly authors: readonly string[]
  readonly issue: string | null
  readonly published: string | null
  readonly articleId: ArticleId | null
  /** What the article is about, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  /** Titles of the imported indexes in which it has a row. */
  readonly indexTitles: readonly string[]
}

/** Every work that is here or stands in an index; those known from references alone are left out. */
export async function listIndexWorks(db: Db): Promise<IndexWork[]> {
  const works = await db.selectFrom('works').selectAll().execute()
  const rows = await db
    .selectFrom('work_members as m')
    .innerJoin('index_entries as e', 'e.id', 'm.id')
    .innerJoin('articles as a', 'a.id', 'e.article_id')
    .select(['m.work_id', 'a.title'])
    .execute()
  const countries = await db
    .selectFrom('article_countries')
    .select(['article_id', 'country'])
    .where('about', '=', 1)
    .execute()
  const titlesOf = Map.groupBy(rows, ({ work_id }) => work_id)
  const countriesOf = Map.groupBy(countries, ({ article_id }) => article_id)
  return works.flatMap((work) => {
    const indexTitles = [...new Set((titlesOf.get(work.id) ?? []).flatMap(({ title }) => title ?? []))]
    if (work.article_id === null && !titlesOf.has(work.id)) return []
    return [
      {
        title: work.title,
        authors: JSON.parse(work.authors) as string[],
        issue: work.issue,
        published: work.published,
        articleId: work.article_id as ArticleId | null,
        countries: (countriesOf.get(work.article_id ?? '') ?? []).map(({ country }) => country),
        indexTitles,
      },
    ]
  })
}

export type StoredIndexRow = {
  readonly id: string
  readonly date: string
  readonly meaning: 'issue-month' | 'publication-day' | null
  readonly title: string
  readonly authors: readonly string[]
  readonly line: number
  readonly duplicateOf: string | null
  readonly defect: string | null
  /** The piece itself, where it is here. */
  readonly meansArticle: ArticleId | null
}

/** The rows of an imported index in the order of print. */
export async function listIndexRows(db: Db, indexId: ArticleId): Promise<StoredIndexRow[]> {
  const rows = await db
    .selectFrom('index_entries as e')
    .leftJoin('work_members as m', (join) => join.on((c) => c('m.id', '=', c.fn.coalesce('e.duplicate_of', 'e.id'))))
    .leftJoin('works as w', 'w.id', 'm.work_id')
    .select([
      'e.id',
      'e.date',
      'e.meaning',
      'e.title',
      'e.authors',
      'e.line',
      'e.duplicate_of',
      'e.defect',
      'w.article_id',
    ])
    .where('e.article_id', '=', indexId)
    .orderBy('e.place')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    date: row.date,
    meaning: row.meaning as StoredIndexRow['meaning'],
    title: row.title,
    authors: JSON.parse(row.authors) as string[],
    line: row.line,
    duplicateOf: row.duplicate_of,
    defect: row.defect,
    meansArticle: row.article_id as ArticleId | null,
  }))
}
