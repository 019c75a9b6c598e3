// Alerts on saved searches: where what is found is told, how it went, and what was found in the desk itself.

import { createRoute } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import type { Alert, AlertId, Channel, SearchId } from '../../domain/alert.ts'
import { newId, parseId } from '../../domain/id.ts'
import { findDestination } from '../../lib/url-guard.ts'
import {
  countUnseen,
  listNotices,
  markNoticesSeen,
  type NoticePlace,
  type StoredNotice,
} from '../../store/alert-hits.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Db } from '../../store/db.ts'
import { findDelivery, listDeliveries, reopenDelivery } from '../../store/deliveries.ts'
import { findItems } from '../../store/items.ts'
import { deliverJob } from '../../store/queue/new-jobs.ts'
import { addAlert, changeAlert, findAlert, findSearch, removeAlert } from '../../store/saved-searches.ts'
import { newWebhookSecret } from '../../watch/send-webhook.ts'
import type { Api } from '../api.ts'
import { loadItemRows } from '../present/item-rows.ts'
import { loadAlert } from '../present/searches.ts'
import { queuedShape } from '../shapes/feed.ts'
import {
  alertChangeShape,
  alertMadeShape,
  alertToAddShape,
  deliveryListShape,
  noticeListShape,
  noticeQueryShape,
  noticesSeenShape,
} from '../shapes/saved-search.ts'
import type { TargetTools } from '../target-language.ts'
import type { ServerTools } from '../tools.ts'
import {
  definedOnly,
  idParamsShape,
  jsonAnswer,
  jsonBody,
  notFound,
  problemAnswer,
  readId,
  stale,
} from './route-parts.ts'

const tags = ['alerts']

const addRoute = createRoute({
  method: 'post',
  path: '/api/searches/{id}/alerts',
  operationId: 'addAlert',
  tags,
  summary: 'Be told of new pages that answer a saved search',
  description:
    'In the desk, by mail, or by webhook (Standard Webhooks: signed with HMAC-SHA256). Old pages are not announced.',
  request: { params: idParamsShape, body: jsonBody(alertToAddShape) },
  responses: { 201: jsonAnswer(alertMadeShape, 'The alert; `secret` is shown this once'), ...problemAnswer },
})

const changeRoute = createRoute({
  method: 'patch',
  path: '/api/alerts/{id}',
  operationId: 'changeAlert',
  tags,
  summary: 'Turn an alert on or off, change its digest, or make a new secret',
  request: { params: idParamsShape, body: jsonBody(alertChangeShape) },
  responses: { 200: jsonAnswer(alertMadeShape, 'The alert as it is now'), ...problemAnswer },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/alerts/{id}',
  operationId: 'removeAlert',
  tags,
  summary: 'Remove an alert and what it has found',
  request: { params: idParamsShape },
  responses: { 204: { description: 'Removed' }, ...problemAnswer },
})

const deliveriesRoute = createRoute({
  method: 'get',
  path: '/api/alerts/{id}/deliveries',
  operationId: 'listDeliveries',
  tags,
  summary: 'The messages of an alert, the latest first, with the reason where one failed',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(deliveryListShape, 'The latest 100'), ...problemAnswer },
})

const retryRoute = createRoute({
  method: 'post',
  path: '/api/deliveries/{id}/retry',
  operationId: 'retryDelivery',
  tags,
  summary: 'Send a message again that did not go out',
  request: { params: idParamsShape },
  responses: { 202: jsonAnswer(queuedShape, 'In the queue'), ...problemAnswer },
})

const noticesRoute = createRoute({
  method: 'get',
  path: '/api/notices',
  operationId: 'listNotices',
  tags,
  summary: 'What alerts in the desk have found, the latest first',
  request: { query: noticeQueryShape },
  responses: { 200: jsonAnswer(noticeListShape, 'A page of the list'), ...problemAnswer },
})

const seenRoute = createRoute({
  method: 'post',
  path: '/api/notices/seen',
  operationId: 'markNoticesSeen',
  tags,
  summary: 'Everything found up to a moment counts as seen',
  request: { body: jsonBody(noticesSeenShape) },
  responses: { 204: { description: 'Noted' }, ...problemAnswer },
})

