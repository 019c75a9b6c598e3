// Search, and counts for its facets.

import { createRoute } from '@hono/zod-openapi'
import type { Api } from '../api.ts'
import { countSearch, runSearch } from '../run-search.ts'
import { searchCountsQueryShape, searchCountsShape, searchQueryShape, searchResultShape } from '../shapes/search.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const tags = ['search']

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  operationId: 'search',
  tags,
  summary: 'Items whose text answers a query',
  description:
    'Words, "phrases", -exclusion, OR, word*, lang: outlet: site: after: before: kind: in:original. Words are looked for in translated titles and leads too, and names under all names on record, unless in:original says otherwise; `matched` says why each hit is one. What cannot be understood is reported with its place in `problems`, and nothing is searched.',
  request: { query: searchQueryShape },
  responses: { 200: jsonAnswer(searchResultShape, 'Hits with lit passages'), ...problemAnswer },
})

const countsRoute = createRoute({
  method: 'get',
  path: '/api/search/counts',
  operationId: 'countHits',
  tags,
  summary: 'How many hits by outlet, language and day',
  request: { query: searchCountsQueryShape },
  responses: { 200: jsonAnswer(searchCountsShape, 'The counts, most first; days oldest first'), ...problemAnswer },
})

export function addSearchRoutes(api: Api, tools: ServerTools): void {
  api.openapi(searchRoute, async (c) => c.json(await runSearch(tools, c.req.valid('query')), 200))
  api.openapi(countsRoute, async (c) =>
    c.json(await countSearch(tools, c.req.valid('query').q, c.req.valid('query').articles), 200),
  )
}
