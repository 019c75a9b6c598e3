// In: files, read into documents. Out: articles in the records, joined to each other and to what was there.
// A file is one transaction, with its line in the custody log: it is here whole or not at all. A file whose bytes are here already changes nothing, and a
// document that stands in another file too is one article with two places.

import { hash } from 'node:crypto'
import type { ArticleId, ArticleKind, ArticlePrint, Printed } from '../../domain/article.ts'
import type { ImportId } from '../../domain/article-record.ts'
import type { CustodyEntry } from '../../domain/capture.ts'
import { newId } from '../../domain/id.ts'
import { addArticle, addImportFile, findImportByDigest, listArticlesOfImport } from '../../store/article-imports.ts'
import { markUnjoined } from '../../store/article-joins.ts'
import { replaceParts } from '../../store/article-parts.ts'
import { countOf } from '../../lib/count-of.ts'
import type { Db, Tx } from '../../store/db.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { SearchIndex } from '../../store/search/search-index.ts'
import { recordNames, type ArticleToRead } from '../authorities/record-names.ts'
import { hideBankAccounts } from './hide-bank-accounts.ts'
import { finishImports } from './finish-imports.ts'
import { makeParts } from './make-parts.ts'
import { mapOutlets } from './map-outlets.ts'
import { naturalKey } from './natural-key.ts'
import { orderArticle } from './order-article.ts'
import { readOwners, type OwnerOf } from './read-owners.ts'
import { tryTransaction } from '../../store/try-transaction.ts'

/** A file that has been read. */
export type ImportedFile = {
  readonly name: string
  /** SHA-256 of the bytes, hex. */
  readonly digest: string
  readonly size: number
  readonly charset: string | null
  readonly text: string
  readonly documents: readonly ArticlePrint[]
  readonly leftOver: readonly Printed[]
  /** Sentences about what is wrong with the file. */
  readonly notes?: readonly string[]
}

export type ImportedArticle = {
  readonly articleId: ArticleId
  readonly title: string | null
  readonly kind: ArticleKind
  /** In this file, from 1. */
  readonly lines: readonly [first: number, last: number]
  readonly sources: number
  readonly notes: number
}

export type SavedImport = {
  readonly file: string
  /** Null in a dry run of a new file. */
  readonly importId: ImportId | null
  /** `known`: the same bytes were brought in before, and nothing was changed. */
  readonly kind: 'new' | 'known'
  readonly added: readonly ImportedArticle[]
  /** Documents that another file, or an earlier place of this one, had brought already. */
  readonly known: readonly ImportedArticle[]
}

export type ImportTools = {
  readonly db: Db
  readonly search?: Pick<SearchIndex, 'upsert'>
  /** Adds lines to the custody log, in the transaction of what they speak of. */
  readonly recordCustody: RecordCustody
}
type RecordCustody = (
  tx: Tx,
  deeds: readonly Pick<CustodyEntry, 'at' | 'actor' | 'deed' | 'subject' | 'details'>[],
) => Promise<void>
export type ImportSignature = { readonly signedBy: string; readonly now: number; readonly dryRun?: boolean }

/** Brings files in. In a dry run everything is done and taken back, so that what is told is what would be. */
export async function saveImports(
  { db, search, recordCustody }: ImportTools,
  files: readonly ImportedFile[],
  signature: ImportSignature,
): Promise<SavedImport[]> {
  const keeper: Keeper = { ...signature, ownerOf: await readOwners(db), recordCustody }
  if (signature.dryRun === true) return tryImports(db, files, keeper)
  const saved: SavedImport[] = []
  for (const file of files) saved.push(await inTransaction(db, (tx) => saveFile(tx, file, keeper)))
  await mapOutlets(db)
  await finishImports({ db, ...(search && { search }) }, signature.now)
  return saved
}

type Keeper = ImportSignature & { readonly ownerOf: OwnerOf; readonly recordCustody: RecordCustody }

