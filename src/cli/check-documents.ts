// In: the words of `check`. Out: the documents to look at, what to compare them with, and what could not be read.

import type { ArticleId } from '../domain/article.ts'
import { DeskError } from '../domain/errors.ts'
import { parseId } from '../domain/id.ts'
import type { CheckDocument, KnownOutlet } from '../desk/checks/check.ts'
import type { InputProblem } from '../desk/import/input-text.ts'
import { findImport } from '../store/article-imports.ts'
import { findArticle, listArticles } from '../store/articles.ts'
import type { Db } from '../store/db.ts'
import { listOutlets } from '../store/outlets.ts'
import type { CommandInput } from './command.ts'
import { readFiles } from './import-files.ts'
import { inputTools } from './input-tools.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export type GatheredDocuments = {
  readonly documents: readonly CheckDocument[]
  readonly others: readonly CheckDocument[]
  readonly outlets: readonly KnownOutlet[]
  readonly problems: readonly InputProblem[]
}

/** With how many articles of the home an article is compared: the latest, besides those of its own file. */
const MOST_OTHERS = 300

/** @throws DeskError not-found when the home has no article of an id */
export async function gatherDocuments(input: CommandInput, out: Output): Promise<GatheredDocuments> {
  const ids = input.words.flatMap((word) => parseId<'article'>(word) ?? [])
  const paths = input.words.filter((word) => parseId<'article'>(word) === undefined)
  const { files, problems } = await readFiles(paths, inputTools, input.stop, out.progress)
  const read = files.flatMap(({ file, text, documents }) => documents.map((document) => ({ file, text, document })))
  if (ids.length === 0) return { documents: read, others: [], outlets: [], problems }
  const kept = await withRecords(configOf(input), ({ db }) => gatherArticles(db, ids))
  return { ...kept, documents: [...read, ...kept.documents], problems }
}

async function gatherArticles(db: Db, ids: readonly ArticleId[]): Promise<Omit<GatheredDocuments, 'problems'>> {
  const texts = new Map<string, string>()
  const documents: CheckDocument[] = []
  for (const id of ids) {
    const found = await readArticle(db, id, texts)
    if (found === null)
      throw new DeskError('not-found', `This home has no article ${id}. List them on the archive screen.`)
    documents.push(found)
  }
  const others: CheckDocument[] = []
  for (const { id } of await listArticles(db, {}, MOST_OTHERS)) {
    const other = ids.includes(id) ? null : await readArticle(db, id, texts)
    if (other !== null) others.push(other)
  }
  const outlets = (await listOutlets(db)).map(({ name, nameAsPrinted, domains, country }) => ({
    name,
    otherNames: nameAsPrinted === null ? [] : [nameAsPrinted],
    hosts: domains,
    country,
  }))
  return { documents, others, outlets }
}

/** An article with the text of its file; the texts are read once each. */
async function readArticle(db: Db, id: ArticleId, texts: Map<string, string>): Promise<CheckDocument | null> {
  const article = await findArticle(db, id)
  if (article === undefined) return null
  const text = texts.get(article.fileId) ?? (await findImport(db, article.fileId))?.text ?? ''
  texts.set(article.fileId, text)
  return { text, document: article.print, file: article.fileName }
}
