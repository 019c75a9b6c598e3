// Files that were brought in, and the articles that they hold.

import type { ArticleId, ArticleKind, ArticlePrint, Printed } from '../domain/article.ts'
import type { ImportFile, ImportId } from '../domain/article-record.ts'
import type { Db } from './db.ts'
import { insertRevision } from './article-revisions.ts'
import type { ImportFileRow } from './article-schema.ts'

/** Adds the file, unless its bytes are here already. True when it was new. */
export async function addImportFile(db: Db, file: ImportFile): Promise<boolean> {
  const added = await db
    .insertInto('import_files')
    .values({
      id: file.id,
      name: file.name,
      digest: file.digest,
      size: file.size,
      charset: file.charset,
      text: file.text,
      left_over: JSON.stringify(file.leftOver),
      notes: JSON.stringify(file.notes),
      imported_at: file.importedAt,
      imported_by: file.importedBy,
    })
    .onConflict((c) => c.column('digest').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** @param digest SHA-256 of the bytes, hex */
export async function findImportByDigest(db: Db, digest: string): Promise<ImportFile | undefined> {
  const row = await db.selectFrom('import_files').selectAll().where('digest', '=', digest).executeTakeFirst()
  return row && toImportFile(row)
}

/** The file with its whole text. */
export async function findImport(db: Db, id: ImportId): Promise<ImportFile | undefined> {
  const row = await db.selectFrom('import_files').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toImportFile(row)
}

/** The files brought in, in no order. */
export async function listImportIds(db: Db): Promise<ImportId[]> {
  const rows = await db.selectFrom('import_files').select('id').execute()
  return rows.map(({ id }) => id as ImportId)
}

export type ImportHead = Omit<ImportFile, 'text' | 'leftOver'> & { readonly articles: number }

/** The files brought in, the latest first; without their texts. @param limit at most 500 */
export async function listImports(db: Db, limit: number): Promise<ImportHead[]> {
  const rows = await db
    .selectFrom('import_files')
    .select(['id', 'name', 'digest', 'size', 'charset', 'notes', 'imported_at', 'imported_by'])
    .select((e) =>
      e
        .selectFrom('article_places')
        .select((c) => c.fn.countAll().as('n'))
        .whereRef('article_places.file_id', '=', 'import_files.id')
        .as('articles'),
    )
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(Math.min(limit, 500))
    .execute()
  return rows.map((row) => ({
    id: row.id as ImportId,
    name: row.name,
    digest: row.digest,
    size: row.size,
    charset: row.charset,
    notes: JSON.parse(row.notes) as string[],
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    articles: Number(row.articles ?? 0),
  }))
}

/** An article where it stands in a file. */
export type ArticleInFile = {
  readonly articleId: ArticleId
  readonly title: string | null
  readonly kind: ArticleKind
  /** In this file, from 1. */
  readonly lines: readonly [first: number, last: number]
}

/** The articles that stand in a file, in the order of print. */
export async function listArticlesOfImport(db: Db, id: ImportId): Promise<ArticleInFile[]> {
  const rows = await db
    .selectFrom('article_places as p')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .select(['a.id', 'a.title', 'a.kind', 'p.line_first', 'p.line_last'])
    .where('p.file_id', '=', id)
    .orderBy('p.place')
    .execute()
  return rows.map((row) => ({
    articleId: row.id as ArticleId,
    title: row.title,
    kind: row.kind as ArticleKind,
    lines: [row.line_first, row.line_last],
  }))
}

export type ArticleToAdd = {
  readonly id: ArticleId
  readonly fileId: ImportId
  /** Its place in the file, from 0. */
  readonly place: number
  readonly naturalKey: string
  readonly print: ArticlePrint
  readonly orderAt: number
  readonly orderFrom: string
  readonly now: number
  readonly signedBy: string
}

/** Adds an article with its first revision, or notes that one that is known stands in this file too. */
export async function addArticle(
  db: Db,
  article: ArticleToAdd,
): Promise<{ kind: 'added' | 'known'; articleId: ArticleId }> {
  const known = await db
    .selectFrom('articles')
    .select('id')
    .where('natural_key', '=', article.naturalKey)
    .executeTakeFirst()
  const articleId = (known?.id ?? article.id) as ArticleId
  if (!known) await insertArticle(db, article)
  const { fileId, place, print } = article
  const [lineFirst, lineLast] = print.lines
  await db
    .insertInto('article_places')
    .values({
      id: `${fileId}:${place}`,
      article_id: articleId,
      file_id: fileId,
      place,
      line_first: lineFirst,
      line_last: lineLast,
    })
    .execute()
  return { kind: known ? 'known' : 'added', articleId }
}

async function insertArticle(db: Db, article: ArticleToAdd): Promise<void> {
  const { id, print, now, signedBy } = article
  const [lineFirst, lineLast] = print.lines
  await db
    .insertInto('articles')
    .values({
      id,
      file_id: article.fileId,
      place: article.place,
      kind: print.kind,
      natural_key: article.naturalKey,
      title: print.title?.text ?? null,
      line_first: lineFirst,
      line_last: lineLast,
      revision: 1,
      issue: null,
      published: null,
      order_at: article.orderAt,
      order_from: article.orderFrom,
      created_at: now,
      indexed_at: null,
    })
    .execute()
  await insertRevision(db, {
    articleId: id,
    number: 1,
    print,
    deed: 'imported',
    basedOn: null,
    signedBy,
    signedAt: now,
    why: null,
  })
}

function toImportFile(row: ImportFileRow): ImportFile {
  return {
    id: row.id as ImportId,
    name: row.name,
    digest: row.digest,
    size: row.size,
    charset: row.charset,
    text: row.text,
    leftOver: JSON.parse(row.left_over) as Printed[],
    notes: JSON.parse(row.notes) as string[],
    importedAt: row.imported_at,
    importedBy: row.imported_by,
  }
}
