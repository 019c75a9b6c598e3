// Acts on many excerpts: which revisions they made, and the excerpts as they stand while one is done.

import { PostgresAdapter } from 'kysely'
import type { ExcerptDeed } from '../domain/excerpt-history.ts'
import type { ExcerptId } from '../domain/excerpt.ts'
import type { Id } from '../domain/id.ts'
import type { Db, Tx } from './db.ts'
import { toExcerpt, type StoredExcerpt } from './excerpts.ts'

const AT_ONCE = 500

/** The excerpts as they stand; nobody else changes them until the transaction ends. Unknown ids are left out. */
export async function findExcerptsForChange(tx: Tx, ids: readonly ExcerptId[]): Promise<Map<ExcerptId, StoredExcerpt>> {
  const standing = new Map<ExcerptId, StoredExcerpt>()
  const isPostgres = tx.getExecutor().adapter instanceof PostgresAdapter
  // In the order of their ids, so that two who lock the same ones do not wait for each other.
  const sorted = [...new Set(ids)].toSorted()
  for (let start = 0; start < sorted.length; start += AT_ONCE) {
    const some = sorted.slice(start, start + AT_ONCE)
    const query = tx.selectFrom('excerpts').selectAll().where('id', 'in', some).orderBy('id')
    const rows = await (isPostgres ? query.forUpdate() : query).execute()
    for (const row of rows) standing.set(row.id as ExcerptId, toExcerpt(row))
  }
  return standing
}

export type DeedRevision = {
  readonly excerptId: ExcerptId
  readonly number: number
  readonly deed: ExcerptDeed
  readonly positionBefore: number | null
}

/** The revisions that a deed made. */
export async function listDeedRevisions(db: Db, deedId: Id<'deed'>): Promise<DeedRevision[]> {
  const rows = await db
    .selectFrom('excerpt_revisions')
    .select(['excerpt_id', 'number', 'deed', 'position_before'])
    .where('deed_id', '=', deedId)
    .orderBy('id')
    .execute()
  return rows.map(({ excerpt_id, number, deed, position_before }) => ({
    excerptId: excerpt_id as ExcerptId,
    number,
    deed: deed as ExcerptDeed,
    positionBefore: position_before,
  }))
}
