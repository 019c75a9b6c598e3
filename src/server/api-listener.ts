// The API as a node:http listener. Imported after the server listens, because it is heavy.

import { getRequestListener } from '@hono/node-server'
import { createApi, type ApiSurroundings } from './api.ts'
import { answerProblem } from './problem.ts'
import type { ServerTools } from './tools.ts'

export function createApiListener(tools: ServerTools, around: ApiSurroundings): ReturnType<typeof getRequestListener> {
  const api = createApi(tools, around)
  return getRequestListener(api.fetch, {
    overrideGlobalObjects: false, // the rest of the house keeps the platform's Request and Response
    errorHandler: () => answerProblem('bad-usage', 'The request is not well-formed HTTP.'),
  })
}