async function tryImports(db: Db, files: readonly ImportedFile[], keeper: Keeper): Promise<SavedImport[]> {
  const saved = await tryTransaction(db, async (tx) => {
    const tried: SavedImport[] = []
    for (const file of files) tried.push(await saveFile(tx, file, keeper))
    return tried
  })
  return saved.map((one) => (one.kind === 'new' ? { ...one, importId: null } : one))
}

async function saveFile(tx: Tx, given: ImportedFile, keeper: Keeper): Promise<SavedImport> {
  const { signedBy, now } = keeper
  const file = hideBankAccounts(withoutNul(given))
  const id = newId<'import'>(now)
  const { documents: _, notes = [], ...kept } = file
  const isNew = await addImportFile(tx, { ...kept, id, notes, importedAt: now, importedBy: signedBy })
  if (!isNew) return describeKnown(tx, file)
  const brought = await saveArticles(tx, id, file, keeper)
  // Last, because whoever adds to the log makes all others wait who want to.
  await keeper.recordCustody(tx, [
    { at: now, actor: signedBy, deed: 'import', subject: id, details: sealedFacts(file) },
  ])
  return { file: file.name, importId: id, kind: 'new', ...brought }
}

/** What the log says of a file. `text` is of the words as they are kept: the bytes themselves are not kept. */
function sealedFacts({ name, digest, size, text }: ImportedFile): CustodyEntry['details'] {
  return { name, digest, size, text: hash('sha256', text, 'hex') }
}

async function saveArticles(
  tx: Tx,
  id: ImportId,
  file: ImportedFile,
  { signedBy, now, ownerOf }: Keeper,
): Promise<Pick<SavedImport, 'added' | 'known'>> {
  const added: ImportedArticle[] = []
  const known: ImportedArticle[] = []
  const toRead: ArticleToRead[] = []
  for (const [place, print] of file.documents.entries()) {
    const { kind: end, articleId } = await addArticle(tx, {
      id: newId<'article'>(now),
      fileId: id,
      place,
      naturalKey: naturalKey(file.text, print),
      print,
      ...orderArticle(print, { issue: null, published: null }, now),
      now,
      signedBy,
    })
    const article = describeArticle(articleId, print)
    if (end === 'known') known.push(article)
    else {
      added.push(article)
      await replaceParts(tx, articleId, makeParts(articleId, print, ownerOf))
      toRead.push({ id: articleId, title: article.title ?? '', print, text: file.text })
    }
  }
  await recordNames(tx, toRead, now)
  if (added.length > 0) await markUnjoined(tx)
  return { added, known }
}

/** The records hold no NUL. Each becomes the sign for what cannot be shown, so that every place in the text stays. */
function withoutNul(file: ImportedFile): ImportedFile {
  if (!file.text.includes('\0')) return file
  const count = file.text.split('\0').length - 1
  const note = `${countOf(count, 'NUL character')} ${count === 1 ? 'stands' : 'stand'} as U+FFFD in the text that is kept.`
  return { ...file, text: file.text.replaceAll('\0', '\uFFFD'), notes: [...(file.notes ?? []), note] }
}

async function describeKnown(tx: Db, file: ImportedFile): Promise<SavedImport> {
  const before = await findImportByDigest(tx, file.digest)
  const importId = before?.id ?? null
  const places = importId === null ? [] : await listArticlesOfImport(tx, importId)
  const known = places.map(({ articleId, title, kind, lines }, place) => {
    const print = file.documents[place]
    return { articleId, title, kind, lines, sources: print?.sources.length ?? 0, notes: print?.notes.length ?? 0 }
  })
  return { file: file.name, importId, kind: 'known', added: [], known }
}

function describeArticle(articleId: ArticleId, print: ArticlePrint): ImportedArticle {
  const { title, kind, lines, sources, notes } = print
  return { articleId, title: title?.text ?? null, kind, lines, sources: sources.length, notes: notes.length }
}
