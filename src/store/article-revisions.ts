// The history of an article. Only ever added to.

import type { ArticleId, ArticlePrint } from '../domain/article.ts'
import type { ArticleRevision, RevisionDeed } from '../domain/article-record.ts'
import { DeskError } from '../domain/errors.ts'
import type { Db } from './db.ts'

/** All revisions, the first first, without their prints. */
export async function listRevisions(db: Db, articleId: ArticleId): Promise<ArticleRevision[]> {
  const rows = await db
    .selectFrom('article_revisions')
    .select(['number', 'deed', 'based_on', 'signed_by', 'signed_at', 'why'])
    .where('article_id', '=', articleId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    articleId,
    number: row.number,
    deed: row.deed as RevisionDeed,
    basedOn: row.based_on,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    why: row.why,
  }))
}

/** What the article said in a revision. */
export async function findPrint(db: Db, articleId: ArticleId, number: number): Promise<ArticlePrint | undefined> {
  const row = await db
    .selectFrom('article_revisions')
    .select('print')
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && (JSON.parse(row.print) as ArticlePrint)
}

type PrintedRevision = ArticleRevision & { readonly print: ArticlePrint }

/**
 * Adds the next revision, if the one that it was made from is still the latest.
 *
 * @throws DeskError `conflict` when somebody else was first
 */
export async function addRevision(db: Db, after: number, revision: Omit<PrintedRevision, 'number'>): Promise<number> {
  const { articleId, print } = revision
  const number = after + 1
  const [lineFirst, lineLast] = print.lines
  const changed = await db
    .updateTable('articles')
    .set({
      revision: number,
      kind: print.kind,
      title: print.title?.text ?? null,
      line_first: lineFirst,
      line_last: lineLast,
      indexed_at: null,
    })
    .where('id', '=', articleId)
    .where('revision', '=', after)
    .executeTakeFirst()
  if (Number(changed.numUpdatedRows) !== 1) {
    throw new DeskError(
      'conflict',
      `This article is no longer at revision ${after}: somebody changed it in the meantime. Load it again, look, and repeat what is still wanted.`,
    )
  }
  await insertRevision(db, { ...revision, number })
  return number
}

/** Writes a revision and nothing else; the article must say by itself which one is its latest. */
export async function insertRevision(
  db: Db,
  { articleId, number, print, deed, basedOn, signedBy, signedAt, why }: PrintedRevision,
): Promise<void> {
  await db
    .insertInto('article_revisions')
    .values({
      id: `${articleId}:${number}`,
      article_id: articleId,
      number,
      print: JSON.stringify(print),
      deed,
      based_on: basedOn,
      signed_by: signedBy,
      signed_at: signedAt,
      why,
    })
    .execute()
}
