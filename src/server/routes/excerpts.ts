// Excerpts: making them, changing them, confirming where they stand, taking them back.

import { createRoute, z } from '@hono/zod-openapi'
import type { HTTPException } from 'hono/http-exception'
import {
  changeExcerpt,
  decideAnchoring,
  withdrawExcerpt,
  type ExcerptChanged,
} from '../../desk/excerpts/change-excerpt.ts'
import { makeExcerpt } from '../../desk/excerpts/make-excerpt.ts'
import { DeskError } from '../../domain/errors.ts'
import type { ExcerptId } from '../../domain/excerpt.ts'
import { newId } from '../../domain/id.ts'
import { addExcerpt, countExcerpts, listExcerpts } from '../../store/excerpts.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findReading } from '../../store/readings.ts'
import type { Api } from '../api.ts'
import { countExcerptFacets } from '../count-excerpts.ts'
import { readExcerptPlace, writeExcerptPlace } from '../excerpt-cursor.ts'
import { loadExcerpt, loadExcerpts } from '../present/excerpts.ts'
import { locateTyped } from '../locate-typed.ts'
import { readExcerptFilter } from '../read-excerpt-filter.ts'
import { readExcerptWish } from '../read-excerpt-wish.ts'
import { excerptListShape } from '../shapes/excerpt.ts'
import { excerptDetailShape } from '../shapes/excerpt-detail.ts'
import { excerptFacetsShape, excerptFilterShape, excerptQueryShape } from '../shapes/excerpt-filter.ts'
import {
  anchoringDecisionShape,
  excerptChangeShape,
  excerptToMakeShape,
  passagesFoundShape,
  passagesToFindShape,
} from '../shapes/excerpt-wish.ts'
import { countShape } from '../shapes/plain.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy, stale } from './route-parts.ts'

const tags = ['excerpts']
const detailAnswer = jsonAnswer(excerptDetailShape, 'The excerpt as it is now')

const listRoute = createRoute({
  method: 'get',
  path: '/api/excerpts',
  operationId: 'listExcerpts',
  tags,
  summary: 'Excerpts of a page, a basket, a tag, or with certain words; the latest made first',
  request: { query: excerptQueryShape },
  responses: { 200: jsonAnswer(excerptListShape, 'A page of excerpts'), ...problemAnswer },
})

const facetsRoute = createRoute({
  method: 'get',
  path: '/api/excerpts/facets',
  operationId: 'countExcerpts',
  tags,
  summary: 'Labels in use, and what each further filter would leave',
  request: { query: excerptFilterShape },
  responses: { 200: jsonAnswer(excerptFacetsShape, 'Labels with counts'), ...problemAnswer },
})

const makeRoute = createRoute({
  method: 'post',
  path: '/api/excerpts',
  operationId: 'makeExcerpt',
  tags,
  summary: 'Cut an excerpt from a reading',
  request: { body: jsonBody(excerptToMakeShape) },
  responses: { 201: detailAnswer, ...problemAnswer },
})

const findRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/passages',
  operationId: 'findPassages',
  tags,
  summary: 'Where typed or pasted words stand in a reading; nothing is kept',
  request: { body: jsonBody(passagesToFindShape) },
  responses: { 200: jsonAnswer(passagesFoundShape, 'The passages, and the marks between them'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/excerpts/{id}',
  operationId: 'readExcerpt',
  tags,
  summary: 'An excerpt with its history, and whether its words still stand there',
  request: { params: idParamsShape },
  responses: { 200: detailAnswer, ...problemAnswer },
})

const changeRoute = createRoute({
  method: 'patch',
  path: '/api/excerpts/{id}',
  operationId: 'changeExcerpt',
  tags,
  summary: 'Change the fields given, as a new revision',
  request: { params: idParamsShape, body: jsonBody(excerptChangeShape) },
  responses: { 200: detailAnswer, ...problemAnswer },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/{id}/anchorings',
  operationId: 'decideAnchoring',
  tags,
  summary: 'Confirm where its words stand, after they were found elsewhere',
  request: { params: idParamsShape, body: jsonBody(anchoringDecisionShape) },
  responses: { 200: detailAnswer, ...problemAnswer },
})

