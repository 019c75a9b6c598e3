// Saved searches.

import { createRoute, z } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import { newId } from '../../domain/id.ts'
import type { SavedSearch, SearchId } from '../../domain/alert.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Db } from '../../store/db.ts'
import { addSearch, changeSearch, findSearch, listSearches, removeSearch } from '../../store/saved-searches.ts'
import { parseQuery } from '../../store/search/parse-query.ts'
import type { Api } from '../api.ts'
import { countTrends } from '../count-trends.ts'
import { loadSearches } from '../present/searches.ts'
import { countShape } from '../shapes/plain.ts'
import {
  savedSearchChangeShape,
  savedSearchListShape,
  savedSearchShape,
  searchToSaveShape,
  type SavedSearch as SearchRecord,
} from '../shapes/saved-search.ts'
import { trendsQueryShape, trendsShape } from '../shapes/trend.ts'
import type { ServerTools } from '../tools.ts'
import {
  definedOnly,
  idParamsShape,
  jsonAnswer,
  jsonBody,
  notFound,
  problemAnswer,
  readId,
  stale,
} from './route-parts.ts'

const tags = ['search']

const listRoute = createRoute({
  method: 'get',
  path: '/api/searches',
  operationId: 'listSearches',
  tags,
  summary: 'Saved searches, by name, with their alerts',
  responses: { 200: jsonAnswer(savedSearchListShape, 'The searches'), ...problemAnswer },
})

const addRoute = createRoute({
  method: 'post',
  path: '/api/searches',
  operationId: 'saveSearch',
  tags,
  summary: 'Save a search under a name',
  request: { body: jsonBody(searchToSaveShape) },
  responses: { 201: jsonAnswer(savedSearchShape, 'The search'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/searches/{id}',
  operationId: 'readSearch',
  tags,
  summary: 'One saved search',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(savedSearchShape, 'The search'), ...problemAnswer },
})

const changeRoute = createRoute({
  method: 'patch',
  path: '/api/searches/{id}',
  operationId: 'changeSearch',
  tags,
  summary: 'Change the fields given',
  description: 'With another query, its alerts begin anew: what lies here already is not told.',
  request: { params: idParamsShape, body: jsonBody(savedSearchChangeShape) },
  responses: { 200: jsonAnswer(savedSearchShape, 'The search as it is now'), ...problemAnswer },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/searches/{id}',
  operationId: 'removeSearch',
  tags,
  summary: 'Remove a search with its alerts',
  request: { params: idParamsShape, query: z.object({ version: z.coerce.number().pipe(countShape) }) },
  responses: { 204: { description: 'Removed' }, ...problemAnswer },
})

const trendsRoute = createRoute({
  method: 'get',
  path: '/api/search/trends',
  operationId: 'countTrends',
  tags,
  summary: 'How often a query is met over time',
  description:
    'By day of publication (else of being seen), UTC; by outlet, alignment as stated for each day, or language.',
  request: { query: trendsQueryShape },
  responses: { 200: jsonAnswer(trendsShape, 'Series of counts'), ...problemAnswer },
})

export function addSavedSearchRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(trendsRoute, async (c) => c.json(await countTrends(tools, c.req.valid('query')), 200))

  api.openapi(listRoute, async (c) => {
    const searches = await loadSearches(db, await listSearches(db))
    return c.json({ searches, mailProblem: tools.mailProblem }, 200)
  })

  api.openapi(addRoute, async (c) => {
    const wish = c.req.valid('json')
    checkQuery(wish.query)
    const search: SavedSearch = { ...wish, id: newId(now()), version: 1, createdAt: now(), changedAt: now() }
    await addSearch(db, search)
    return c.json(await loadSearch(db, search.id), 201)
  })

  api.openapi(showRoute, async (c) => c.json(await loadSearch(db, readId(c.req.valid('param').id)), 200))

  api.openapi(changeRoute, async (c) => {
    const id: SearchId = readId(c.req.valid('param').id)
    const { version, ...wish } = c.req.valid('json')
    if (wish.query !== undefined) checkQuery(wish.query)
    const current = await loadSearch(db, id)
    const change = definedOnly(wish)
    const changed = await inTransaction(db, (tx) => changeSearch(tx, id, change, { version, now: now() }))
    if (!changed) throw stale('search', current, wish)
    return c.json(await loadSearch(db, id), 200)
  })

  api.openapi(removeRoute, async (c) => {
    const id: SearchId = readId(c.req.valid('param').id)
    const current = await loadSearch(db, id)
    const removed = await inTransaction(db, (tx) => removeSearch(tx, id, c.req.valid('query').version))
    if (!removed) throw stale('search', current, null)
    return c.body(null, 204)
  })
}

/** A question that cannot be understood would silently never be answered. */
function checkQuery(query: string): void {
  const parsed = parseQuery(query, { findOutlets: (name) => [name] })
  const [problem] = parsed.kind === 'problems' ? parsed.problems : []
  if (problem) throw new DeskError('bad-input', `The query cannot be understood. ${problem.message}`)
}

async function loadSearch(db: Db, id: SearchId): Promise<SearchRecord> {
  const search = await findSearch(db, id)
  const [record] = search ? await loadSearches(db, [search]) : []
  if (!record) throw notFound('search')
  return record
}
