// Where excerpts are used: written down for one or many, and taken back by a further record.

import { createRoute } from '@hono/zod-openapi'
import type { UseId } from '../../domain/excerpt-history.ts'
import { newId } from '../../domain/id.ts'
import { addUse, takeUseBack } from '../../store/excerpt-uses.ts'
import { findExcerpts } from '../../store/excerpts.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Api } from '../api.ts'
import { getExcerpt, loadExcerpt } from '../present/excerpts.ts'
import { excerptUsesToAddShape, excerptUsesToTakeBackShape, useRecordsShape } from '../shapes/excerpt-collection.ts'
import { excerptDetailShape } from '../shapes/excerpt-detail.ts'
import { excerptUseToAddShape } from '../shapes/excerpt-wish.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy } from './route-parts.ts'

const tags = ['excerpts']

const useRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/{id}/uses',
  operationId: 'addExcerptUse',
  tags,
  summary: 'Write down where an excerpt is used',
  request: { params: idParamsShape, body: jsonBody(excerptUseToAddShape) },
  responses: { 201: jsonAnswer(excerptDetailShape, 'The excerpt as it is now'), ...problemAnswer },
})

const usesRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/uses',
  operationId: 'addExcerptUses',
  tags,
  summary: 'Write down where many excerpts are used',
  request: { body: jsonBody(excerptUsesToAddShape) },
  responses: { 201: jsonAnswer(useRecordsShape, 'The records that were added'), ...problemAnswer },
})

const takeBackRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/uses/removals',
  operationId: 'takeExcerptUsesBack',
  tags,
  summary: 'Take uses back; the records stay, and a further one says so',
  request: { body: jsonBody(excerptUsesToTakeBackShape) },
  responses: { 201: jsonAnswer(useRecordsShape, 'The records that take them back'), ...problemAnswer },
})

export function addExcerptUseRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(useRoute, async (c) => {
    const { id } = await getExcerpt(db, readId(c.req.valid('param').id))
    const { place, note, signedBy: given } = c.req.valid('json')
    const by = await signedBy(tools, given)
    const use = { id: newId<'use'>(now()), excerptId: id, place, note, signedBy: by, signedAt: now() }
    await inTransaction(db, (tx) => addUse(tx, use))
    return c.json(await loadExcerpt(db, id), 201)
  })

  api.openapi(usesRoute, async (c) => {
    const { excerpts, place, note, signedBy: given } = c.req.valid('json')
    const by = await signedBy(tools, given)
    const at = now()
    const uses = await inTransaction(db, async (tx) => {
      const ids = [...new Set(excerpts.map((id) => readId<'excerpt'>(id)))]
      const found = new Set((await findExcerpts(tx, ids)).map(({ id }) => id))
      const added = ids.filter((id) => found.has(id)).map((id) => ({ excerptId: id, id: newId<'use'>(at) }))
      for (const record of added) await addUse(tx, { ...record, place, note, signedBy: by, signedAt: at })
      return added
    })
    return c.json({ uses }, 201)
  })

  api.openapi(takeBackRoute, async (c) => {
    const { uses, signedBy: given } = c.req.valid('json')
    const signed = { by: await signedBy(tools, given), at: now() }
    const removals = await inTransaction(db, async (tx) => {
      const added: { excerptId: string; id: UseId }[] = []
      for (const use of uses) {
        const record = {
          id: newId<'use'>(signed.at),
          excerptId: readId<'excerpt'>(use.excerptId),
          takes: readId<'use'>(use.id),
        }
        if (!(await takeUseBack(tx, record, signed))) throw notFound('use')
        added.push({ excerptId: record.excerptId, id: record.id })
      }
      return added
    })
    return c.json({ uses: removals }, 201)
  })
}
