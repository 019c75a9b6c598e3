// The outlets by every name that a person may use in a query: the desk's, the printed one, those stated in other scripts,
// and the names of outlets that were merged into others since.

import { isValidOn, type OutletId, type StoredOutlet } from '../../domain/outlet.ts'
import type { Db } from '../db.ts'
import { listOutlets } from '../outlets.ts'
import { listStatements } from '../statements.ts'

/** An outlet stands in it once for each of its names. */
export async function listNamedOutlets(db: Db): Promise<StoredOutlet[]> {
  const outlets = await listOutlets(db)
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]))
  const names = (await listStatements(db)).filter((one) => one.kind === 'name' && isValidOn(one, null))
  const stated = names.flatMap(({ outletId, value }) => {
    const outlet = byId.get(outletId)
    return outlet ? [{ ...outlet, nameAsPrinted: value }] : []
  })
  return [...outlets, ...stated].map((outlet) => ({ ...outlet, id: followMerges(outlet.id, byId) }))
}

/** Where the items of an outlet are now. Merges never lead in a circle: a merged outlet takes nothing in. */
function followMerges(id: OutletId, byId: ReadonlyMap<OutletId, StoredOutlet>): OutletId {
  let at = id
  for (let next = byId.get(at)?.mergedInto; next; next = byId.get(at)?.mergedInto) at = next
  return at
}
