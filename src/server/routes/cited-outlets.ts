// Outlets as articles print them, and where the register knows them.

import { createRoute } from '@hono/zod-openapi'
import { proposeOutlets } from '../../desk/articles/propose-outlets.ts'
import { listOutletPrints } from '../../store/article-outlets.ts'
import { listOutlets } from '../../store/outlets.ts'
import type { Api } from '../api.ts'
import { citedOutletsQueryShape, citedOutletsShape } from '../shapes/cited-outlet.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const tags = ['articles']

const listRoute = createRoute({
  method: 'get',
  path: '/api/cited-outlets',
  operationId: 'listCitedOutlets',
  tags,
  summary: 'Outlets as articles print them: names, drifting descriptors, where the register knows them',
  request: { query: citedOutletsQueryShape },
  responses: { 200: jsonAnswer(citedOutletsShape, 'Most cited first'), ...problemAnswer },
})

export function addCitedOutletRoutes(api: Api, { db }: ServerTools): void {
  api.openapi(listRoute, async (c) => {
    const { key } = c.req.valid('query')
    const all = proposeOutlets(await listOutletPrints(db), await listOutlets(db))
    const outlets = key === undefined ? all : all.filter((one) => one.key === key)
    return c.json(
      {
        outlets: outlets.map((one) => ({
          ...one,
          names: [...one.names],
          descriptors: [...one.descriptors],
          hosts: [...one.hosts],
          maybeSame: [...one.maybeSame],
        })),
      },
      200,
    )
  })
}
