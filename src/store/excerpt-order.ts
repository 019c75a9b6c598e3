// The order of a basket. Positions have gaps, so that a move writes one row; when a gap is used up, all are laid out anew.

import { PostgresAdapter } from 'kysely'
import type { ExcerptId } from '../domain/excerpt.ts'
import type { Db, Tx } from './db.ts'

const GAP = 1_024

/** The place at the end of a basket. */
export async function nextPosition(db: Db, basket: string): Promise<number> {
  const { last } = await db
    .selectFrom('excerpts')
    .select((e) => e.fn.max('position').as('last'))
    .where('basket', '=', basket)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + GAP
}

export type Moved =
  /** `before`: what it stood before until now, to move it back; null = it stood at the end. */
  | { readonly kind: 'moved'; readonly before: ExcerptId | null }
  | { readonly kind: 'not-found' }
  /** `next` is not in the same basket any more. */
  | { readonly kind: 'elsewhere' }

/** Puts an excerpt before another one of its basket, or at the end. */
export async function moveInBasket(tx: Tx, id: ExcerptId, next: ExcerptId | null): Promise<Moved> {
  const row = await tx.selectFrom('excerpts').select('basket').where('id', '=', id).executeTakeFirst()
  if (!row || row.basket === null) return { kind: 'not-found' }
  const order = await readOrder(tx, row.basket)
  const at = order.findIndex((each) => each.id === id)
  const before = order[at + 1]?.id ?? null
  if (next === id || next === before) return { kind: 'moved', before }
  const rest = order.filter((each) => each.id !== id)
  const to = next === null ? rest.length : rest.findIndex((each) => each.id === next)
  if (at < 0 || to < 0) return { kind: 'elsewhere' }
  const low = rest[to - 1]?.position ?? 0
  const high = rest[to]?.position ?? low + 2 * GAP
  const middle = Math.floor((low + high) / 2)
  if (middle > low && middle < high) await setPosition(tx, id, middle)
  else await layOut(tx, [...rest.slice(0, to).map((each) => each.id), id, ...rest.slice(to).map((each) => each.id)])
  return { kind: 'moved', before }
}

type Placed = { readonly id: ExcerptId; readonly position: number }

/** The excerpts of a basket that stand, in order; on PostgreSQL nobody else moves them until the transaction ends. */
async function readOrder(tx: Tx, basket: string): Promise<Placed[]> {
  const query = tx
    .selectFrom('excerpts')
    .select(['id', 'position'])
    .where('basket', '=', basket)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
  const locked = tx.getExecutor().adapter instanceof PostgresAdapter ? query.forUpdate() : query
  return (await locked.execute()).map(({ id, position }) => ({ id: id as ExcerptId, position: position ?? 0 }))
}

async function layOut(tx: Tx, ids: readonly ExcerptId[]): Promise<void> {
  for (const [at, id] of ids.entries()) await setPosition(tx, id, (at + 1) * GAP)
}

async function setPosition(tx: Tx, id: ExcerptId, position: number): Promise<void> {
  await tx.updateTable('excerpts').set({ position }).where('id', '=', id).execute()
}
