// Taking a merge or a split back: exactly, or with a word on everything that has changed since.

import type { ItemId } from '../domain/feed.ts'
import type { Db, Tx } from './db.ts'
import { countGoneOn, findMove, listItemsSince, type MoveId, type OutletMove } from './outlet-move-records.ts'
import { takeBackMove, type Hand } from './outlet-moves.ts'
import { findOutlet, raiseVersion } from './outlets.ts'

export type UndoMoveEnd =
  | { readonly kind: 'done'; readonly move: OutletMove; readonly notes: readonly string[] }
  | { readonly kind: 'no-such-move' }
  | { readonly kind: 'undone-already' }
  /** Something has changed since: what, in sentences. Nothing was done. */
  | { readonly kind: 'changed-since'; readonly notes: readonly string[] }

/** @param anyway true = take back what can be, and say what could not */
export async function undoMove(tx: Tx, id: MoveId, anyway: boolean, hand: Hand): Promise<UndoMoveEnd> {
  const move = await findMove(tx, id)
  if (!move) return { kind: 'no-such-move' }
  if (move.undone) return { kind: 'undone-already' }
  const since = await listItemsSince(tx, move)
  const changes = await describeChanges(tx, move)
  if (changes.length > 0 && !anyway) return { kind: 'changed-since', notes: changes }
  const notes = [...changes, ...tellNewcomers(since, move)]
  const done = await takeBackMove(tx, move, { extra: since, notes }, hand)
  await raiseVersion(tx, move.from.id)
  await raiseVersion(tx, move.to.id)
  return { kind: 'done', move: done, notes }
}

function tellNewcomers(since: readonly ItemId[], move: OutletMove): string[] {
  return since.length === 0
    ? []
    : [`${since.length} items that came since went back to “${move.from.name}” with their feeds.`]
}

async function describeChanges(db: Db, move: OutletMove): Promise<string[]> {
  const { moved, from, to } = move
  const gone = await countGoneOn(db, move)
  const feeds = await countElsewhere(db, 'feeds', moved.feeds, to.id)
  const statements = await countElsewhere(db, 'outlet_statements', moved.statements, to.id)
  const kept = new Set((await findOutlet(db, to.id))?.domains)
  const domains = [...moved.domains, ...moved.newDomains].filter((domain) => !kept.has(domain))
  const lost = await findOutlet(db, move.kind === 'merge' ? from.id : to.id)
  const isOther = move.kind === 'merge' ? lost?.mergedInto !== to.id : lost?.mergedInto !== null
  return [
    ...(gone > 0 ? [`${gone} items have been moved on to another outlet.`] : []),
    ...(feeds > 0 ? [`${feeds} feeds are not “${to.name}”’s any more.`] : []),
    ...(statements > 0 ? [`${statements} statements are not “${to.name}”’s any more.`] : []),
    ...(domains.length > 0 ? [`These domains are not “${to.name}”’s any more: ${domains.join(', ')}.`] : []),
    ...(isOther ? [`“${lost?.name ?? to.name}” has been merged elsewhere since.`] : []),
    ...(move.kind === 'split' ? await describeGrowth(db, move) : []),
  ]
}

/** Of a split, what the new outlet has got of its own: it would be left with an outlet that is hidden. */
async function describeGrowth(db: Db, move: OutletMove): Promise<string[]> {
  const own = async (table: 'feeds' | 'outlet_statements', known: readonly string[]) => {
    const rows = await db.selectFrom(table).select('id').where('outlet_id', '=', move.to.id).execute()
    return rows.filter(({ id }) => !known.includes(id)).length
  }
  const feeds = await own('feeds', move.moved.feeds)
  const statements = await own('outlet_statements', move.moved.statements)
  return [
    ...(feeds > 0 ? [`“${move.to.name}” has ${feeds} feeds of its own since; they stay with it.`] : []),
    ...(statements > 0 ? [`“${move.to.name}” has ${statements} statements of its own since; they stay with it.`] : []),
  ]
}

async function countElsewhere(
  db: Db,
  table: 'feeds' | 'outlet_statements',
  ids: readonly string[],
  outletId: string,
): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', 'in', ids)
    .where('outlet_id', '=', outletId)
    .execute()
  return ids.length - rows.length
}
