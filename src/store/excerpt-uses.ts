// Where excerpts were used. Records are only added: one that takes another back makes it not count, and can itself be
// taken back.

import type { ExcerptUse, ListedUse, UseId } from '../domain/excerpt-history.ts'
import type { ExcerptId } from '../domain/excerpt.ts'
import type { Db, Tx } from './db.ts'
import type { ExcerptUseRow } from './excerpt-schema.ts'
import type { Signed } from './excerpts.ts'

export async function addUse(db: Db, use: ExcerptUse): Promise<void> {
  await addRecord(db, use, null)
}

/** Takes a use back, or a taking back, by a further record. @returns false when there is no such record of the excerpt */
export async function takeUseBack(
  tx: Tx,
  { id, excerptId, takes }: { readonly id: UseId; readonly excerptId: ExcerptId; readonly takes: UseId },
  { by, at }: Signed,
): Promise<boolean> {
  const use = await tx
    .selectFrom('excerpt_uses')
    .select('place')
    .where('id', '=', takes)
    .where('excerpt_id', '=', excerptId)
    .executeTakeFirst()
  if (!use) return false
  await addRecord(tx, { id, excerptId, place: use.place, note: null, signedBy: by, signedAt: at }, takes)
  return true
}

async function addRecord(db: Db, use: ExcerptUse, removes: UseId | null): Promise<void> {
  const { id, excerptId, place, note, signedBy, signedAt } = use
  await db
    .insertInto('excerpt_uses')
    .values({ id, excerpt_id: excerptId, place, note, signed_by: signedBy, signed_at: signedAt, removes })
    .execute()
  const uses = (await listUses(db, excerptId)).filter(({ removed }) => removed === null).length
  await db.updateTable('excerpts').set({ uses }).where('id', '=', excerptId).execute()
}

/** Where an excerpt was used, the first first; also what was taken back, and says so. */
export async function listUses(db: Db, excerptId: ExcerptId): Promise<ListedUse[]> {
  const rows = await db
    .selectFrom('excerpt_uses')
    .selectAll()
    .where('excerpt_id', '=', excerptId)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  const removers = Map.groupBy(rows, ({ removes }) => removes)
  const remover = (row: ExcerptUseRow): ExcerptUseRow | undefined =>
    removers.get(row.id)?.find((each) => remover(each) === undefined)
  return (removers.get(null) ?? []).map((row) => toUse(row, remover(row)))
}

function toUse(row: ExcerptUseRow, remover: ExcerptUseRow | undefined): ListedUse {
  return {
    id: row.id as UseId,
    excerptId: row.excerpt_id as ExcerptId,
    place: row.place,
    note: row.note,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    removed: remover ? { id: remover.id as UseId, by: remover.signed_by, at: remover.signed_at } : null,
  }
}

/** Places that excerpts were used in, by name: what a person is offered when a further use is written down. */
export async function listUsePlaces(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('excerpt_uses')
    .innerJoin('excerpts', 'excerpts.id', 'excerpt_uses.excerpt_id')
    .select('place')
    .distinct()
    .where('removes', 'is', null)
    .where('excerpts.uses', '>', 0)
    .execute()
  return rows.map(({ place }) => place).toSorted((a, b) => (a < b ? -1 : 1))
}
