// Addresses in articles that somebody must look at.

import { createRoute } from '@hono/zod-openapi'
import { countWorklist, listWorklist } from '../../store/article-worklist.ts'
import type { Api } from '../api.ts'
import { worklistQueryShape, worklistShape } from '../shapes/worklist.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const tags = ['articles']

const worklistRoute = createRoute({
  method: 'get',
  path: '/api/worklist',
  operationId: 'listLostAddresses',
  tags,
  summary: 'Addresses that somebody must look at, with what to search by',
  request: { query: worklistQueryShape },
  responses: { 200: jsonAnswer(worklistShape, 'A page of the list'), ...problemAnswer },
})

export function addWorklistRoutes(api: Api, { db }: ServerTools): void {
  api.openapi(worklistRoute, async (c) => {
    const { trouble, limit, after } = c.req.valid('query')
    const rows = await listWorklist(db, trouble === undefined ? {} : { trouble }, limit, after)
    const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null
    return c.json({ rows, next, counts: await countWorklist(db) }, 200)
  })
}
