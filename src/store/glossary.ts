// The agreed names and terms.

import { newId } from '../domain/id.ts'
import type { Db } from './db.ts'
import type { GlossaryTermRow } from './translation-schema.ts'

/** A term as it is kept; the room that uses it knows what its fields mean. */
export type StoredTerm = {
  readonly key: string
  readonly kind: string
  /** As JSON. */
  readonly names: string
  readonly note: string | null
}

const MOST_TERMS = 200_000

export async function listTerms(db: Db): Promise<StoredTerm[]> {
  const rows = await db.selectFrom('glossary_terms').selectAll().orderBy('term_key').limit(MOST_TERMS).execute()
  return rows.map(toTerm)
}

/** Adds a term, or changes the one of its key. */
export async function saveTerm(db: Db, term: StoredTerm, by: { signedBy: string; now: number }): Promise<void> {
  const changed = { kind: term.kind, names: term.names, note: term.note, changed_at: by.now, changed_by: by.signedBy }
  await db
    .insertInto('glossary_terms')
    .values({ id: newId<'term'>(by.now), term_key: term.key, ...changed })
    .onConflict((c) => c.column('term_key').doUpdateSet(changed))
    .execute()
}

/** True if there was one. */
export async function removeTerm(db: Db, key: string): Promise<boolean> {
  const done = await db.deleteFrom('glossary_terms').where('term_key', '=', key).executeTakeFirst()
  return Number(done.numDeletedRows) > 0
}

const toTerm = ({ term_key, kind, names, note }: GlossaryTermRow): StoredTerm => ({ key: term_key, kind, names, note })
