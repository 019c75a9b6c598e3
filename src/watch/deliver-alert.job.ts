// Sends the message of an alert. A message that was sent just before a kill may be sent once more, with the same id:
// nothing in the world outside can be written together with our records. What an alert finds, it finds once all the same.

import type { Alert, Delivery } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Jobs } from '../domain/job.ts'
import type { Http } from '../lib/http.ts'
import type { Db, Tx } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import {
  findDelivery,
  listDeliveryItems,
  markNotSent,
  markSent,
  moveUnsent,
  openDelivery,
} from '../store/deliveries.ts'
import { findItems } from '../store/items.ts'
import { findOutletNames } from '../store/outlet-names.ts'
import { deliverJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReadingHeads } from '../store/reading-heads.ts'
import { findAlert, findSearch, findSecret } from '../store/saved-searches.ts'
import { findTargetLanguage } from '../store/settings.ts'
import { findHeads } from '../store/translated-heads.ts'
import { composeMail, composeWebhook, type AlertMessage, type FoundItem } from './compose-message.ts'
import { nextDigest } from './next-digest.ts'
import type { SendMail } from './send-mail.ts'
import type { SendResult } from './send-result.ts'
import { sendWebhook } from './send-webhook.ts'

export type DeliverTools = {
  readonly db: Db
  readonly queue: Queue
  readonly now: () => number
  readonly http: Pick<Http, 'fetch'>
  /** null = no mail server is configured. */
  readonly sendMail: SendMail | null
  /** Into what pages are translated, unless the settings say otherwise. */
  readonly translation?: { readonly to: string }
}

/** Items named in one message; the rest are counted. */
const MOST_NAMED = 100
const MINUTE = 60_000
/** After the first try; a receiver that is away for two days is told nothing more by itself. */
const PAUSES = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE)

/** Sends one message and says when to try again, if it did not go. What is not waiting any more is left alone. */
export async function deliverAlert(tools: DeliverTools, { deliveryId }: Jobs['watch.deliver']): Promise<Deed> {
  const delivery = await findDelivery(tools.db, deliveryId)
  const alert = delivery && (await findAlert(tools.db, delivery.alertId))
  if (delivery?.state !== 'waiting' || !alert) return nothingToDo
  if (alert.state === 'off')
    return { outcome: 'an alert that is off', save: (tx) => markNotSent(tx, delivery.id, 'The alert is off.', null) }
  const itemIds = await listDeliveryItems(tools.db, delivery.id)
  const message = await loadMessage(tools, delivery, alert, itemIds)
  if (!message) return nothingToDo
  const result = await send(tools, alert, message)
  return result.kind === 'sent'
    ? { outcome: `${message.search.name}: told`, save: (tx) => saveSent(tx, tools, { delivery, alert, itemIds }) }
    : {
        outcome: `${message.search.name}: ${result.reason}`,
        trouble: true,
        save: (tx) => saveFailed(tx, tools, { delivery, alert, result }),
      }
}

async function send(tools: DeliverTools, alert: Alert, message: AlertMessage): Promise<SendResult> {
  const { channel } = alert
  if (channel.kind === 'email') {
    if (!tools.sendMail) return { kind: 'not-sent', reason: 'No mail server is configured. Set “smtp” and “mailFrom”.' }
    return tools.sendMail({ id: message.deliveryId, to: channel.to, ...composeMail(message) })
  }
  if (channel.kind === 'desk') return { kind: 'sent' }
  const secret = (await findSecret(tools.db, alert.id)) ?? ''
  const body = composeWebhook(message)
  return sendWebhook(tools.http, { url: channel.url, id: message.deliveryId, at: tools.now(), body, secret })
}

type Sent = { readonly delivery: Delivery; readonly alert: Alert; readonly itemIds: readonly ItemId[] }

async function saveSent(tx: Tx, tools: DeliverTools, { delivery, alert, itemIds }: Sent): Promise<void> {
  const now = tools.now()
  await markSent(tx, delivery.id, now)
  const all = await listDeliveryItems(tx, delivery.id)
  if (all.length === itemIds.length) return
  // Some joined while the message was on its way.
  const dueAt = nextDigest({ kind: 'at-once' }, now)
  const next = await openDelivery(tx, alert.id, dueAt, now)
  await moveUnsent(tx, delivery.id, itemIds, next.id)
  await tools.queue.enqueue(tx, [deliverJob(next.id, alert.channel, dueAt)])
}

type Failed = { readonly delivery: Delivery; readonly alert: Alert; readonly result: { readonly reason: string } }

async function saveFailed(tx: Tx, tools: DeliverTools, { delivery, alert, result }: Failed): Promise<void> {
  const pause = PAUSES[delivery.attempts]
  const nextTryAt = pause === undefined ? null : tools.now() + pause
  await markNotSent(tx, delivery.id, result.reason, nextTryAt)
  if (nextTryAt !== null) await tools.queue.enqueue(tx, [deliverJob(delivery.id, alert.channel, nextTryAt)])
}

async function loadMessage(
  { db, translation }: DeliverTools,
  delivery: Delivery,
  alert: Alert,
  itemIds: readonly ItemId[],
): Promise<AlertMessage | undefined> {
  const search = await findSearch(db, alert.searchId)
  if (!search || itemIds.length === 0) return undefined
  const { id, name, query } = search
  const to = await findTargetLanguage(db, translation?.to)
  const items = await describeItems(db, itemIds.slice(0, MOST_NAMED), to)
  const more = itemIds.length - items.length
  return { deliveryId: delivery.id, alertId: alert.id, search: { id, name, query }, items, more }
}

async function describeItems(db: Db, ids: readonly ItemId[], to: string): Promise<FoundItem[]> {
  const items = await findItems(db, ids)
  const names = await findOutletNames(db, [...new Set(items.map(({ outletId }) => outletId))])
  const heads = await findReadingHeads(
    db,
    items.flatMap(({ readingId }) => readingId ?? []),
  )
  const translations = await findHeads(db, ids, to)
  return items.map(({ id, url, promisedTitle, promisedAt, seenAt, language, readingId, outletId }) => ({
    id,
    title: (readingId === null ? null : heads.get(readingId)?.title) ?? promisedTitle,
    translation: translations.get(id) ?? null,
    language,
    outlet: names.get(outletId)?.name ?? '',
    url,
    publishedAt: promisedAt,
    seenAt,
  }))
}
