// Translations of an item: made by engines or people, corrected sentence by sentence, reviewed, with their history.

import { createRoute, z } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import type { ItemId } from '../../domain/feed.ts'
import type { TranslationId } from '../../domain/translation.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findItem } from '../../store/items.ts'
import { translateJob } from '../../store/queue/new-jobs.ts'
import { findReading, findReadings, type StoredReading } from '../../store/readings.ts'
import { findTranslation, listRevisions, listTranslations, type StoredTranslation } from '../../store/translations.ts'
import { beginTranslation, changeTranslation, type TranslationChange } from '../../translate/change-translation.ts'
import { digestOf } from '../../translate/plan-translation.ts'
import { announceTranslations } from '../announce-translations.ts'
import type { Api } from '../api.ts'
import { idShape } from '../shapes/plain.ts'
import {
  segmentCorrectionShape,
  translationHistoryShape,
  translationListShape,
  translationReviewShape,
  translationShape,
  translationWishShape,
  type TranslationView,
} from '../shapes/translation.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy, stale } from './route-parts.ts'

const tags = ['translations']

const listRoute = createRoute({
  method: 'get',
  path: '/api/items/{id}/translations',
  operationId: 'listTranslations',
  tags,
  summary: 'Every translation of an item, the latest first',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(translationListShape, 'The translations'), ...problemAnswer },
})

const makeRoute = createRoute({
  method: 'post',
  path: '/api/items/{id}/translations',
  operationId: 'translateItem',
  tags,
  summary: 'Have an item translated',
  description:
    'Answers at once with the translation as it stands; engines fill it later. Asking again tries again what has failed.',
  request: { params: idParamsShape, body: jsonBody(translationWishShape) },
  responses: { 202: jsonAnswer(translationShape, 'The translation as it stands'), ...problemAnswer },
})

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
  responses: { 200: jsonAnswer(translationShape, 'The translation'), ...problemAnswer },
})

const reviewRoute = createRoute({
  method: 'post',
  path: '/api/translations/{id}/reviews',
  operationId: 'reviewTranslation',
  tags,
  summary: 'Let machine words stand, having read them',
  request: { params: idParamsShape, body: jsonBody(translationReviewShape) },
  responses: { 200: jsonAnswer(translationShape, 'The translation'), ...problemAnswer },
})

const historyRoute = createRoute({
  method: 'get',
  path: '/api/translations/{id}/history',
  operationId: 'listTranslationHistory',
  tags,
  summary: 'Who changed what, newest first',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(translationHistoryShape, 'The revisions'), ...problemAnswer },
})

export function addTranslationRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(listRoute, async (c) => {
    const translations = await listTranslations(db, readId<'item'>(c.req.valid('param').id) as ItemId)
    const readings = await findReadings(db, [...new Set(translations.map(({ readingId }) => readingId))])
    const byId = new Map(readings.map((reading) => [reading.id, reading]))
    return c.json({ translations: translations.map((one) => present(one, byId.get(one.readingId))) }, 200)
  })

  api.openapi(makeRoute, async (c) => {
    const item = await findItem(db, readId<'item'>(c.req.valid('param').id))
    if (!item) throw notFound('item')
    const reading = item.readingId === null ? undefined : await findReading(db, item.readingId)
    if (!reading || reading.text.trim() === '')
      throw new DeskError('bad-input', 'There is no text of this page to translate yet.')
    const wish = c.req.valid('json')
    const to = wish.to ?? tools.translation?.to ?? 'en'
    if (reading.language === null)
      throw new DeskError('bad-input', 'The language of this page is not known, so it cannot be translated.')
    const by = { signedBy: await signedBy(tools, wish.signedBy), now: now() }
    const standing = await beginTranslation(db, reading, to, by)
    if (wish.by === 'engines') {
      await inTransaction(db, (tx) =>
        queue.enqueue(tx, [translateJob({ readingId: reading.id, to, extent: 'lead', tries: 0 }, now())]),
      )
      tools.wake()
    }
    return c.json(present(standing, reading), 202)
  })

  async function change(
    id: string,
    revision: number,
    wish: TranslationChange,
    yours: unknown,
    name: string | undefined,
  ): Promise<TranslationView> {
    const standing = await findTranslation(db, readId<'translation'>(id) as TranslationId)
    if (!standing) throw notFound('translation')
    const end = await changeTranslation(db, standing, revision, wish, {
      signedBy: await signedBy(tools, name),
      now: now(),
    })
    if (end.kind === 'refused') throw new DeskError('bad-input', end.reason)
    const reading = await findReading(db, standing.readingId)
    if (end.kind === 'stale') throw stale('translation', present(end.current, reading), yours)
    await announceTranslations(tools, [standing.itemId])
    return present(end.translation, reading)
  }

  api.openapi(correctRoute, async (c) => {
    const { id, segment } = c.req.valid('param')
    const wish = c.req.valid('json')
    const at = segment === 'title' ? null : Number(segment)
    return c.json(
      await change(id, wish.revision, { kind: 'correct', segment: at, target: wish.target }, wish, wish.signedBy),
      200,
    )
  })

  api.openapi(reviewRoute, async (c) => {
    const wish = c.req.valid('json')
    return c.json(
      await change(
        c.req.valid('param').id,
        wish.revision,
        { kind: 'review', segments: wish.segments },
        wish,
        wish.signedBy,
      ),
      200,
    )
  })

  api.openapi(historyRoute, async (c) => {
    const id = readId<'translation'>(c.req.valid('param').id)
    if (!(await findTranslation(db, id))) throw notFound('translation')
    return c.json({ revisions: await listRevisions(db, id) }, 200)
  })
}

function present(translation: StoredTranslation, reading: StoredReading | undefined): TranslationView {
  const { textDigest, segments, titleFlags, leftOver, ...rest } = translation
  const isCurrent = reading !== undefined && digestOf(reading.text) === textDigest
  return {
    ...rest,
    isCurrent,
    isWaiting: segments.some(({ state }) => state === 'none'),
    titleFlags: titleFlags.map((flag) => ({ ...flag })),
    leftOver: leftOver.map((one) => ({ ...one })),
    segments: segments.map((segment) => ({ ...segment, flags: segment.flags.map((flag) => ({ ...flag })) })),
  }
}
