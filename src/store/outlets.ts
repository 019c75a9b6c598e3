// Every question the desk asks about outlets. Rows stop here: callers only see domain types.

import type { Outlet, OutletId, StoredOutlet } from '../domain/outlet.ts'
import { DeskError } from '../domain/errors.ts'
import { inParts } from '../lib/in-parts.ts'
import type { Db } from './db.ts'
import type { OutletRow } from './schema.ts'

/** Adds an outlet with its domains. A domain that belongs to another outlet already is a conflict. */
export async function addOutlet(db: Db, outlet: Outlet): Promise<void> {
  await db
    .insertInto('outlets')
    .values({
      id: outlet.id,
      name: outlet.name,
      name_as_printed: outlet.nameAsPrinted,
      homepage: outlet.homepage,
      languages: JSON.stringify(outlet.languages),
      country: outlet.country,
      created_at: outlet.createdAt,
      version: 1,
      merged_into: null,
    })
    .execute()
  await addDomains(db, outlet.id, outlet.domains)
}

async function addDomains(db: Db, outletId: OutletId, domains: readonly string[]): Promise<void> {
  for (const domain of new Set(domains)) {
    const owner = await findDomainOwner(db, domain)
    if (owner && owner.id !== outletId) {
      throw new DeskError(
        'conflict',
        `${domain} already belongs to “${owner.name}”. Add the feed to that outlet instead.`,
      )
    }
    await db
      .insertInto('outlet_domains')
      .values({ domain, outlet_id: outletId })
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

async function findDomainOwner(db: Db, domain: string): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('outlet_domains')
    .innerJoin('outlets', 'outlets.id', 'outlet_domains.outlet_id')
    .select(['outlets.id', 'outlets.name'])
    .where('domain', '=', domain)
    .executeTakeFirst()
}

export type OutletChange = Partial<
  Pick<Outlet, 'name' | 'nameAsPrinted' | 'homepage' | 'languages' | 'country' | 'domains'>
>

/**
 * Changes the fields given and leaves the others.
 *
 * @param version as the person has read it; absent = whatever it is now
 * @returns false, and changes nothing, when the outlet has another version by now
 */
export async function changeOutlet(db: Db, id: OutletId, change: OutletChange, version?: number): Promise<boolean> {
  if (!(await raiseVersion(db, id, version))) return false
  const { name, nameAsPrinted, homepage, languages, country, domains } = change
  const row = {
    ...(name !== undefined && { name }),
    ...(nameAsPrinted !== undefined && { name_as_printed: nameAsPrinted }),
    ...(homepage !== undefined && { homepage }),
    ...(languages !== undefined && { languages: JSON.stringify(languages) }),
    ...(country !== undefined && { country }),
  }
  if (Object.keys(row).length > 0) await db.updateTable('outlets').set(row).where('id', '=', id).execute()
  if (domains) {
    await db.deleteFrom('outlet_domains').where('outlet_id', '=', id).execute()
    await addDomains(db, id, domains)
  }
  return true
}

/** One step that nobody else can take at the same time: of two who read the same version, one is told. */
export async function raiseVersion(db: Db, id: OutletId, version?: number): Promise<boolean> {
  let update = db
    .updateTable('outlets')
    .set((e) => ({ version: e('version', '+', 1) }))
    .where('id', '=', id)
  if (version !== undefined) update = update.where('version', '=', version)
  return (await update.returning('id').executeTakeFirst()) !== undefined
}

/** Removes an outlet that has kept nothing yet. One with items stays: its evidence needs to say who spoke. */
export async function removeOutlet(db: Db, id: OutletId): Promise<'removed' | 'has-items'> {
  const item = await db.selectFrom('items').select('id').where('outlet_id', '=', id).limit(1).executeTakeFirst()
  if (item) return 'has-items'
  await db.deleteFrom('outlet_statements').where('outlet_id', '=', id).execute()
  await db.deleteFrom('outlet_policies').where('outlet_id', '=', id).execute()
  await db
    .deleteFrom('outlet_relations')
    .where((e) => e.or([e('from_outlet', '=', id), e('to_outlet', '=', id)]))
    .execute()
  await db.deleteFrom('outlet_domains').where('outlet_id', '=', id).execute()
  await db.deleteFrom('feeds').where('outlet_id', '=', id).execute()
  await db.deleteFrom('outlets').where('id', '=', id).execute()
  return 'removed'
}

export async function findOutlet(db: Db, id: OutletId): Promise<StoredOutlet | undefined> {
  const row = await db.selectFrom('outlets').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toOutlet(row, await domainsOf(db, [row.id]))
}

/** The outlets given, by id; unknown ids are left out. */
export async function findOutlets(db: Db, ids: readonly OutletId[]): Promise<Map<OutletId, StoredOutlet>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('outlets').selectAll().where('id', 'in', ids).execute()
  const domains = await domainsOf(db, ids)
  return new Map(rows.map((row): [OutletId, StoredOutlet] => [row.id as OutletId, toOutlet(row, domains)]))
}

