// The agreed names and terms. Every change belongs to a deed, which can be taken back as a whole: one term, or a file of them.

import { sql } from 'kysely'
import { DeskError } from '../domain/errors.ts'
import { newId, type Id } from '../domain/id.ts'
import { tokenStream } from '../lib/analyse/analyse.ts'
import { primaryOf } from '../lib/primary-of.ts'
import type { Db } from './db.ts'
import type { GlossaryTermRow } from './translation-desk-schema.ts'

/** A term as it is kept; the room that uses it knows what its fields mean. */
export type StoredTerm = {
  readonly key: string
  readonly kind: string
  /** As JSON. */
  readonly names: string
  readonly note: string | null
}

export type SignedTerm = StoredTerm & {
  /** Rises with every change. */
  readonly revision: number
  readonly changedAt: number
  readonly changedBy: string
}

export type GlossaryDeedId = Id<'glossary-deed'>
export type GlossarySignature = { readonly deedId: GlossaryDeedId; readonly signedBy: string; readonly now: number }

export type TermFilter = {
  /** Words that stand in a name, the key or the note, in any order of the alphabet that people type. */
  readonly words?: string
  /** Primary tag of a language that it has a name in. */
  readonly language?: string
  readonly kind?: string
  readonly order?: 'key' | 'newest'
}

const MOST_TERMS = 200_000
/** Rows in one statement. */
const AT_ONCE = 200

export async function listTerms(db: Db): Promise<SignedTerm[]> {
  const rows = await db.selectFrom('glossary_terms').selectAll().orderBy('term_key').limit(MOST_TERMS).execute()
  return rows.map(toSignedTerm)
}

/** A page of the terms that a filter lets through, and how many these are. */
export async function findTerms(
  db: Db,
  filter: TermFilter,
  limit: number,
  offset: number,
): Promise<{ terms: SignedTerm[]; total: number }> {
  const query = filtered(db, filter)
  const { n } = await query.select((e) => e.fn.countAll().as('n')).executeTakeFirstOrThrow()
  const newest = filter.order === 'newest'
  const page = newest ? query.orderBy('changed_at', 'desc').orderBy('term_key') : query.orderBy('term_key')
  const rows = await page.selectAll().limit(limit).offset(offset).execute()
  return { terms: rows.map(toSignedTerm), total: Number(n) }
}

function filtered(db: Db, { words, language, kind }: TermFilter) {
  let query = db.selectFrom('glossary_terms')
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (language !== undefined) query = query.where(contains(`\n${primaryOf(language)}=`))
  const plain = foldPlain(words ?? '')
  const tokens = tokenStream(words ?? '')
  if (plain !== '') query = query.where((e) => e.or([contains(plain), ...(tokens === '' ? [] : [contains(tokens)])]))
  return query
}

export async function findTerm(db: Db, key: string): Promise<SignedTerm | undefined> {
  const row = await db.selectFrom('glossary_terms').selectAll().where('term_key', '=', key).executeTakeFirst()
  return row && toSignedTerm(row)
}

/** Other terms that have the same name in the same language, as the analyser sees words. */
export async function findNamesakes(
  db: Db,
  name: { readonly language: string; readonly text: string },
  besides: string,
): Promise<SignedTerm[]> {
  const tokens = tokenStream(name.text)
  if (tokens === '') return []
  const rows = await db
    .selectFrom('glossary_terms')
    .selectAll()
    .where(contains(`\n${primaryOf(name.language)}=${tokens}\n`))
    .where('term_key', '!=', besides)
    .orderBy('term_key')
    .limit(10)
    .execute()
  return rows.map(toSignedTerm)
}

/** How many terms there are of each kind, and how many have a name in each language. */
export async function countTerms(
  db: Db,
): Promise<{ total: number; kinds: Map<string, number>; languages: Map<string, number> }> {
  const rows = await db.selectFrom('glossary_terms').select(['kind', 'search_text']).limit(MOST_TERMS).execute()
  const kinds = new Map<string, number>()
  const languages = new Map<string, number>()
  for (const { kind, search_text } of rows) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const tags = new Set([...search_text.matchAll(/\n([a-z]{2,8})=/g)].map(([, tag = '']) => tag))
    for (const tag of tags) languages.set(tag, (languages.get(tag) ?? 0) + 1)
  }
  return { total: rows.length, kinds, languages }
}

/**
 * Adds a term, or changes the one of its key.
 *
 * @param expected the revision that the change was made on, null = there was none; absent = whatever there is
 * @returns false, and saves nothing, when there is another by now
 */
export async function saveTerm(
  db: Db,
  term: StoredTerm,
  by: GlossarySignature,
  expected?: number | null,
): Promise<boolean> {
  const before = await findTerm(db, term.key)
  if (expected !== undefined && (before?.revision ?? null) !== expected) return false
  return (await writeTerms(db, [{ term, before }], by)) === 1
}

export type TermToSave = { readonly term: StoredTerm; readonly before: SignedTerm | undefined }

/** Adds or changes many terms, each of another key, in a transaction. `before`: as they stand now. */
export async function saveTerms(tx: Db, list: readonly TermToSave[], by: GlossarySignature): Promise<void> {
  if ((await writeTerms(tx, list, by)) < list.length) throw overtaken()
}

