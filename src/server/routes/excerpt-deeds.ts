// One thing done to many excerpts, with its undo; baskets and tags renamed and merged; the order of a basket.

import { createRoute } from '@hono/zod-openapi'
import { restoreExcerpt } from '../../desk/excerpts/change-excerpt.ts'
import { changeMany, undoMany, type ManyEnd, type ManyWish, type Picked } from '../../desk/excerpts/change-many.ts'
import { DeskError } from '../../domain/errors.ts'
import type { ExcerptId } from '../../domain/excerpt.ts'
import type { Tx } from '../../store/db.ts'
import { moveInBasket } from '../../store/excerpt-order.ts'
import { findExcerpts, listExcerpts, type StoredExcerpt } from '../../store/excerpts.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findItems } from '../../store/items.ts'
import { reanchorJob } from '../../store/queue/new-jobs.ts'
import type { Api } from '../api.ts'
import { loadExcerpt, loadExcerpts } from '../present/excerpts.ts'
import {
  excerptLabelChangeShape,
  excerptMovedShape,
  excerptMoveShape,
  excerptRestorationShape,
  excerptsChangedShape,
  excerptsToChangeShape,
  excerptUndoShape,
  type ExcerptDeed,
} from '../shapes/excerpt-collection.ts'
import { excerptDetailShape } from '../shapes/excerpt-detail.ts'
import type { ServerTools } from '../tools.ts'
import { failUnlessChanged } from './excerpts.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy, stale } from './route-parts.ts'

const tags = ['excerpts']
const changedAnswer = {
  200: jsonAnswer(excerptsChangedShape, 'What was changed, and the deed to undo it by'),
  ...problemAnswer,
}

const changeRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/deeds',
  operationId: 'changeExcerpts',
  tags,
  summary: 'Put many excerpts into a basket, tag them, withdraw or restore them: all or none',
  request: { body: jsonBody(excerptsToChangeShape) },
  responses: changedAnswer,
})

const undoRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/deeds/{id}/undo',
  operationId: 'undoExcerptsChange',
  tags,
  summary: 'Take a deed back; the undo is a deed and can be undone',
  request: { params: idParamsShape, body: jsonBody(excerptUndoShape) },
  responses: changedAnswer,
})

const labelRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/labels',
  operationId: 'renameExcerptLabel',
  tags,
  summary: 'Give a basket or a tag another name, or merge it into another',
  request: { body: jsonBody(excerptLabelChangeShape) },
  responses: changedAnswer,
})

const moveRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/moves',
  operationId: 'moveExcerpt',
  tags,
  summary: 'Put an excerpt before another one of its basket',
  request: { body: jsonBody(excerptMoveShape) },
  responses: { 200: jsonAnswer(excerptMovedShape, 'Where it stood'), ...problemAnswer },
})

const restoreRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/{id}/restorations',
  operationId: 'restoreExcerpt',
  tags,
  summary: 'Take a withdrawal back',
  request: { params: idParamsShape, body: jsonBody(excerptRestorationShape) },
  responses: { 200: jsonAnswer(excerptDetailShape, 'The excerpt as it is now'), ...problemAnswer },
})

/** A label is on more excerpts than a person can choose one by one. */
const MOST_LABELLED = 20_000

export function addExcerptDeedRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  const signature = async (given?: string) => ({ by: await signedBy(tools, given), at: now() })

  api.openapi(changeRoute, async (c) => {
    const { excerpts, deed, signedBy: given } = c.req.valid('json')
    const signed = await signature(given)
    const picked = excerpts.map(({ id, revision }): Picked => ({ id: readId(id), revision }))
    const end = await inTransaction(db, async (tx) => {
      const changed = await changeMany(tx, picked, wishOf(deed), signed)
      if (deed.kind === 'restore') await lookAgain(tx, tools, changed)
      return changed
    })
    return c.json(await showEnd(tools, end, deed), 200)
  })

  api.openapi(undoRoute, async (c) => {
    const id = readId<'deed'>(c.req.valid('param').id)
    const { onlyUnchanged, signedBy: given } = c.req.valid('json')
    const signed = await signature(given)
    const end = await inTransaction(db, async (tx) => {
      const changed = await undoMany(tx, id, onlyUnchanged, signed)
      await lookAgain(tx, tools, changed)
      return changed
    })
    return c.json(await showEnd(tools, end, { undo: id }), 200)
  })

  api.openapi(labelRoute, async (c) => {
    const { signedBy: given, ...change } = c.req.valid('json')
    const signed = await signature(given)
    const end = await inTransaction(db, async (tx) =>
      changeMany(tx, await listLabelled(tx, change), renameOf(change), signed),
    )
    return c.json(await showEnd(tools, end, change), 200)
  })

  addOneByOneRoutes(api, tools, signature)
}

