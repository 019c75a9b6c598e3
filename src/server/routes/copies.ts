// Who prints whose text: the copies of an item, and what was changed in one of them.

import { createRoute } from '@hono/zod-openapi'
import { findItem } from '../../store/items.ts'
import type { Api } from '../api.ts'
import { loadDifferences, loadItemCopies } from '../present/item-copies.ts'
import { copyDifferencesShape, itemCopiesShape } from '../shapes/copy.ts'
import { idShape } from '../shapes/plain.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, notFound, problemAnswer, readId } from './route-parts.ts'

const tags = ['items']

const listRoute = createRoute({
  method: 'get',
  path: '/api/items/{id}/copies',
  operationId: 'listCopies',
  tags,
  summary: 'The copies of an item, and whose copy it is',
  description:
    'Found by comparing texts; the original is the likeliest, with the reasons that speak for it. Copies are looked for after reading, when nothing else waits.',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(itemCopiesShape, 'Its group, and what is only possible'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/items/{id}/copies/{other}',
  operationId: 'compareCopies',
  tags,
  summary: 'What a copy added, dropped and altered',
  request: { params: idParamsShape.extend({ other: idShape.openapi({ param: { name: 'other', in: 'path' } }) }) },
  responses: {
    200: jsonAnswer(copyDifferencesShape, 'Passage by passage; of a translation, which answers which'),
    ...problemAnswer,
  },
})

export function addCopyRoutes(api: Api, tools: ServerTools): void {
  const { db } = tools
  const getItem = async (id: string) => {
    const item = await findItem(db, readId(id))
    if (!item) throw notFound('item')
    return item
  }

  api.openapi(listRoute, async (c) => c.json(await loadItemCopies(tools, await getItem(c.req.valid('param').id)), 200))

  api.openapi(showRoute, async (c) => {
    const { id, other } = c.req.valid('param')
    const found = await loadDifferences(tools, await getItem(id), await getItem(other))
    if (!found) throw notFound('copy of this item')
    return c.json(found, 200)
  })
}
