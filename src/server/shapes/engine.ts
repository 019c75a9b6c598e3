// Engines as the web sees them: what they are, what they cost, how they answer. Keys are not among it.

import { z } from '@hono/zod-openapi'
import { countShape, instantShape, languageShape } from './plain.ts'

const engineNameShape = z
  .string()
  .openapi({ description: 'Its kind, with a number when there are several of one kind', example: 'deepl' })

export const troubleKindShape = z.enum([
  'refused',
  'over-quota',
  'busy',
  'away',
  'unsupported',
  'nonsense',
  'too-large',
  'over-budget',
])

export const engineShape = z
  .object({
    name: engineNameShape,
    engine: z.enum(['libretranslate', 'deepl', 'openai', 'apertium', 'local', 'human']),
    model: z.string().nullable(),
    endpoint: z.string().nullable().openapi({ description: 'Host and port; null = on this machine' }),
    pairs: z.array(z.string()).openapi({ description: 'Languages it is asked for, as ar>en; empty = all' }),
    pricePerMillion: z.number().nullable(),
    isOff: z.boolean().openapi({ description: 'By the settings of the desk' }),
    spent: z.object({
      requests: countShape,
      characters: countShape,
      money: z.number(),
      lost: countShape.describe(
        'Characters among these whose answers never came, or went with the process that had asked',
      ),
    }),
    budget: z.object({ characters: countShape.nullable(), money: z.number().nullable() }),
    isUsedUp: z.boolean(),
    answeredAt: instantShape.nullable().openapi({ description: 'When it last translated' }),
    trouble: z
      .object({ kind: z.string(), reason: z.string(), at: instantShape })
      .nullable()
      .openapi({ description: 'The last one, also when it is over: see `answeredAt`' }),
  })
  .openapi('Engine')

export const engineListShape = z
  .object({
    to: languageShape.openapi({ description: 'The language that pages are translated into when none is named' }),
    isAutomatic: z.boolean().openapi({ description: 'Pages are translated as they are read' }),
    configured: z.object({ to: languageShape, isAutomatic: z.boolean() }),
    month: z.string().openapi({ example: '2026-11' }),
    engines: z.array(engineShape),
  })
  .openapi('EngineList')

const stepShape = z.object({
  by: z.string().openapi({ description: '`memory`, the name of an engine, or `people`' }),
  state: z.enum(['asked', 'off', 'used-up', 'no-pair', 'not-reached']).openapi({
    description: '`no-pair`: it says that it does not have these languages; `not-reached`: people come before it',
  }),
})

export const engineOrderListShape = z
  .object({
    to: languageShape,
    orders: z.array(
      z.object({
        from: languageShape,
        items: countShape.openapi({ description: 'Items of the desk in this language' }),
        steps: z.array(stepShape),
      }),
    ),
  })
  .openapi('EngineOrderList')

export const engineTrialWishShape = z
  .strictObject({
    engine: engineNameShape,
    text: z.string().trim().min(1, 'Give a sentence.').max(500),
    from: languageShape.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language tag, as in ar.'),
    to: languageShape.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language tag, as in en.').optional(),
  })
  .openapi('EngineTrialWish')

export const engineTrialShape = z
  .object({
    kind: z.enum(['translated', ...troubleKindShape.options]),
    target: z.string().nullable(),
    reason: z.string().nullable().openapi({ description: 'Why there is no translation, for people' }),
    version: z.string().nullable(),
    to: languageShape,
    tookMs: z.number(),
  })
  .openapi('EngineTrial')

export type EngineView = z.infer<typeof engineShape>
export type EngineList = z.infer<typeof engineListShape>
export type EngineOrderList = z.infer<typeof engineOrderListShape>
export type EngineTrialWish = z.input<typeof engineTrialWishShape>
export type EngineTrial = z.infer<typeof engineTrialShape>
