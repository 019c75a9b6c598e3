// Translations that are not whole: what waits, what failed and why; and trying all of it again.

import { createRoute } from '@hono/zod-openapi'
import type { ReadingId } from '../../domain/reading.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findItems } from '../../store/items.ts'
import { translateJob } from '../../store/queue/new-jobs.ts'
import {
  countOpenTranslations,
  countReasons,
  listOpenTranslations,
  type OpenTranslation,
} from '../../store/translation-work.ts'
import type { Api } from '../api.ts'
import { loadItemRows } from '../present/item-rows.ts'
import {
  translationRetryShape,
  translationWorkQueryShape,
  translationWorkShape,
  type TranslationWorkLine,
} from '../shapes/translation-work.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const tags = ['translations']
const MOST_REASONS = 20
/** Of one press of a button; what is left is asked for by the next. */
const MOST_RETRIED = 1_000

const listRoute = createRoute({
  method: 'get',
  path: '/api/translations/work',
  operationId: 'listTranslationWork',
  tags,
  summary: 'Translations that are not whole, the latest changed first',
  request: { query: translationWorkQueryShape },
  responses: { 200: jsonAnswer(translationWorkShape, 'A page of them, with counts'), ...problemAnswer },
})

const retryRoute = createRoute({
  method: 'post',
  path: '/api/translations/work/retries',
  operationId: 'retryTranslations',
  tags,
  summary: 'Have the engines try again all that failed',
  responses: { 202: jsonAnswer(translationRetryShape, 'How many wait now'), ...problemAnswer },
})

export function addTranslationWorkRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(listRoute, async (c) => {
    const { state, limit, offset } = c.req.valid('query')
    const counts = await countOpenTranslations(db)
    const total = state === undefined ? counts.waiting + counts.failed + counts.people : counts[state]
    const work = await present(tools, await listOpenTranslations(db, state, limit, offset))
    return c.json({ counts, reasons: await countReasons(db, MOST_REASONS), total, work }, 200)
  })

  api.openapi(retryRoute, async (c) => {
    const { failed } = await countOpenTranslations(db)
    const open = await listOpenTranslations(db, 'failed', MOST_RETRIED)
    await inTransaction(db, async (tx) => {
      const jobs = open.map(({ readingId, to }) => jobFor(readingId, to, now()))
      // One that was given up keeps its key, and would not wait again.
      for (const { key } of jobs) if (key !== undefined) await queue.drop(tx, key)
      await queue.enqueue(tx, jobs)
    })
    tools.wake()
    return c.json({ queued: open.length, left: Math.max(0, failed - open.length) }, 202)
  })
}

const jobFor = (readingId: ReadingId, to: string, now: number) =>
  translateJob({ readingId, to, extent: 'lead', tries: 0 }, now)

async function present(tools: ServerTools, open: readonly OpenTranslation[]): Promise<TranslationWorkLine[]> {
  const ids = [...new Set(open.map(({ itemId }) => itemId))]
  const rows = new Map((await loadItemRows(tools, await findItems(tools.db, ids))).map((row) => [row.id, row]))
  return open.flatMap((translation) => {
    const { readingId: _, ...one } = translation
    const row = rows.get(one.itemId)
    if (!row) return []
    const { title, language, direction, outlet } = row
    return [{ ...one, title, language, direction, outlet: { id: outlet.id, name: outlet.name } }]
  })
}