const overtaken = (): DeskError =>
  new DeskError(
    'conflict',
    'Somebody else changed the glossary at this very moment. Nothing was kept; do it once more.',
  )

/** @returns how many were written; what somebody changed since it was `before` stays as it is */
async function writeTerms(db: Db, list: readonly TermToSave[], by: GlossarySignature): Promise<number> {
  let written = 0
  for (let start = 0; start < list.length; start += AT_ONCE) {
    const part = list.slice(start, start + AT_ONCE)
    const rows = await db
      .insertInto('glossary_terms')
      .values(part.map((one) => toRow(one, by)))
      .onConflict((c) =>
        c
          .column('term_key')
          .doUpdateSet((e) => ({
            kind: e.ref('excluded.kind'),
            names: e.ref('excluded.names'),
            note: e.ref('excluded.note'),
            search_text: e.ref('excluded.search_text'),
            changed_at: e.ref('excluded.changed_at'),
            changed_by: e.ref('excluded.changed_by'),
            revision: e.ref('excluded.revision'),
          }))
          .where(sql<boolean>`glossary_terms.revision = excluded.revision - 1`),
      )
      .returning('term_key')
      .execute()
    const keys = new Set(rows.map(({ term_key }) => term_key))
    const changes = part.map(({ term, before }) => ({ key: term.key, before, after: term }))
    await noteChanges(
      db,
      changes.filter(({ key }) => keys.has(key)),
      by,
    )
    written += keys.size
  }
  return written
}

function toRow({ term, before }: TermToSave, by: GlossarySignature): GlossaryTermRow {
  const { key, kind, names, note } = term
  return {
    id: newId<'term'>(by.now),
    term_key: key,
    kind,
    names,
    note,
    search_text: searchTextOf(term),
    changed_at: by.now,
    changed_by: by.signedBy,
    revision: (before?.revision ?? 0) + 1,
  }
}

/** @returns what it was; undefined when there was none. @param expected as in `saveTerm` */
export async function removeTerm(
  db: Db,
  key: string,
  by: GlossarySignature,
  expected?: number,
): Promise<SignedTerm | 'stale' | undefined> {
  const known = await findTerm(db, key)
  if (!known) return undefined
  if (expected !== undefined && known.revision !== expected) return 'stale'
  await removeTerms(db, [known], by)
  return known
}

/** Takes out many terms as they stand now, in a transaction. */
export async function removeTerms(tx: Db, terms: readonly SignedTerm[], by: GlossarySignature): Promise<void> {
  for (let start = 0; start < terms.length; start += AT_ONCE) {
    const part = terms.slice(start, start + AT_ONCE)
    const gone = await tx
      .deleteFrom('glossary_terms')
      .where((e) => e.or(part.map(({ key, revision }) => e.and({ term_key: key, revision }))))
      .returning('term_key')
      .execute()
    if (gone.length < part.length) throw overtaken()
    await noteChanges(
      tx,
      part.map((term) => ({ key: term.key, before: term, after: undefined })),
      by,
    )
  }
}

type Change = {
  readonly key: string
  readonly before: StoredTerm | undefined
  readonly after: StoredTerm | undefined
}

async function noteChanges(
  db: Db,
  changes: readonly Change[],
  { deedId, signedBy, now }: GlossarySignature,
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ key, before, after }) => ({
    deed_id: deedId,
    term_key: key,
    before: before ? toPrint(before) : null,
    after: after ? toPrint(after) : null,
    signed_by: signedBy,
    signed_at: now,
    undone: 0,
  }))
  await db.insertInto('glossary_changes').values(rows).execute()
}

export const newGlossaryDeed = (now: number): GlossaryDeedId => newId<'glossary-deed'>(now)

/** Whether two terms say the same. */
export const isSameTerm = (one: StoredTerm | null, other: StoredTerm | null): boolean =>
  (one === null ? '' : toPrint(one)) === (other === null ? '' : toPrint(other))

/** For terms of homes and backups before schema 9, which had nothing to be searched by. */
export async function fillSearchTexts(db: Db): Promise<void> {
  const rows = await db.selectFrom('glossary_terms').selectAll().where('search_text', '=', '').execute()
  for (const row of rows)
    await db
      .updateTable('glossary_terms')
      .set({ search_text: searchTextOf(toTerm(row)) })
      .where('id', '=', row.id)
      .execute()
}

/** A line a name: `en=` and its words as the analyser sees them, then as written; then the key and the note. */
function searchTextOf({ key, names, note }: StoredTerm): string {
  const list = JSON.parse(names) as { language: string; text: string }[]
  const lines = list.flatMap(({ language, text }) => [
    `${primaryOf(language)}=${tokenStream(text)}`,
    `${primaryOf(language)}:${foldPlain(text)}`,
  ])
  return `\n${[...lines, `#${foldPlain(key)}`, `~${foldPlain(note ?? '')}`].join('\n')}\n`
}

const foldPlain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const contains = (text: string) =>
  sql<boolean>`search_text like ${`%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`

const toTerm = ({ term_key, kind, names, note }: GlossaryTermRow): StoredTerm => ({ key: term_key, kind, names, note })

const toSignedTerm = (row: GlossaryTermRow): SignedTerm => ({
  ...toTerm(row),
  revision: row.revision,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

const toPrint = ({ key, kind, names, note }: StoredTerm): string => JSON.stringify({ key, kind, names, note })
