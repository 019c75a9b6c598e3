// Outlets as articles print them: names, descriptors, domains, and where the register knows them.

import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'

/** One way in which a source's outlet is printed, with how often. */
export type OutletPrint = {
  readonly key: string
  readonly name: string
  readonly descriptor: string | null
  readonly host: string | null
  readonly outletId: OutletId | null
  readonly count: number
  /** EDTF of the first and the last source that prints it so. */
  readonly from: string | null
  readonly to: string | null
}

/** Every print of every outlet. At most a few thousand rows for the digests of twenty years. */
export async function listOutletPrints(db: Db): Promise<OutletPrint[]> {
  const rows = await db
    .selectFrom('article_sources')
    .select(['outlet_key', 'outlet', 'descriptor', 'host', 'outlet_id'])
    .select((e) => [e.fn.countAll().as('n'), e.fn.min('date').as('from'), e.fn.max('date').as('to')])
    .where('outlet_key', 'is not', null)
    .groupBy(['outlet_key', 'outlet', 'descriptor', 'host', 'outlet_id'])
    .orderBy('outlet_key')
    .orderBy('outlet')
    .orderBy('descriptor')
    .orderBy('host')
    .execute()
  return rows.map((row) => ({
    key: row.outlet_key ?? '',
    name: row.outlet ?? '',
    descriptor: row.descriptor,
    host: row.host,
    outletId: row.outlet_id as OutletId | null,
    count: Number(row.n),
    from: row.from,
    to: row.to,
  }))
}

/** Sets the outlet of every source by its host and the folded name of its outlet. Returns how many changed. */
export async function mapSources(
  db: Db,
  ownerOf: (host: string | null, key: string | null) => OutletId | null,
): Promise<number> {
  const prints = await db.selectFrom('article_sources').select(['host', 'outlet_key', 'outlet_id']).distinct().execute()
  let changed = 0
  for (const { host, outlet_key, outlet_id } of prints) {
    const owner = ownerOf(host, outlet_key)
    if (owner === outlet_id) continue
    const end = await db
      .updateTable('article_sources')
      .set({ outlet_id: owner })
      .where('host', host === null ? 'is' : '=', host)
      .where('outlet_key', outlet_key === null ? 'is' : '=', outlet_key)
      .where('outlet_id', outlet_id === null ? 'is' : '=', outlet_id)
      .executeTakeFirst()
    changed += Number(end.numUpdatedRows)
  }
  return changed
}
