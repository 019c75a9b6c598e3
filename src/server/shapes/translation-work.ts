// Translations that are not whole: what waits, what failed and why, what is left to people.

import { z } from '@hono/zod-openapi'
import { countShape, directionShape, idShape, instantShape, languageShape } from './plain.ts'

const workStateShape = z.enum(['waiting', 'failed', 'people']).openapi({
  description:
    '`waiting`: in the queue; `failed`: engines could not, and are not asked again by themselves; `people`: left to people',
})

export const translationWorkQueryShape = z.object({
  state: workStateShape.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

export const translationWorkShape = z
  .object({
    counts: z.object({ waiting: countShape, failed: countShape, people: countShape }),
    reasons: z
      .array(z.object({ reason: z.string(), count: countShape }))
      .openapi({ description: 'Why the failed ones failed, the most frequent first' }),
    total: countShape,
    work: z.array(
      z.object({
        id: idShape,
        itemId: idShape,
        title: z.string().nullable(),
        language: languageShape.nullable(),
        direction: directionShape,
        outlet: z.object({ id: idShape, name: z.string() }),
        from: languageShape,
        to: languageShape,
        state: workStateShape,
        done: countShape.openapi({ description: 'Sentences that have a translation' }),
        of: countShape,
        reason: z.string().nullable(),
        changedAt: instantShape,
        nextTryAt: instantShape.nullable(),
      }),
    ),
  })
  .openapi('TranslationWork')

export const translationRetryShape = z
  .object({ queued: countShape, left: countShape.openapi({ description: 'Too many for one time: ask again' }) })
  .openapi('TranslationRetry')

export type TranslationWorkState = z.infer<typeof workStateShape>
export type TranslationWork = z.infer<typeof translationWorkShape>
export type TranslationWorkLine = TranslationWork['work'][number]
export type TranslationRetry = z.infer<typeof translationRetryShape>
