// In: queries as typed, and the records. Out: their trees, with outlets and names as the records know them: the one way in
// which the screen, the command line, saved searches and alerts understand a query.

import type { Db } from '../db.ts'
import { findOutletsNamed } from './find-outlets-named.ts'
import { listNamedOutlets } from './list-named-outlets.ts'
import { loadNameBook } from './load-name-book.ts'
import { noNames } from './name-book.ts'
import { parseQuery, type ParsedQuery } from './parse-query.ts'

export async function readQuery(db: Db, text: string): Promise<ParsedQuery> {
  return (await openQueryReader(db, [text]))(text)
}

/** For several queries at one moment. What none of the texts needs is not looked up. */
export async function openQueryReader(db: Db, texts: readonly string[]): Promise<(text: string) => ParsedQuery> {
  const outlets = texts.some((text) => /outlet:/i.test(text)) ? await listNamedOutlets(db) : []
  const names = texts.some((text) => /\p{L}/u.test(text)) ? await loadNameBook(db) : noNames
  return (text) => parseQuery(text, { findOutlets: (name) => findOutletsNamed(outlets, name), names })
}
