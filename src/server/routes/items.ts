// Items: the inbox, and one page to read.

import { createRoute } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import { hostOf } from '../../lib/url.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { countItems } from '../../store/item-list.ts'
import { findItem } from '../../store/items.ts'
import { preserveJob } from '../../store/queue/new-jobs.ts'
import type { Api } from '../api.ts'
import { countFacets } from '../count-facets.ts'
import { readItemCursor, writeItemCursor } from '../cursor.ts'
import { listStories } from '../list-stories.ts'
import { loadItemDetail } from '../present/item-detail.ts'
import { loadItemRows } from '../present/item-rows.ts'
import { readItemFilter } from '../read-item-filter.ts'
import { queuedShape } from '../shapes/feed.ts'
import {
  itemCountsQueryShape,
  itemCountsShape,
  itemDetailShape,
  itemListQueryShape,
  itemListShape,
} from '../shapes/item.ts'
import { targetLanguage } from '../target-language.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, notFound, problemAnswer, readId } from './route-parts.ts'

const tags = ['items']

const listRoute = createRoute({
  method: 'get',
  path: '/api/items',
  operationId: 'listItems',
  tags,
  summary: 'Items, newest first',
  description: 'Order is by publication where that is known and believable, else by when the desk saw it.',
  request: { query: itemListQueryShape },
  responses: { 200: jsonAnswer(itemListShape, 'A page of the list'), ...problemAnswer },
})

const countsRoute = createRoute({
  method: 'get',
  path: '/api/items/counts',
  operationId: 'countItems',
  tags,
  summary: 'How many items there are by outlet, language, country, alignment and state',
  description: 'Each list leaves its own filter out of account. Days and marks are out of account.',
  request: { query: itemCountsQueryShape },
  responses: { 200: jsonAnswer(itemCountsShape, 'The counts, most first'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/items/{id}',
  operationId: 'readItem',
  tags,
  summary: 'One item with its reading and versions',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(itemDetailShape, 'The item'), ...problemAnswer },
})

const captureRoute = createRoute({
  method: 'post',
  path: '/api/items/{id}/captures',
  operationId: 'captureItem',
  tags,
  summary: 'Capture the page again',
  description: 'A further version beside those kept; captures never change.',
  request: { params: idParamsShape },
  responses: { 202: jsonAnswer(queuedShape, 'In the queue'), ...problemAnswer },
})

export function addItemRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(listRoute, async (c) => {
    const { limit, before, grouped, ...wish } = c.req.valid('query')
    const filter = await readItemFilter(db, wish, now())
    const from = before === undefined ? undefined : readItemCursor(before)
    const { items, next } = await listStories(db, filter, { limit, before: from, isGrouped: grouped === 'true' })
    const total = await countItems(db, filter)
    const page = {
      items: await loadItemRows(tools, items),
      next: next ? writeItemCursor(next) : null,
      total: total.count,
      totalIs: total.isWhole ? ('exact' as const) : ('at-least' as const),
      translateTo: await targetLanguage(tools),
    }
    return c.json(page, 200)
  })

  api.openapi(countsRoute, async (c) => c.json(await countFacets(db, c.req.valid('query'), now()), 200))

  api.openapi(showRoute, async (c) => {
    const item = await findItem(db, readId(c.req.valid('param').id))
    if (!item) throw notFound('item')
    return c.json(await loadItemDetail(tools, item), 200)
  })

  api.openapi(captureRoute, async (c) => {
    const item = await findItem(db, readId(c.req.valid('param').id))
    if (!item) throw notFound('item')
    if (hostOf(item.url) === null)
      throw new DeskError('conflict', 'This was added as a file: there is no address to visit again.')
    const job = preserveJob(item, now(), true)
    await inTransaction(db, (tx) => queue.enqueue(tx, [job]))
    tools.wake()
    return c.json({ queued: true as const }, 202)
  })
}