export function addAlertRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(addRoute, async (c) => {
    const searchId: SearchId = readId(c.req.valid('param').id)
    const { channel, digest } = c.req.valid('json')
    if (!(await findSearch(db, searchId))) throw notFound('search')
    checkChannel(channel, tools)
    const alert: Alert = { id: newId(now()), searchId, channel, digest, state: 'on', version: 1, since: now() }
    const secret = channel.kind === 'webhook' ? newWebhookSecret() : null
    await addAlert(db, alert, secret)
    return c.json({ ...(await loadAlert(db, alert)), secret }, 201)
  })

  api.openapi(changeRoute, async (c) => {
    const id: AlertId = readId(c.req.valid('param').id)
    const { version, newSecret, ...wish } = c.req.valid('json')
    const alert = await getAlert(db, id)
    if (newSecret && alert.channel.kind !== 'webhook')
      throw new DeskError('bad-input', 'Only webhooks are signed, so only they have a secret.')
    const secret = newSecret ? newWebhookSecret() : null
    const change = { ...definedOnly(wish), ...(secret === null ? {} : { secret }) }
    const changed = await inTransaction(db, (tx) => changeAlert(tx, id, change, { version, now: now() }))
    if (!changed) throw stale('alert', await loadAlert(db, alert), wish)
    return c.json({ ...(await loadAlert(db, await getAlert(db, id))), secret }, 200)
  })

  api.openapi(removeRoute, async (c) => {
    const alert = await getAlert(db, readId(c.req.valid('param').id))
    await inTransaction(db, (tx) => removeAlert(tx, alert.id))
    return c.body(null, 204)
  })

  addDeliveryRoutes(api, tools)
  addNoticeRoutes(api, tools)
}

function addDeliveryRoutes(api: Api, { db, queue, now, wake }: ServerTools): void {
  api.openapi(deliveriesRoute, async (c) => {
    const alert = await getAlert(db, readId(c.req.valid('param').id))
    return c.json({ deliveries: await listDeliveries(db, alert.id, 100) }, 200)
  })

  api.openapi(retryRoute, async (c) => {
    const delivery = await findDelivery(db, readId(c.req.valid('param').id))
    const alert = delivery && (await findAlert(db, delivery.alertId))
    if (!delivery || !alert) throw notFound('delivery')
    await inTransaction(db, async (tx) => {
      if (!(await reopenDelivery(tx, delivery.id, now())))
        throw new DeskError('conflict', 'This message has been sent already.')
      await queue.enqueue(tx, [deliverJob(delivery.id, alert.channel, now())])
    })
    wake()
    return c.json({ queued: true as const }, 202)
  })
}

function addNoticeRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  api.openapi(noticesRoute, async (c) => {
    const { limit, before, searchId: search } = c.req.valid('query')
    const searchId = search === undefined ? undefined : readId<'search'>(search)
    const place = before === undefined ? undefined : readPlace(before)
    const found = await listNotices(db, { limit, before: place, searchId })
    const last = found.length === limit ? found.at(-1) : undefined
    const next = last ? `${last.foundAt.toString(36)}.${last.itemId}` : null
    return c.json({ notices: await showNotices(tools, found), next, unseen: await countUnseen(db, searchId) }, 200)
  })

  api.openapi(seenRoute, async (c) => {
    const { until, searchId } = c.req.valid('json')
    await markNoticesSeen(db, until, now(), searchId === undefined ? undefined : readId<'search'>(searchId))
    return c.body(null, 204)
  })
}

async function getAlert(db: Db, id: AlertId): Promise<Alert> {
  const alert = await findAlert(db, id)
  if (!alert) throw notFound('alert')
  return alert
}

/** What can never be reached is said at once, not at the first message; names are looked up when they are used. */
function checkChannel(channel: Channel, { allowHosts }: Pick<ServerTools, 'allowHosts'>): void {
  if (channel.kind !== 'webhook') return
  const destination = findDestination(channel.url, allowHosts)
  if (destination.kind === 'refused') throw new DeskError('bad-input', destination.reason)
}

async function showNotices(tools: TargetTools, found: readonly StoredNotice[]) {
  const ids = [...new Set(found.map(({ itemId }) => itemId))]
  const rows = new Map((await loadItemRows(tools, await findItems(tools.db, ids))).map((row) => [row.id, row]))
  return found.flatMap(({ alertId, searchId, searchName, itemId, foundAt, isSeen }) => {
    const item = rows.get(itemId)
    return item ? [{ alertId, searchId, searchName, foundAt, seen: isSeen, item }] : []
  })
}

function readPlace(text: string): NoticePlace {
  const [time = '', id = ''] = text.split('.')
  const itemId = parseId<'item'>(id)
  const foundAt = /^[0-9a-z]{1,11}$/.test(time) ? Number.parseInt(time, 36) : Number.NaN
  if (itemId === undefined || !Number.isSafeInteger(foundAt))
    throw new DeskError('bad-input', '“before” is not a place in this list. Take it from “next” of the page before.')
  return { foundAt, itemId }
}
