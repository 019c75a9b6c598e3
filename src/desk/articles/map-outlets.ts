// The register learns domains after articles have come in, and people say which outlet a printed name is: the sources then
// belong to those outlets. A domain says more than a name.

import type { OutletId } from '../../domain/outlet.ts'
import { mapSources } from '../../store/article-outlets.ts'
import type { Db } from '../../store/db.ts'
import { readDecidedNames } from './read-decided-names.ts'
import { readOwners } from './read-owners.ts'

/** Sets the outlet of every source anew. Returns how many changed. */
export async function mapOutlets(db: Db): Promise<number> {
  const ownerOf = await readOwners(db)
  const named = await readDecidedNames(db, 'outlet-name')
  return mapSources(db, (host, key) => {
    const byHost = host === null ? null : ownerOf(host)
    return byHost ?? ((named.get(key ?? '') ?? null) as OutletId | null)
  })
}
