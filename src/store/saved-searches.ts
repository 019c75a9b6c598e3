// Saved searches and the alerts that watch them.

import type { Alert, AlertId, Channel, Digest, SavedSearch, SearchId, SearchOrder } from '../domain/alert.ts'
import type { Db } from './db.ts'
import type { AlertRow, SavedSearchRow } from './schema.ts'

export async function addSearch(db: Db, search: SavedSearch): Promise<void> {
  const { id, name, query, order, version, createdAt, changedAt } = search
  await db
    .insertInto('saved_searches')
    .values({ id, name, query, sort: order, version, created_at: createdAt, changed_at: changedAt })
    .execute()
}

/** All saved searches, by name. */
export async function listSearches(db: Db): Promise<SavedSearch[]> {
  return (await db.selectFrom('saved_searches').selectAll().orderBy('name').orderBy('id').execute()).map(toSearch)
}

export async function findSearch(db: Db, id: SearchId): Promise<SavedSearch | undefined> {
  const row = await db.selectFrom('saved_searches').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSearch(row)
}

export type SearchChange = Partial<Pick<SavedSearch, 'name' | 'query' | 'order'>>

/** @returns false, and changes nothing, when the search has another version by now */
export async function changeSearch(
  db: Db,
  id: SearchId,
  change: SearchChange,
  { version, now }: { version: number; now: number },
): Promise<boolean> {
  const { name, query, order } = change
  const fields = {
    ...(name !== undefined && { name }),
    ...(query !== undefined && { query }),
    ...(order !== undefined && { sort: order }),
  }
  const changed = await db
    .updateTable('saved_searches')
    .set((e) => ({ ...fields, changed_at: now, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  // An alert on another question begins anew: what lies here already is not told.
  if (changed && query !== undefined)
    await db.updateTable('alerts').set({ since: now }).where('search_id', '=', id).execute()
  return changed !== undefined
}

/** Removes a search with its alerts and what they have said. */
export async function removeSearch(db: Db, id: SearchId, version: number): Promise<boolean> {
  const search = await db
    .selectFrom('saved_searches')
    .select('id')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!search) return false
  for (const alert of await listAlerts(db, id)) await removeAlert(db, alert.id)
  await db.deleteFrom('saved_searches').where('id', '=', id).execute()
  return true
}

export async function addAlert(db: Db, alert: Alert, secret: string | null): Promise<void> {
  const { id, searchId, channel, digest, state, version, since } = alert
  await db
    .insertInto('alerts')
    .values({
      id,
      search_id: searchId,
      channel: JSON.stringify(channel),
      secret,
      digest: JSON.stringify(digest),
      state,
      version,
      since,
    })
    .execute()
}

/** The alerts of one search, or all, in the order in which they were made. */
export async function listAlerts(db: Db, searchId?: SearchId): Promise<Alert[]> {
  let query = db.selectFrom('alerts').selectAll().orderBy('id')
  if (searchId) query = query.where('search_id', '=', searchId)
  return (await query.execute()).map(toAlert)
}

export async function findAlert(db: Db, id: AlertId): Promise<Alert | undefined> {
  const row = await db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAlert(row)
}

/** What signs the webhooks of an alert. */
export async function findSecret(db: Db, id: AlertId): Promise<string | null> {
  const row = await db.selectFrom('alerts').select('secret').where('id', '=', id).executeTakeFirst()
  return row?.secret ?? null
}

export type AlertChange = { readonly digest?: Digest; readonly state?: Alert['state']; readonly secret?: string }

/** An alert that is turned on again tells of what comes from then on. */
export async function changeAlert(
  db: Db,
  id: AlertId,
  { digest, state, secret }: AlertChange,
  { version, now }: { version: number; now: number },
): Promise<boolean> {
  const fields = {
    ...(digest !== undefined && { digest: JSON.stringify(digest) }),
    ...(state !== undefined && { state }),
    ...(state === 'on' && { since: now }),
    ...(secret !== undefined && { secret }),
  }
  const changed = await db
    .updateTable('alerts')
    .set((e) => ({ ...fields, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

export async function removeAlert(db: Db, id: AlertId): Promise<void> {
  await db.deleteFrom('alert_hits').where('alert_id', '=', id).execute()
  await db.deleteFrom('alert_deliveries').where('alert_id', '=', id).execute()
  await db.deleteFrom('alerts').where('id', '=', id).execute()
}

function toSearch(row: SavedSearchRow): SavedSearch {
  return {
    id: row.id as SearchId,
    name: row.name,
    query: row.query,
    order: row.sort as SearchOrder,
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

function toAlert(row: AlertRow): Alert {
  return {
    id: row.id as AlertId,
    searchId: row.search_id as SearchId,
    channel: JSON.parse(row.channel) as Channel,
    digest: JSON.parse(row.digest) as Digest,
    state: row.state as Alert['state'],
    version: row.version,
    since: row.since,
  }
}
