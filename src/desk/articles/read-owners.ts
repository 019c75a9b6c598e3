// Whose a host is, as the register says now.

import type { OutletId } from '../../domain/outlet.ts'
import type { Db } from '../../store/db.ts'
import { listOutlets } from '../../store/outlets.ts'

export type OwnerOf = (host: string) => OutletId | null

/** The outlet that owns a host: the host itself, or the nearest parent domain that is registered. */
export async function readOwners(db: Db): Promise<OwnerOf> {
  const owners = new Map(
    (await listOutlets(db)).flatMap(({ id, domains }) => domains.map((domain): [string, OutletId] => [domain, id])),
  )
  return (host) => {
    const labels = host.split('.')
    const nearest = labels.map((_, at) => labels.slice(at).join('.')).find((domain) => owners.has(domain))
    return nearest === undefined ? null : (owners.get(nearest) ?? null)
  }
}
