// What the `type` of a problem leads to.

import { z } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { findProblemKind } from '../problem.ts'
import type { Api } from '../api.ts'
import { jsonAnswer, notFound, problemAnswer } from './route-parts.ts'

const problemKindShape = z
  .object({ code: z.string(), title: z.string(), status: z.number().int() })
  .openapi('ProblemKind')

const readProblemKind = createRoute({
  method: 'get',
  path: '/api/problems/{code}',
  operationId: 'readProblemKind',
  tags: ['problems'],
  summary: 'What a permanent code means',
  request: { params: z.object({ code: z.string().max(100) }) },
  responses: { 200: jsonAnswer(problemKindShape, 'The code with its title and status'), ...problemAnswer },
})

export function addProblemRoutes(api: Api): void {
  api.openapi(readProblemKind, (c) => {
    const kind = findProblemKind(c.req.valid('param').code)
    if (kind === undefined) throw notFound('kind of problem')
    return c.json(kind, 200)
  })
}