const withdrawRoute = createRoute({
  method: 'delete',
  path: '/api/excerpts/{id}',
  operationId: 'withdrawExcerpt',
  tags,
  summary: 'Take an excerpt back; it stays on record',
  request: {
    params: idParamsShape,
    query: z.object({ revision: z.coerce.number().pipe(countShape), why: z.string().max(1_000).optional() }),
  },
  responses: { 200: detailAnswer, ...problemAnswer },
})

export function addExcerptRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query')
    const { limit, before, order } = query
    const filter = readExcerptFilter(query)
    const after = before === undefined ? undefined : readExcerptPlace(before)
    const found = await listExcerpts(db, filter, limit + 1, { order, after })
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1) : undefined
    const total = await countExcerpts(db, filter)
    return c.json({ excerpts: await loadExcerpts(db, shown), next: last ? writeExcerptPlace(last) : null, total }, 200)
  })

  api.openapi(facetsRoute, async (c) =>
    c.json(await countExcerptFacets(db, readExcerptFilter(c.req.valid('query'))), 200),
  )

  api.openapi(makeRoute, async (c) => {
    const { readingId, pieces, typed, from, signedBy: given, ...wish } = c.req.valid('json')
    const reading = await findReading(db, readId(readingId))
    if (!reading) throw notFound('reading')
    const { pieces: chosen = locateTyped(reading, typed ?? '', from), ...content } = readExcerptWish({
      ...wish,
      pieces,
    })
    const made = makeExcerpt(
      reading,
      { ...content, pieces: chosen },
      { id: newId(now()), by: await signedBy(tools, given), at: now() },
    )
    if (made.kind === 'refused') throw new DeskError('bad-input', made.reason)
    await inTransaction(db, (tx) => addExcerpt(tx, reading.itemId, made.excerpt))
    return c.json(await loadExcerpt(db, made.excerpt.id), 201)
  })

  api.openapi(findRoute, async (c) => {
    const { readingId, typed, from } = c.req.valid('json')
    const reading = await findReading(db, readId(readingId))
    if (!reading) throw notFound('reading')
    return c.json({ pieces: locateTyped(reading, typed, from).map((piece) => ({ ...piece })) }, 200)
  })

  api.openapi(showRoute, async (c) => c.json(await loadExcerpt(db, readId(c.req.valid('param').id)), 200))

  addChangeRoutes(api, tools)
}

function addChangeRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  const signature = async (given?: string) => ({ by: await signedBy(tools, given), at: now() })

  api.openapi(changeRoute, async (c) => {
    const id: ExcerptId = readId(c.req.valid('param').id)
    const { signedBy: given, revision, readingId, ...fields } = c.req.valid('json')
    const signed = await signature(given)
    const wish = readExcerptWish(fields)
    const of = readingId === undefined ? {} : { readingId: readId<'reading'>(readingId) }
    const end = await inTransaction(db, (tx) => changeExcerpt(tx, id, { ...wish, ...of, revision }, signed))
    await failUnlessChanged(tools, end, wish)
    return c.json(await loadExcerpt(db, id), 200)
  })

  api.openapi(decideRoute, async (c) => {
    const id: ExcerptId = readId(c.req.valid('param').id)
    const { signedBy: given, ...wish } = c.req.valid('json')
    const signed = await signature(given)
    const end = await inTransaction(db, (tx) => decideAnchoring(tx, id, wish, signed))
    await failUnlessChanged(tools, end, wish)
    return c.json(await loadExcerpt(db, id), 200)
  })

  api.openapi(withdrawRoute, async (c) => {
    const id: ExcerptId = readId(c.req.valid('param').id)
    const { revision, why } = c.req.valid('query')
    const signed = { ...(await signature()), why: why ?? null }
    const end = await inTransaction(db, (tx) => withdrawExcerpt(tx, id, revision, signed))
    await failUnlessChanged(tools, end, null)
    return c.json(await loadExcerpt(db, id), 200)
  })
}

export async function failUnlessChanged({ db }: ServerTools, end: ExcerptChanged, yours: unknown): Promise<void> {
  if (end.kind === 'refused') throw new DeskError('bad-input', end.reason)
  if (end.kind === 'not-found') throw notFound('excerpt')
  if (end.kind === 'stale') throw await staleExcerpt(db, end.current.id, yours)
}

async function staleExcerpt(db: ServerTools['db'], id: ExcerptId, yours: unknown): Promise<HTTPException> {
  return stale('excerpt', await loadExcerpt(db, id), yours)
}
