// Merging and splitting outlets. What was moved is written down item by item, so that it can be taken back exactly;
// where something has changed since, taking it back says what.

import { sql } from 'kysely'
import type { ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { OutletId, StoredOutlet } from '../domain/outlet.ts'
import { hostOf } from '../lib/url.ts'
import type { Db, Tx } from './db.ts'
import { toMove, type Moved, type MoveId, type OutletMove } from './outlet-move-records.ts'

export type Hand = { readonly signedBy: string; readonly now: number }
type Ends = { readonly from: StoredOutlet; readonly to: StoredOutlet }

/** What a merge takes over: everything that the outlet has. */
export async function planMerge(db: Db, from: OutletId, to: OutletId): Promise<Moved & { readonly items: number }> {
  const ids = async (table: 'feeds' | 'outlet_statements') =>
    (await db.selectFrom(table).select('id').where('outlet_id', '=', from).orderBy('id').execute()).map(({ id }) => id)
  const relations = await db
    .selectFrom('outlet_relations')
    .select(['id', 'from_outlet', 'to_outlet'])
    .where((e) => e.or([e('from_outlet', '=', from), e('to_outlet', '=', from)]))
    .execute()
  // A relation between the two stays as it is: an outlet is not related to itself.
  const others = relations.filter((row) => row.from_outlet !== to && row.to_outlet !== to)
  const domains = await db.selectFrom('outlet_domains').select('domain').where('outlet_id', '=', from).execute()
  const items = await db
    .selectFrom('item_counts')
    .select(sql<number | null>`sum(n)`.as('n'))
    .where('outlet_id', '=', from)
    .executeTakeFirst()
  return {
    items: Number(items?.n ?? 0),
    feeds: await ids('feeds'),
    statements: await ids('outlet_statements'),
    domains: domains.map(({ domain }) => domain),
    newDomains: [],
    relationsFrom: others.filter((row) => row.from_outlet === from).map(({ id }) => id),
    relationsTo: others.filter((row) => row.to_outlet === from).map(({ id }) => id),
  }
}

/** Takes one outlet into another. The one that was taken in stays as a name that leads there. */
export async function mergeOutlets(tx: Tx, { from, to }: Ends, hand: Hand): Promise<OutletMove> {
  const { items: _, ...moved } = await planMerge(tx, from.id, to.id)
  const id = await writeMove(tx, 'merge', { from, to }, moved, hand)
  await sql`insert into outlet_move_items (move_id, item_id)
    select ${id}, id from items where outlet_id = ${from.id}`.execute(tx)
  await carryOver(tx, id, moved, to.id)
  await tx.updateTable('outlets').set({ merged_into: to.id }).where('id', '=', from.id).execute()
  return finishMove(tx, id)
}

export type SplitWish = { readonly feeds: readonly string[]; readonly domains: readonly string[] }

/** The items that a split takes along: those of its feeds, and those whose address lies in its domains. */
export async function listSplitItems(db: Db, from: OutletId, { feeds, domains }: SplitWish): Promise<ItemId[]> {
  const ids = new Set<string>()
  if (feeds.length > 0) {
    const rows = await db
      .selectFrom('items')
      .select('id')
      .where('outlet_id', '=', from)
      .where('feed_id', 'in', feeds)
      .execute()
    for (const { id } of rows) ids.add(id)
  }
  for (const domain of domains) {
    const rows = await db
      .selectFrom('items')
      .select(['id', 'url'])
      .where('outlet_id', '=', from)
      .where('url', 'like', `%${domain.replaceAll(/[%_\\]/g, '')}%`)
      .execute()
    for (const { id, url } of rows) if (`.${hostOf(url) ?? ''}`.endsWith(`.${domain}`)) ids.add(id)
  }
  return [...ids] as ItemId[]
}

/** @param ends.to the new outlet, which has nothing yet. @param newDomains domains that nobody had before */
export async function splitOutlet(
  tx: Tx,
  ends: Ends,
  { feeds, domains, newDomains }: SplitWish & { readonly newDomains: readonly string[] },
  hand: Hand,
): Promise<OutletMove> {
  const moved: Moved = { feeds, domains, newDomains, statements: [], relationsFrom: [], relationsTo: [] }
  const items = await listSplitItems(tx, ends.from.id, { feeds, domains: [...domains, ...newDomains] })
  const id = await writeMove(tx, 'split', ends, moved, hand)
  await addMovedItems(tx, id, items)
  await carryOver(tx, id, moved, ends.to.id)
  return finishMove(tx, id)
}

async function writeMove(
  tx: Tx,
  kind: OutletMove['kind'],
  { from, to }: Ends,
  moved: Moved,
  hand: Hand,
): Promise<MoveId> {
  const id = newId<'move'>(hand.now)
  await tx
    .insertInto('outlet_moves')
    .values({
      id,
      kind,
      at: hand.now,
      signed_by: hand.signedBy,
      from_outlet: from.id,
      to_outlet: to.id,
      from_name: from.name,
      to_name: to.name,
      items: 0,
      moved: JSON.stringify(moved),
      undone_at: null,
      undone_by: null,
      undone_notes: null,
    })
    .execute()
  return id
}

const AT_ONCE = 500

async function addMovedItems(tx: Tx, moveId: MoveId, items: readonly ItemId[]): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const rows = items.slice(start, start + AT_ONCE).map((id) => ({ move_id: moveId, item_id: id }))
    await tx
      .insertInto('outlet_move_items')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

/** Gives the items of the move, and everything else in it, to an outlet. */
async function carryOver(tx: Tx, moveId: MoveId, moved: Moved, to: OutletId): Promise<void> {
  await sql`update items set outlet_id = ${to}
    where id in (select item_id from outlet_move_items where move_id = ${moveId})`.execute(tx)
  const { feeds, statements, domains, relationsFrom, relationsTo } = moved
  if (feeds.length > 0) await tx.updateTable('feeds').set({ outlet_id: to }).where('id', 'in', feeds).execute()
  if (statements.length > 0)
    await tx.updateTable('outlet_statements').set({ outlet_id: to }).where('id', 'in', statements).execute()
  if (domains.length > 0)
    await tx.updateTable('outlet_domains').set({ outlet_id: to }).where('domain', 'in', domains).execute()
  if (relationsFrom.length > 0)
    await tx.updateTable('outlet_relations').set({ from_outlet: to }).where('id', 'in', relationsFrom).execute()
  if (relationsTo.length > 0)
    await tx.updateTable('outlet_relations').set({ to_outlet: to }).where('id', 'in', relationsTo).execute()
}

async function finishMove(tx: Tx, id: MoveId): Promise<OutletMove> {
  const { n } = await tx
    .selectFrom('outlet_move_items')
    .select((e) => e.fn.countAll().as('n'))
    .where('move_id', '=', id)
    .executeTakeFirstOrThrow()
  const row = await tx
    .updateTable('outlet_moves')
    .set({ items: Number(n) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toMove(row)
}

/** Gives back what was moved. @param extra items that are to go along: they came since, by feeds that go back */
export async function takeBackMove(
  tx: Tx,
  move: OutletMove,
  { extra, notes }: { extra: readonly ItemId[]; notes: readonly string[] },
  hand: Hand,
): Promise<OutletMove> {
  const { id, from, to, kind } = move
  const left = await keepWhatIsStillThere(tx, move)
  await sql`delete from outlet_move_items where move_id = ${id}
    and item_id not in (select id from items where outlet_id = ${to.id})`.execute(tx)
  await addMovedItems(tx, id, extra)
  await carryOver(tx, id, left, from.id)
  if (move.moved.newDomains.length > 0)
    await tx
      .deleteFrom('outlet_domains')
      .where('domain', 'in', move.moved.newDomains)
      .where('outlet_id', '=', to.id)
      .execute()
  const [lost, found] = kind === 'merge' ? [from.id, null] : [to.id, from.id]
  await tx.updateTable('outlets').set({ merged_into: found }).where('id', '=', lost).execute()
  await tx
    .updateTable('outlet_moves')
    .set({ undone_at: hand.now, undone_by: hand.signedBy, undone_notes: JSON.stringify(notes) })
    .where('id', '=', id)
    .execute()
  return finishMove(tx, id)
}

/** What has gone on to a third outlet meanwhile is not pulled back from there. */
async function keepWhatIsStillThere(tx: Tx, { moved, to }: OutletMove): Promise<Moved> {
  const still = async (table: 'feeds' | 'outlet_statements', ids: readonly string[]) => {
    if (ids.length === 0) return []
    const rows = await tx.selectFrom(table).select('id').where('id', 'in', ids).where('outlet_id', '=', to.id).execute()
    return rows.map((row) => row.id)
  }
  const domains =
    moved.domains.length === 0
      ? []
      : await tx
          .selectFrom('outlet_domains')
          .select('domain')
          .where('domain', 'in', moved.domains)
          .where('outlet_id', '=', to.id)
          .execute()
  return {
    ...moved,
    feeds: await still('feeds', moved.feeds),
    statements: await still('outlet_statements', moved.statements),
    domains: domains.map(({ domain }) => domain),
  }
}
