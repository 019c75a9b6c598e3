// In: documents. Out: rows of documents, facets and words, all or nothing.

import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { tokenStream } from '../../lib/analyse/analyse.ts'
import { facetTokens, normaliseHost } from './facet-tokens.ts'
import type { SearchDocument } from './search-index.ts'
import { PER_SECOND, firstNumberAt } from './time-order.ts'

type Prepared = {
  readonly id: string
  readonly base: number
  readonly title: string
  readonly body: string
  readonly translatedTitle: string
  readonly translatedLead: string
  readonly facets: string
  readonly outlet: string
  readonly lang: string
  readonly host: string
}

export type FtsWriter = {
  readonly upsert: (documents: readonly SearchDocument[]) => void
  readonly remove: (ids: readonly string[]) => void
  readonly clear: () => void
}

/** The writing side of one connection. */
export function createFtsWriter(db: DatabaseSync): FtsWriter {
  const find = db.prepare('SELECT no FROM documents WHERE id = ?')
  const last = db.prepare('SELECT max(no) AS no FROM documents WHERE no >= ? AND no < ?')
  const addDocument = prepareWrite(db, 'INSERT INTO documents (no, id, outlet, lang, host) VALUES (?, ?, ?, ?, ?)')
  const addWords = prepareWrite(
    db,
    'INSERT INTO words (rowid, title, body, translated_title, translated_lead, facets) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const dropDocument = prepareWrite(db, 'DELETE FROM documents WHERE no = ?')
  const dropWords = prepareWrite(db, 'DELETE FROM words WHERE rowid = ?')
  const findCode = db.prepare('SELECT code FROM facets WHERE kind = ? AND value = ?')
  const addCode = prepareWrite(db, 'INSERT INTO facets (kind, value) VALUES (?, ?)')

  function codeOf(kind: string, value: string): number {
    const row = findCode.get(kind, value)
    return Number(row ? row['code'] : addCode.run(kind, value).lastInsertRowid)
  }

  function removeOne(id: string): number | null {
    const row = find.get(id)
    if (!row) return null
    const no = Number(row['no'])
    dropDocument.run(no)
    dropWords.run(no)
    return no
  }

  function upsertAll(rows: readonly Prepared[]): void {
    const numbered = rows.map((row) => ({ no: placeOne(row), row }))
    // FTS5 gathers words in memory only while the numbers rise; each step back makes it write out what it has.
    numbered.sort((a, b) => a.no - b.no)
    for (const { no, row } of numbered)
      addWords.run(no, row.title, row.body, row.translatedTitle, row.translatedLead, row.facets)
  }

  /** Gives a document its number, the one it had if its second is still the same. */
  function placeOne(row: Prepared): number {
    const before = removeOne(row.id)
    const end = row.base + PER_SECOND
    const isSameSecond = before !== null && before >= row.base && before < end
    const no = isSameSecond ? before : nextNumber(row.base, end)
    addDocument.run(no, row.id, codeOf('outlet', row.outlet), codeOf('lang', row.lang), codeOf('host', row.host))
    return no
  }

  function nextNumber(base: number, end: number): number {
    const highest = last.get(base, end)?.['no']
    // A million documents of one second: the next ones count as a second later.
    const next = typeof highest === 'number' ? highest + 1 : base
    return next < end ? next : nextNumber(end, end + PER_SECOND)
  }

  return {
    upsert(documents) {
      const latest = new Map(documents.map((document) => [document.id, document]))
      const rows = [...latest.values()].map(prepareRow) // the costly part, before the lock
      inTransaction(db, () => upsertAll(rows))
    },
    remove: (ids) => inTransaction(db, () => ids.forEach(removeOne)),
    clear: () =>
      inTransaction(db, () =>
        db.exec("DELETE FROM documents; DELETE FROM facets; INSERT INTO words (words) VALUES ('delete-all')"),
      ),
  }
}

/** Stands between two languages; no word that a person can ask for begins with it. */
const BORDER = ' : '

function prepareRow(document: SearchDocument): Prepared {
  const { translations = [] } = document
  return {
    id: document.id,
    base: firstNumberAt(document.time),
    title: tokenStream(document.title ?? ''),
    body: tokenStream(document.text),
    translatedTitle: translations.map(({ title }) => tokenStream(title ?? '')).join(BORDER),
    translatedLead: translations.map(({ lead }) => tokenStream(lead ?? '')).join(BORDER),
    facets: facetTokens(document),
    outlet: document.outletId ?? '',
    lang: document.language ?? '',
    host: normaliseHost(document.host ?? ''),
  }
}

/**
 * Every write reports the last row number of the connection, and FTS5's own, of the lists of deleted documents, lie
 * beyond 2^53. As a number they cannot be reported, and the write would fail for it.
 */
export function prepareWrite(db: DatabaseSync, sql: string): StatementSync {
  const statement = db.prepare(sql)
  statement.setReadBigInts(true)
  return statement
}

function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    work()
    db.exec('COMMIT')
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw cause
  }
}
