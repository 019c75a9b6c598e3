// What changed between two versions of a page.

import { createRoute, z } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import { findCapture } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { findReadingOf } from '../../store/readings.ts'
import type { Api } from '../api.ts'
import { showChanges, type ReadVersion } from '../present/item-changes.ts'
import { itemChangesShape } from '../shapes/item.ts'
import { idShape } from '../shapes/plain.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, notFound, problemAnswer, readId } from './route-parts.ts'

const showRoute = createRoute({
  method: 'get',
  path: '/api/items/{id}/changes',
  operationId: 'compareVersions',
  tags: ['items'],
  summary: 'What changed between two captures of an item',
  request: { params: idParamsShape, query: z.object({ from: idShape, to: idShape }) },
  responses: {
    200: jsonAnswer(itemChangesShape, 'Blocks in the order of the later text, with the words that changed'),
    ...problemAnswer,
  },
})

export function addChangeRoutes(api: Api, { db }: ServerTools): void {
  api.openapi(showRoute, async (c) => {
    const itemId = c.req.valid('param').id
    const { from, to } = c.req.valid('query')
    return c.json(showChanges(await getVersion(db, itemId, from), await getVersion(db, itemId, to)), 200)
  })
}

async function getVersion(db: Db, itemId: string, captureId: string): Promise<ReadVersion> {
  const capture = await findCapture(db, readId(captureId))
  if (capture?.itemId !== itemId) throw notFound('version of this item')
  const reading = await findReadingOf(db, capture.id)
  if (!reading)
    throw new DeskError(
      'conflict',
      'This version has not been read yet, so its text cannot be compared. Try again in a moment.',
    )
  return { capture, reading }
}
