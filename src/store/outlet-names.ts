// The names of outlets, for lists that show who speaks.

import type { Outlet, OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'

export type OutletName = Pick<Outlet, 'id' | 'name' | 'nameAsPrinted'>

/** The names of the outlets given, by id; unknown ids are left out. */
export async function findOutletNames(db: Db, ids: readonly OutletId[]): Promise<Map<OutletId, OutletName>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('outlets').select(['id', 'name', 'name_as_printed']).where('id', 'in', ids).execute()
  return new Map(
    rows.map((row) => {
      const id = row.id as OutletId
      return [id, { id, name: row.name, nameAsPrinted: row.name_as_printed }]
    }),
  )
}
