// Whom and what an article names, and which countries.

import type { ArticleId } from '../domain/article.ts'
import type { AuthorityId, AuthorityKind } from '../domain/authority.ts'
import type { Db } from './db.ts'

export type NamedInArticle = {
  readonly id: AuthorityId
  readonly kind: AuthorityKind
  readonly name: string
  readonly mentions: number
}

/** The authorities that an article names, those joined into others under these, most first. */
export async function listNamedIn(db: Db, articleId: ArticleId): Promise<NamedInArticle[]> {
  const rows = await db
    .selectFrom('mentions as m')
    .innerJoin('authorities as a', 'a.id', 'm.authority_id')
    .innerJoin('authorities as root', (join) =>
      join.on((c) => c('root.id', '=', c.fn.coalesce('a.joined_into', 'a.id'))),
    )
    .select((e) => ['root.id', 'root.kind', 'root.name', e.fn.countAll().as('n')])
    .where('m.article_id', '=', articleId)
    .groupBy(['root.id', 'root.kind', 'root.name'])
    .orderBy('n', 'desc')
    .orderBy('root.name')
    .execute()
  return rows.map((row) => ({
    id: row.id as AuthorityId,
    kind: row.kind as AuthorityKind,
    name: row.name,
    mentions: Number(row.n),
  }))
}

/** What an article is about comes first, then the most named. */
export async function listCountriesIn(
  db: Db,
  articleId: ArticleId,
): Promise<{ country: string; mentions: number; about: boolean }[]> {
  const rows = await db
    .selectFrom('article_countries')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('about', 'desc')
    .orderBy('mentions', 'desc')
    .orderBy('country')
    .execute()
  return rows.map(({ country, mentions, about }) => ({ country, mentions, about: about === 1 }))
}
