// What went wrong, and trying it again.

import { createRoute } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import type { JobId } from '../../domain/job.ts'
import { countFailureKinds, listFailedItems } from '../../store/failed-items.ts'
import type { FailedJob as StoredFailure } from '../../store/queue/queue.ts'
import { listFeeds } from '../../store/feeds.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findOutletNames } from '../../store/outlet-names.ts'
import type { Api } from '../api.ts'
import { loadItemRows } from '../present/item-rows.ts'
import { showFeed } from '../present/outlet-rows.ts'
import { failuresShape, retryParamsShape, type FailedJob } from '../shapes/failure.ts'
import { queuedShape } from '../shapes/feed.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const tags = ['failures']
const MOST = 200

const listRoute = createRoute({
  method: 'get',
  path: '/api/failures',
  operationId: 'listFailures',
  tags,
  summary: 'Jobs, items and feeds that failed, with the reason',
  responses: { 200: jsonAnswer(failuresShape, 'The latest 200 of each'), ...problemAnswer },
})

const retryRoute = createRoute({
  method: 'post',
  path: '/api/jobs/{id}/retry',
  operationId: 'retryJob',
  tags,
  summary: 'Try a failed job again',
  request: { params: retryParamsShape },
  responses: { 202: jsonAnswer(queuedShape, 'In the queue'), ...problemAnswer },
})

export function addFailureRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(listRoute, async (c) => {
    const failing = (await listFeeds(db)).filter(
      (feed) => feed.health.kind === 'failing' || feed.health.kind === 'gone',
    )
    const names = await findOutletNames(db, [...new Set(failing.map((feed) => feed.outletId))])
    const body = {
      jobs: (await queue.failures(MOST)).map(showFailedJob),
      items: await loadItemRows(tools, await listFailedItems(db, MOST)),
      feeds: failing
        .slice(0, MOST)
        .map((feed) => ({ ...showFeed(feed), outletName: names.get(feed.outletId)?.name ?? '' })),
      kinds: await countFailureKinds(db),
    }
    return c.json(body, 200)
  })

  api.openapi(retryRoute, async (c) => {
    const id = c.req.valid('param').id as JobId
    const revived = await inTransaction(db, (tx) => queue.revive(tx, id, now()))
    if (!revived)
      throw new DeskError('not-found', 'There is no such failed job: it was tried again or removed meanwhile.')
    tools.wake()
    return c.json({ queued: true as const }, 202)
  })
}

const subjects = ['item', 'feed', 'capture', 'reading'] as const

/** A job that failed for good is tried again only when a person asks. */
function showFailedJob({ id, name, data, error, attempts }: StoredFailure): FailedJob {
  const fields = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  const kind = subjects.find((one) => typeof fields[`${one}Id`] === 'string')
  const subject = { kind: kind ?? ('other' as const), id: kind ? String(fields[`${kind}Id`]) : null }
  return { id, name, subject, attempts, failedAt: null, reason: error, nextTryAt: null }
}
