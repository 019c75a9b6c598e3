// What references, index rows and articles were joined to: all of it made again from them whenever something is added.

import type { Db } from './db.ts'
import type {
  ArticleAuthorRow,
  ArticleFactRow,
  ArticleRow,
  CrossReferenceRow,
  IndexEntryRow,
  WorkMemberRow,
  WorkRow,
} from './article-schema.ts'
import { insertRows } from './insert-rows.ts'

/** Stands in `facts` from the moment something is added until everything is joined again. */
const UNJOINED = 'articles_unjoined'

/** For the transaction that brings an article in: until `replaceJoins`, everything has to be joined anew. */
export async function markUnjoined(db: Db): Promise<void> {
  await db
    .insertInto('facts')
    .values({ name: UNJOINED, value: '1' })
    .onConflict((c) => c.column('name').doNothing())
    .execute()
}

/** Whether articles came in that were never joined, by a kill for instance. */
export async function isUnjoined(db: Db): Promise<boolean> {
  const row = await db.selectFrom('facts').select('value').where('name', '=', UNJOINED).executeTakeFirst()
  return row !== undefined
}

export type JoinInput = {
  readonly articles: readonly (Pick<
    ArticleRow,
    'id' | 'kind' | 'title' | 'issue' | 'published' | 'order_at' | 'order_from' | 'created_at'
  > & { readonly file: string })[]
  readonly references: readonly CrossReferenceRow[]
  /** First rows only: a row that says what an earlier one says is no further voice. */
  readonly entries: readonly IndexEntryRow[]
  readonly sourceDates: readonly { readonly article_id: string; readonly date: string | null }[]
}

/** Everything that joining looks at. */
export async function readJoinInput(db: Db): Promise<JoinInput> {
  const articles = await db
    .selectFrom('articles')
    .innerJoin('import_files', 'import_files.id', 'articles.file_id')
    .select(['articles.id', 'kind', 'title', 'issue', 'published', 'order_at', 'order_from', 'created_at'])
    .select('import_files.name as file')
    .orderBy('articles.id')
    .execute()
  return {
    articles,
    references: await db.selectFrom('cross_references').selectAll().orderBy('id').execute(),
    entries: await db.selectFrom('index_entries').selectAll().where('duplicate_of', 'is', null).orderBy('id').execute(),
    sourceDates: await db
      .selectFrom('article_sources')
      .select(['article_id', 'date'])
      .where('date', 'is not', null)
      .execute(),
  }
}

export type JoinOutput = {
  readonly works: readonly WorkRow[]
  readonly members: readonly WorkMemberRow[]
  readonly facts: readonly ArticleFactRow[]
  readonly authors: readonly ArticleAuthorRow[]
  /** Articles whose issue, day or place in time changed. */
  readonly changed: readonly Pick<ArticleRow, 'id' | 'issue' | 'published' | 'order_at' | 'order_from'>[]
}

/** Writes everything that was joined in place of what was. For one transaction with the reading of its input. */
export async function replaceJoins(db: Db, output: JoinOutput): Promise<void> {
  for (const table of ['works', 'work_members', 'article_facts', 'article_authors'] as const) {
    await db.deleteFrom(table).execute()
  }
  await insertRows(db, 'works', output.works)
  await insertRows(db, 'work_members', output.members)
  await insertRows(db, 'article_facts', output.facts)
  await insertRows(db, 'article_authors', output.authors)
  for (const { id, ...row } of output.changed) {
    await db
      .updateTable('articles')
      .set({ ...row, indexed_at: null })
      .where('id', '=', id)
      .execute()
  }
  await db.deleteFrom('facts').where('name', '=', UNJOINED).execute()
}