function addOneByOneRoutes(
  api: Api,
  tools: ServerTools,
  signature: (given?: string) => Promise<{ by: string; at: number }>,
): void {
  const { db } = tools

  api.openapi(moveRoute, async (c) => {
    const { id, before } = c.req.valid('json')
    const next = before === null ? null : readId<'excerpt'>(before)
    const end = await inTransaction(db, (tx) => moveInBasket(tx, readId(id), next))
    if (end.kind === 'not-found') throw notFound('excerpt in a basket')
    if (end.kind === 'elsewhere')
      throw new DeskError('bad-input', 'These two are not in one basket any more. Look at the basket anew.')
    return c.json({ before: end.before }, 200)
  })

  api.openapi(restoreRoute, async (c) => {
    const id: ExcerptId = readId(c.req.valid('param').id)
    const { revision, signedBy: given } = c.req.valid('json')
    const signed = await signature(given)
    const end = await inTransaction(db, async (tx) => {
      const restored = await restoreExcerpt(tx, id, revision, signed)
      if (restored.kind === 'changed') await enqueueLooks(tx, tools, [restored.excerpt])
      return restored
    })
    await failUnlessChanged(tools, end, null)
    return c.json(await loadExcerpt(db, id), 200)
  })
}

function wishOf(deed: ExcerptDeed): ManyWish {
  if (deed.kind === 'untag') return { kind: 'retag', from: deed.label, to: null }
  return deed.kind === 'withdraw' ? { kind: 'withdraw', why: deed.why ?? null } : deed
}

type LabelChange = { readonly kind: 'basket' | 'tag'; readonly from: string; readonly to: string | null }

function renameOf({ kind, from, to }: LabelChange): ManyWish {
  return kind === 'basket' ? { kind: 'basket', label: to } : { kind: 'retag', from, to }
}

/** In the order of the basket, which they keep in the one they come into. */
async function listLabelled(tx: Tx, { kind, from }: LabelChange): Promise<Picked[]> {
  const filter = kind === 'basket' ? { baskets: [from] } : { tags: [from] }
  const found = await listExcerpts(tx, filter, MOST_LABELLED, { order: kind === 'basket' ? 'basket' : 'newest' })
  if (found.length === 0) throw notFound(kind)
  return found.map(({ id }) => ({ id }))
}

/** While an excerpt was withdrawn nobody looked for its words in what was read since. */
async function lookAgain(tx: Tx, tools: ServerTools, end: ManyEnd): Promise<void> {
  if (end.kind !== 'done') return
  const excerpts = await findExcerpts(
    tx,
    end.changed.map(({ id }) => id),
  )
  await enqueueLooks(
    tx,
    tools,
    excerpts.filter(({ withdrawnAt }) => withdrawnAt === null),
  )
}

async function enqueueLooks(tx: Tx, { queue, now }: ServerTools, excerpts: readonly StoredExcerpt[]): Promise<void> {
  const items = await findItems(tx, [...new Set(excerpts.map(({ itemId }) => itemId))])
  const readings = new Set([
    ...excerpts.map(({ readingId }) => readingId),
    ...items.flatMap(({ readingId }) => (readingId === null ? [] : [readingId])),
  ])
  if (readings.size > 0)
    await queue.enqueue(
      tx,
      [...readings].map((readingId) => reanchorJob(readingId, now())),
    )
}

async function showEnd({ db }: ServerTools, end: ManyEnd, yours: unknown) {
  if (end.kind === 'no-such-deed') throw notFound('deed')
  if (end.kind === 'conflict') throw stale('excerpt', { excerpts: await loadExcerpts(db, end.current) }, yours)
  const { deedId, changed, unchanged } = end
  return { deedId, changed: changed.map((each) => ({ ...each })), unchanged }
}
