// What people do to a translation: write a sentence, let words or doubts stand, go back, stop the engines; and what helps
// them to write.

import { createRoute, z } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import { findTranslation, type StoredTranslation } from '../../store/translations.ts'
import { changeTranslation, stopTranslation } from '../../translate/change-translation.ts'
import { findSentenceAids } from '../../translate/find-sentence-aids.ts'
import type { TranslationChange } from '../../translate/plan-change.ts'
import { announceTranslations } from '../announce-translations.ts'
import type { Api } from '../api.ts'
import { presentTranslation } from '../present/translations.ts'
import { idShape } from '../shapes/plain.ts'
import {
  flagDismissalShape,
  joinShape,
  restorationShape,
  segmentCorrectionShape,
  sentenceAidsShape,
  splitShape,
  translationReviewShape,
  translationShape,
  translationStopShape,
  type TranslationView,
} from '../shapes/translation.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy, stale } from './route-parts.ts'

const tags = ['translations']
const answered = { 200: jsonAnswer(translationShape, 'The translation'), ...problemAnswer }

const segmentParams = z.object({
  id: idShape.openapi({ param: { name: 'id', in: 'path' } }),
  segment: z
    .string()
    .regex(/^(?:title|\d{1,6})$/)
    .openapi({ param: { name: 'segment', in: 'path' }, description: 'From 0, or `title`' }),
})

const correctRoute = createRoute({
  method: 'patch',
  path: '/api/translations/{id}/segments/{segment}',
  operationId: 'correctSegment',
  tags,
  summary: 'Write one sentence of a translation',
  description: 'The words are then a person’s, and the memory learns them.',
  request: { params: segmentParams, body: jsonBody(segmentCorrectionShape) },
  responses: answered,
})

const reviewRoute = createRoute({
  method: 'post',
  path: '/api/translations/{id}/reviews',
  operationId: 'reviewTranslation',
  tags,
  summary: 'Let machine words stand, having read them',
  request: { params: idParamsShape, body: jsonBody(translationReviewShape) },
  responses: answered,
})

const dismissRoute = createRoute({
  method: 'post',
  path: '/api/translations/{id}/dismissals',
  operationId: 'dismissFlag',
  tags,
  summary: 'Say of a doubt that it is right as it is, or take that back',
  request: { params: idParamsShape, body: jsonBody(flagDismissalShape) },
  responses: answered,
})

const restoreRoute = createRoute({
  method: 'post',
  path: '/api/translations/{id}/restorations',
  operationId: 'restoreWording',
  tags,
  summary: 'Go back on a revision: in all its places, or to what one sentence said',
  description: 'A new revision; nothing of the history is taken away. The memory follows.',
  request: { params: idParamsShape, body: jsonBody(restorationShape) },
  responses: answered,
})

const joinRoute = createRoute({
  method: 'post',
  path: '/api/translations/{id}/joins',
  operationId: 'joinSentences',
  tags,
  summary: 'Take a sentence and the next as one',
  request: { params: idParamsShape, body: jsonBody(joinShape) },
  responses: answered,
})

const splitRoute = createRoute({
  method: 'post',
  path: '/api/translations/{id}/splits',
  operationId: 'splitSentence',
  tags,
  summary: 'Take a sentence in two parts',
  request: { params: idParamsShape, body: jsonBody(splitShape) },
  responses: answered,
})

const stopRoute = createRoute({
  method: 'post',
  path: '/api/translations/{id}/stops',
  operationId: 'stopTranslation',
  tags,
  summary: 'Ask engines for no more of it',
  description: 'What they are asked for at this moment is paid for, and still comes.',
  request: { params: idParamsShape, body: jsonBody(translationStopShape) },
  responses: answered,
})

const aidsRoute = createRoute({
  method: 'get',
  path: '/api/translations/{id}/segments/{segment}/aids',
  operationId: 'listSentenceAids',
  tags,
  summary: 'What helps to write a sentence: the memory’s matches and the agreed terms in it',
  request: { params: segmentParams },
  responses: { 200: jsonAnswer(sentenceAidsShape, 'The best matches first'), ...problemAnswer },
})

const readPlace = (segment: string): number | null => (segment === 'title' ? null : Number(segment))

export function addTranslationDeedRoutes(api: Api, tools: ServerTools): void {
  const change = (wish: ChangeWish) => changeAndPresent(tools, wish)

  api.openapi(correctRoute, async (c) => {
    const { id, segment } = c.req.valid('param')
    const wish = c.req.valid('json')
    return c.json(await change({ id, wish, kind: 'correct', segment: readPlace(segment), target: wish.target }), 200)
  })

  api.openapi(reviewRoute, async (c) => {
    const wish = c.req.valid('json')
    return c.json(await change({ ...c.req.valid('param'), wish, kind: 'review', segments: wish.segments }), 200)
  })

  api.openapi(dismissRoute, async (c) => {
    const wish = c.req.valid('json')
    const { segment, flag, isDismissed } = wish
    return c.json(await change({ ...c.req.valid('param'), wish, kind: 'dismiss', segment, flag, isDismissed }), 200)
  })

  api.openapi(restoreRoute, async (c) => {
    const wish = c.req.valid('json')
    const { of, segment, words } = wish
    return c.json(await change({ ...c.req.valid('param'), wish, kind: 'restore', of, segment, words }), 200)
  })

  addLayoutRoutes(api, change)

  addWorkRoutes(api, tools)
}

function addWorkRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(stopRoute, async (c) => {
    const standing = await getTranslation(tools, c.req.valid('param').id)
    const by = { signedBy: await signedBy(tools, c.req.valid('json').signedBy), now: now() }
    return c.json(await presentTranslation(db, await stopTranslation(tools, standing, by)), 200)
  })

  api.openapi(aidsRoute, async (c) => {
    const { id, segment } = c.req.valid('param')
    const aids = await findSentenceAids(db, await getTranslation(tools, id), readPlace(segment))
    if (!aids) throw notFound('sentence')
    return c.json(aids, 200)
  })
}

function addLayoutRoutes(api: Api, change: (wish: ChangeWish) => Promise<TranslationView>): void {
  api.openapi(joinRoute, async (c) => {
    const wish = c.req.valid('json')
    return c.json(await change({ ...c.req.valid('param'), wish, kind: 'join', segment: wish.segment }), 200)
  })

  api.openapi(splitRoute, async (c) => {
    const wish = c.req.valid('json')
    const { segment, sourceAt, targetAt } = wish
    return c.json(await change({ ...c.req.valid('param'), wish, kind: 'split', segment, sourceAt, targetAt }), 200)
  })
}

type ChangeWish = TranslationChange & {
  readonly id: string
  readonly wish: { readonly revision: number; readonly signedBy?: string | undefined }
}

async function getTranslation({ db }: ServerTools, id: string): Promise<StoredTranslation> {
  const standing = await findTranslation(db, readId<'translation'>(id))
  if (!standing) throw notFound('translation')
  return standing
}

async function changeAndPresent(tools: ServerTools, { id, wish, ...change }: ChangeWish): Promise<TranslationView> {
  const { db, now } = tools
  const standing = await getTranslation(tools, id)
  const by = { signedBy: await signedBy(tools, wish.signedBy), now: now() }
  const end = await changeTranslation(db, standing, wish.revision, change, by)
  if (end.kind === 'refused') throw new DeskError('bad-input', end.reason)
  if (end.kind === 'stale') throw stale('translation', await presentTranslation(db, end.current), wish)
  await announceTranslations(tools, [standing.itemId])
  return presentTranslation(db, end.translation)
}
