// Feeds: watch, pause, change, poll now.

import { createRoute } from '@hono/zod-openapi'
import { subscribeFeed } from '../../collect/subscribe-feed.ts'
import { DeskError } from '../../domain/errors.ts'
import type { Feed } from '../../domain/feed.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Db } from '../../store/db.ts'
import { editFeed, findFeed, removeFeed } from '../../store/feeds.ts'
import { findOutlet } from '../../store/outlets.ts'
import { feedKey, pollJob } from '../../store/queue/new-jobs.ts'
import type { Api } from '../api.ts'
import { showFeed } from '../present/outlet-rows.ts'
import { feedChangeShape, feedRowShape, feedToAddShape, queuedShape } from '../shapes/feed.ts'
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

const tags = ['feeds']

const addRoute = createRoute({
  method: 'post',
  path: '/api/outlets/{id}/feeds',
  operationId: 'addFeed',
  tags,
  summary: 'Watch one more feed of an outlet',
  request: { params: idParamsShape, body: jsonBody(feedToAddShape) },
  responses: { 201: jsonAnswer(feedRowShape, 'The feed; its first poll is in the queue'), ...problemAnswer },
})

const changeRoute = createRoute({
  method: 'patch',
  path: '/api/feeds/{id}',
  operationId: 'changeFeed',
  tags,
  summary: 'Pause, resume or change a feed',
  request: { params: idParamsShape, body: jsonBody(feedChangeShape) },
  responses: { 200: jsonAnswer(feedRowShape, 'The feed as it is now'), ...problemAnswer },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/feeds/{id}',
  operationId: 'removeFeed',
  tags,
  summary: 'Remove a feed that has brought nothing',
  request: { params: idParamsShape },
  responses: { 204: { description: 'Removed' }, ...problemAnswer },
})

const pollRoute = createRoute({
  method: 'post',
  path: '/api/feeds/{id}/polls',
  operationId: 'pollFeed',
  tags,
  summary: 'Poll a feed now',
  description: "Now means at the next turn of its host: the host's pace is kept.",
  request: { params: idParamsShape },
  responses: { 202: jsonAnswer(queuedShape, 'In the queue'), ...problemAnswer },
})

export function addFeedRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(addRoute, async (c) => {
    const outletId = readId<'outlet'>(c.req.valid('param').id)
    const feed = await inTransaction(db, async (tx) => {
      if (!(await findOutlet(tx, outletId))) throw notFound('outlet')
      return subscribeFeed(tx, queue, { outletId, feed: c.req.valid('json'), now: now() })
    })
    tools.wake()
    return c.json(showFeed(feed), 201)
  })

  api.openapi(changeRoute, async (c) => {
    const id = readId<'feed'>(c.req.valid('param').id)
    const { version, ...wish } = c.req.valid('json')
    const change = definedOnly(wish)
    await inTransaction(db, async (tx) => {
      const feed = await getPolledFeed(tx, id)
      const changes = { ...change, ...(change.state !== undefined && plan(change.state, now())) }
      if (!(await editFeed(tx, id, changes, version))) throw stale('feed', showFeed(feed), wish)
      if (change.state === 'paused') await queue.drop(tx, feedKey(id))
      if (change.state === 'watching') await queue.enqueue(tx, [pollJob(feed, now())])
    })
    tools.wake()
    return c.json(showFeed(await getPolledFeed(db, id)), 200)
  })

  addRemovalAndPolls(api, tools)
}

function addRemovalAndPolls(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(removeRoute, async (c) => {
    const id = readId<'feed'>(c.req.valid('param').id)
    await inTransaction(db, async (tx) => {
      await getPolledFeed(tx, id)
      await queue.drop(tx, feedKey(id))
      if ((await removeFeed(tx, id)) === 'has-items') throw new DeskError('conflict', KEPT)
    })
    return c.body(null, 204)
  })

  api.openapi(pollRoute, async (c) => {
    const feed = await getPolledFeed(db, readId(c.req.valid('param').id))
    if (feed.state !== 'watching')
      throw new DeskError('conflict', `This feed is ${feed.state}. Resume it first; that polls it too.`)
    await inTransaction(db, (tx) => queue.enqueue(tx, [pollJob(feed, now())]))
    tools.wake()
    return c.json({ queued: true as const }, 202)
  })
}

const KEPT = 'This feed has brought items, and they name it. Pause it instead of removing it.'

/** A feed that has an address to poll; the one for single pages is no subject of these routes. */
async function getPolledFeed(db: Db, id: Feed['id']): Promise<Feed> {
  const feed = await findFeed(db, id)
  if (!feed || feed.kind === 'single') throw notFound('feed')
  return feed
}

function plan(state: 'watching' | 'paused', now: number) {
  return { nextPollAt: state === 'paused' ? null : now }
}
