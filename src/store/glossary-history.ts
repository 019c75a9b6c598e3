// What deeds changed in the glossary: by deed, to take it back; by term, to see who did what.

import type { Db } from './db.ts'
import type { GlossaryDeedId, StoredTerm } from './glossary.ts'
import type { GlossaryChangeRow } from './translation-desk-schema.ts'

export type TermChange = {
  readonly deedId: GlossaryDeedId
  readonly key: string
  readonly before: StoredTerm | null
  readonly after: StoredTerm | null
  readonly signedBy: string
  readonly signedAt: number
  readonly isUndone: boolean
}

/** What one deed changed. */
export async function listChangesOf(db: Db, deedId: GlossaryDeedId): Promise<TermChange[]> {
  const rows = await db.selectFrom('glossary_changes').selectAll().where('deed_id', '=', deedId).execute()
  return rows.map(toChange)
}

/** The history of one term, the latest first. */
export async function listTermHistory(db: Db, key: string, limit = 100): Promise<TermChange[]> {
  const rows = await db
    .selectFrom('glossary_changes')
    .selectAll()
    .where('term_key', '=', key)
    .orderBy('signed_at', 'desc')
    .orderBy('deed_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toChange)
}

/** Another one after every change: changes are only ever added. */
export async function readGlossaryStamp(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('glossary_changes')
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function markUndone(db: Db, deedId: GlossaryDeedId): Promise<void> {
  await db.updateTable('glossary_changes').set({ undone: 1 }).where('deed_id', '=', deedId).execute()
}

function toChange(row: GlossaryChangeRow): TermChange {
  return {
    deedId: row.deed_id as GlossaryDeedId,
    key: row.term_key,
    before: row.before === null ? null : (JSON.parse(row.before) as StoredTerm),
    after: row.after === null ? null : (JSON.parse(row.after) as StoredTerm),
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    isUndone: row.undone === 1,
  }
}
