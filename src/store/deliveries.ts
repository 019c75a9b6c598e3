// Messages of alerts: what is to be sent when, and how it went.

import type { AlertId, Delivery, DeliveryId, DeliveryState } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { Db } from './db.ts'

/** The message of an alert for one moment; made when there is none. One that has gone out takes nothing more in. */
export async function openDelivery(
  db: Db,
  alertId: AlertId,
  dueAt: number,
  now: number,
): Promise<{ readonly id: DeliveryId; readonly isOpen: boolean }> {
  await db
    .insertInto('alert_deliveries')
    .values({
      id: newId<'delivery'>(now),
      alert_id: alertId,
      state: 'waiting',
      due_at: dueAt,
      attempts: 0,
      reason: null,
      sent_at: null,
      next_try_at: dueAt,
    })
    .onConflict((c) => c.columns(['alert_id', 'due_at']).doNothing())
    .execute()
  const row = await db
    .selectFrom('alert_deliveries')
    .select(['id', 'state'])
    .where('alert_id', '=', alertId)
    .where('due_at', '=', dueAt)
    .executeTakeFirstOrThrow()
  return { id: row.id as DeliveryId, isOpen: row.state === 'waiting' }
}

export async function findDelivery(db: Db, id: DeliveryId): Promise<Delivery | undefined> {
  return (await listWhere(db, { id }, 1))[0]
}

/** The latest first. */
export async function listDeliveries(db: Db, alertId: AlertId, limit: number): Promise<Delivery[]> {
  return listWhere(db, { alertId }, limit)
}

/** Alert → its latest message. */
export async function findLastDeliveries(db: Db): Promise<Map<AlertId, Delivery>> {
  const alerts = await db.selectFrom('alerts').select('id').execute()
  const last = new Map<AlertId, Delivery>()
  for (const { id } of alerts) {
    const [delivery] = await listDeliveries(db, id as AlertId, 1)
    if (delivery) last.set(delivery.alertId, delivery)
  }
  return last
}

async function listWhere(
  db: Db,
  { id, alertId }: { id?: DeliveryId; alertId?: AlertId },
  limit: number,
): Promise<Delivery[]> {
  let query = db
    .selectFrom('alert_deliveries')
    .selectAll()
    .select((e) =>
      e
        .selectFrom('alert_hits')
        .select((h) => h.fn.countAll().as('n'))
        .whereRef('alert_hits.delivery_id', '=', 'alert_deliveries.id')
        .as('items'),
    )
    .orderBy('due_at', 'desc')
    .limit(limit)
  if (id) query = query.where('id', '=', id)
  if (alertId) query = query.where('alert_id', '=', alertId)
  return (await query.execute()).map((row) => ({
    id: row.id as DeliveryId,
    alertId: row.alert_id as AlertId,
    state: row.state as DeliveryState,
    items: Number(row.items ?? 0),
    dueAt: row.due_at,
    attempts: row.attempts,
    reason: row.reason,
    sentAt: row.sent_at,
    nextTryAt: row.next_try_at,
  }))
}

/** The items of a message, in the order in which they came. */
export async function listDeliveryItems(db: Db, id: DeliveryId): Promise<ItemId[]> {
  const rows = await db
    .selectFrom('alert_hits')
    .select('item_id')
    .where('delivery_id', '=', id)
    .orderBy('found_at')
    .orderBy('item_id')
    .execute()
  return rows.map((row) => row.item_id as ItemId)
}

export async function markSent(db: Db, id: DeliveryId, now: number): Promise<void> {
  await db
    .updateTable('alert_deliveries')
    .set((e) => ({ state: 'sent', sent_at: now, next_try_at: null, reason: null, attempts: e('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** @param nextTryAt null = it is given up */
export async function markNotSent(db: Db, id: DeliveryId, reason: string, nextTryAt: number | null): Promise<void> {
  await db
    .updateTable('alert_deliveries')
    .set((e) => ({
      state: nextTryAt === null ? 'given-up' : 'waiting',
      reason,
      next_try_at: nextTryAt,
      attempts: e('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** A message that was given up waits again; false when there is no such. */
export async function reopenDelivery(db: Db, id: DeliveryId, now: number): Promise<boolean> {
  const reopened = await db
    .updateTable('alert_deliveries')
    .set({ state: 'waiting', next_try_at: now, attempts: 0 })
    .where('id', '=', id)
    .where('state', '!=', 'sent')
    .returning('id')
    .executeTakeFirst()
  return reopened !== undefined
}

/** Items that joined a message while it was on its way go into another. */
export async function moveUnsent(db: Db, from: DeliveryId, sent: readonly ItemId[], to: DeliveryId): Promise<void> {
  await db
    .updateTable('alert_hits')
    .set({ delivery_id: to })
    .where('delivery_id', '=', from)
    .where('item_id', 'not in', sent)
    .execute()
}
