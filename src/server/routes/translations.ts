// Translations of an item: those that are there, one more, and their history.

import { createRoute } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import type { ItemId } from '../../domain/feed.ts'
import { primaryOf } from '../../lib/primary-of.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findItem } from '../../store/items.ts'
import { translateJob } from '../../store/queue/new-jobs.ts'
import { findReading } from '../../store/readings.ts'
import { findTranslation, listRevisions, listTranslations } from '../../store/translations.ts'
import { beginTranslation } from '../../translate/change-translation.ts'
import type { Api } from '../api.ts'
import { presentRevisions, presentTranslation, presentTranslations } from '../present/translations.ts'
import {
  translationHistoryShape,
  translationListShape,
  translationShape,
  translationWishShape,
} from '../shapes/translation.ts'
import { targetLanguage } from '../target-language.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy } from './route-parts.ts'

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
    return c.json({ translations: await presentTranslations(db, translations) }, 200)
  })

  api.openapi(makeRoute, async (c) => {
    const item = await findItem(db, readId<'item'>(c.req.valid('param').id))
    if (!item) throw notFound('item')
    const reading = item.readingId === null ? undefined : await findReading(db, item.readingId)
    if (!reading || reading.text.trim() === '')
      throw new DeskError('bad-input', 'There is no text of this page to translate yet.')
    const wish = c.req.valid('json')
    const to = wish.to ?? (await targetLanguage(tools))
    if (reading.language === null)
      throw new DeskError('bad-input', 'The language of this page is not known, so it cannot be translated.')
    // A text in Traditional characters may well be wanted in simplified ones.
    if (to === reading.language || to === primaryOf(reading.language))
      throw new DeskError('bad-input', `This page is in that language already (${to}).`)
    const by = { signedBy: await signedBy(tools, wish.signedBy), now: now() }
    const standing = await beginTranslation(db, reading, to, by)
    if (wish.by === 'engines') {
      await inTransaction(db, (tx) =>
        queue.enqueue(tx, [translateJob({ readingId: reading.id, to, extent: 'lead', tries: 0 }, now())]),
      )
      tools.wake()
    }
    return c.json(await presentTranslation(db, standing), 202)
  })

  api.openapi(historyRoute, async (c) => {
    const id = readId<'translation'>(c.req.valid('param').id)
    if (!(await findTranslation(db, id))) throw notFound('translation')
    return c.json(presentRevisions(await listRevisions(db, id)), 200)
  })
}
