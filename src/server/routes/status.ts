// What the desk as a whole is doing.

import { createRoute } from '@hono/zod-openapi'
import type { Api } from '../api.ts'
import { readStatus } from '../read-status.ts'
import { statusShape } from '../shapes/status.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const showStatus = createRoute({
  method: 'get',
  path: '/api/status',
  operationId: 'readStatus',
  tags: ['status'],
  summary: 'Counts, queue, disk, archive and health',
  responses: { 200: jsonAnswer(statusShape, 'The state of the desk'), ...problemAnswer },
})

export function addStatusRoutes(api: Api, tools: ServerTools): void {
  api.openapi(showStatus, async (c) => c.json(await readStatus(tools), 200))
}
