// The register learns domains after articles have come in: their sources then belong to its outlets.

import { mapSources } from '../../store/article-outlets.ts'
import type { Db } from '../../store/db.ts'
import { readOwners } from './read-owners.ts'

/** Sets the outlet of every source anew by the domains of the register. Returns how many changed. */
export async function mapOutlets(db: Db): Promise<number> {
  return mapSources(db, await readOwners(db))
}
