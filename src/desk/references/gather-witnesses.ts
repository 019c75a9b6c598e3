// In: documents by file. Out: everything that speaks of pieces of the digest, each voice with an id that leads back.

import type { ArticlePrint, CrossReference, IndexEntry } from '../../domain/article.ts'
import { readDateMeanings } from '../indexes/read-date-meaning.ts'
import { titleKey } from './fold-title.ts'
import type { Witness } from './work.ts'

/** A document with the ids under which its voices are known. */
export type Speaking = {
  readonly articleId: string
  readonly file: string
  readonly document: ArticlePrint
}

/** @param place among the references of the document in the order of print, from 0 */
export function referenceId(articleId: string, place: number): string {
  return `${articleId}:r${place}`
}

/** @param place among the rows of the index, from 0 */
export function rowId(articleId: string, place: number): string {
  return `${articleId}:i${place}`
}

/** The references of a document in the order of print. */
export function referencesOf(document: ArticlePrint): { reference: CrossReference; note: string }[] {
  return document.notes.flatMap(({ label, crossReferences }) =>
    crossReferences.map((reference) => ({ reference, note: label })),
  )
}

/** Of an index its rows; of any other document itself and its references. */
export function gatherWitnesses(documents: readonly Speaking[]): Witness[] {
  return documents.flatMap((speaking) =>
    speaking.document.kind === 'index' ? rowWitnesses(speaking) : articleWitnesses(speaking),
  )
}

function articleWitnesses({ articleId, file, document }: Speaking): Witness[] {
  const title = document.title?.text ?? ''
  const nothing = { authors: [], issue: null, published: null, url: null }
  const references = referencesOf(document).map(({ reference, note }, place): Witness => ({
    id: referenceId(articleId, place),
    kind: 'reference',
    where: `${file}, “${title}”, note [${note}]`,
    inArticle: articleId,
    title: reference.title,
    authors: splitAuthors(reference.author),
    issue: reference.issue,
    published: null,
    url: reference.url,
  }))
  // A piece without a title cannot be cited by it, but cites.
  return title === '' ? references : [{ id: articleId, kind: 'article', where: file, title, ...nothing }, ...references]
}

/** Rows that say the same date and title are one voice. */
function rowWitnesses({ articleId, file, document }: Speaking): Witness[] {
  const meanings = readDateMeanings(document.entries.map(({ date }) => date))
  const where = `${file}, ${document.title?.text ?? 'an index'}`
  const seen = new Set<string>()
  return document.entries.flatMap((entry, place): Witness[] => {
    const key = rowKey(entry)
    if (seen.has(key)) return []
    seen.add(key)
    const isMonth = meanings.get(entry.date) === 'issue-month'
    return [
      {
        id: rowId(articleId, place),
        kind: 'row',
        where,
        title: entry.title,
        authors: entry.authors,
        issue: isMonth ? entry.date.slice(0, 7) : null,
        published: isMonth ? null : entry.date,
        url: null,
      },
    ]
  })
}

/** Under which a row is unique in its index. */
export function rowKey({ date, title }: Pick<IndexEntry, 'date' | 'title'>): string {
  return `${date} ${titleKey(title)}`
}

/** `A and B`, `A, B, and C` → one name each. */
export function splitAuthors(author: string | null): string[] {
  return (author ?? '')
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^(?:jr|sr|ret|phd)\.?$/i.test(name))
}
