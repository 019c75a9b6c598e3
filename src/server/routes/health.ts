// How feeds fare, and what we may have missed.

import { createRoute } from '@hono/zod-openapi'
import { findOutlet } from '../../store/outlets.ts'
import type { Api } from '../api.ts'
import { loadCoverage } from '../load-coverage.ts'
import { loadHealth } from '../load-health.ts'
import { coverageQueryShape, coverageShape, healthQueryShape, outletHealthDetailShape } from '../shapes/health.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, notFound, problemAnswer, readId } from './route-parts.ts'

const healthRoute = createRoute({
  method: 'get',
  path: '/api/outlets/{id}/health',
  operationId: 'readOutletHealth',
  tags: ['feeds'],
  summary: 'Arrivals and polls of an outlet’s feeds, day by day',
  request: { params: idParamsShape, query: healthQueryShape },
  responses: { 200: jsonAnswer(outletHealthDetailShape, 'Each feed with its days, oldest first'), ...problemAnswer },
})

const coverageRoute = createRoute({
  method: 'get',
  path: '/api/coverage',
  operationId: 'readCoverage',
  tags: ['feeds'],
  summary: 'What we may have missed',
  description:
    'Feeds that are silent against their own rhythm or fail, and days on which a country or language brought less than a quarter of what is usual on that weekday. Silence, not a claim that something was published.',
  request: { query: coverageQueryShape },
  responses: { 200: jsonAnswer(coverageShape, 'Silent feeds and gaps'), ...problemAnswer },
})

export function addHealthRoutes(api: Api, { db, now }: ServerTools): void {
  api.openapi(healthRoute, async (c) => {
    const id = readId<'outlet'>(c.req.valid('param').id)
    if (!(await findOutlet(db, id))) throw notFound('outlet')
    return c.json(await loadHealth(db, id, { days: c.req.valid('query').days, now: now() }), 200)
  })

  api.openapi(coverageRoute, async (c) => c.json(await loadCoverage(db, c.req.valid('query'), now()), 200))
}