/** The outlet that owns a host: the host itself, or the nearest parent domain that is registered. */
export async function findOutletByDomain(db: Db, host: string): Promise<StoredOutlet | undefined> {
  return (await findOutletsByDomain(db, [host])).get(host)
}

const DOMAINS_AT_ONCE = 500

/** Host → the outlet that owns it; hosts that nobody owns are left out. */
export async function findOutletsByDomain(db: Db, hosts: readonly string[]): Promise<Map<string, StoredOutlet>> {
  const owners = new Map<string, OutletId>()
  for (const some of inParts([...new Set(hosts.flatMap(listParents))], DOMAINS_AT_ONCE)) {
    const rows = await db.selectFrom('outlet_domains').selectAll().where('domain', 'in', some).execute()
    for (const { domain, outlet_id } of rows) owners.set(domain, outlet_id as OutletId)
  }
  const outlets = await findOutlets(db, [...new Set(owners.values())])
  return new Map(
    hosts.flatMap((host): [string, StoredOutlet][] => {
      const nearest = listParents(host).find((domain) => owners.has(domain))
      const outlet = nearest === undefined ? undefined : outlets.get(owners.get(nearest) ?? ('' as OutletId))
      return outlet ? [[host, outlet]] : []
    }),
  )
}

/** A host and the domains that it lies in, the nearest first. */
function listParents(host: string): string[] {
  const labels = host.toLowerCase().split('.')
  return labels.map((_, i) => labels.slice(i).join('.'))
}

/** All outlets by name. The register is a few thousand rows at most. */
export async function listOutlets(db: Db): Promise<StoredOutlet[]> {
  const rows = await db.selectFrom('outlets').selectAll().orderBy('name').execute()
  const domains = await domainsOf(db)
  return rows.map((row) => toOutlet(row, domains))
}

async function domainsOf(db: Db, ids?: readonly string[]): Promise<Map<string, string[]>> {
  let query = db.selectFrom('outlet_domains').selectAll().orderBy('domain')
  if (ids) query = query.where('outlet_id', 'in', ids)
  const byOutlet = new Map<string, string[]>()
  for (const row of await query.execute()) {
    const known = byOutlet.get(row.outlet_id)
    if (known) known.push(row.domain)
    else byOutlet.set(row.outlet_id, [row.domain])
  }
  return byOutlet
}

function toOutlet(row: OutletRow, domains: Map<string, string[]>): StoredOutlet {
  return {
    id: row.id as OutletId,
    name: row.name,
    nameAsPrinted: row.name_as_printed,
    homepage: row.homepage,
    domains: domains.get(row.id) ?? [],
    languages: JSON.parse(row.languages) as string[],
    country: row.country,
    createdAt: row.created_at,
    version: row.version,
    mergedInto: row.merged_into as OutletId | null,
  }
}
