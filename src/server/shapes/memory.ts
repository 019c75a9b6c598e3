// The translation memory as the web sees it.

import { z } from '@hono/zod-openapi'
import { countShape, cursorShape, instantShape, languageShape } from './plain.ts'
import { translationStateShape } from './translation.ts'

const pairShape = { from: languageShape, to: languageShape }
/** What a memory may hold: unread machine words are none of it. */
const keptStateShape = z.enum(['machine-reviewed', 'human'])

export const memoryShape = z
  .object({ pairs: z.array(z.object({ ...pairShape, segments: countShape })) })
  .openapi('MemoryView')

export const memorySegmentShape = z
  .object({
    no: z.number().int().openapi({ description: 'Its number' }),
    ...pairShape,
    source: z.string(),
    target: z.string(),
    state: translationStateShape,
    origin: z.string(),
    changedAt: instantShape,
  })
  .openapi('MemorySegment')

export const memoryMatchesShape = z
  .object({
    matches: z.array(
      memorySegmentShape.extend({ match: z.number().openapi({ description: '1 = the same sentence' }) }),
    ),
  })
  .openapi('MemoryMatches')

export const memoryMatchesQueryShape = z.object({
  ...pairShape,
  text: z.string().min(1).max(5_000),
  least: z.coerce.number().min(0.6).max(1).default(0.7),
  limit: z.coerce.number().int().min(1).max(50).default(5),
})

export const memoryPageQueryShape = z.object({
  from: languageShape.optional(),
  to: languageShape.optional(),
  q: z.string().max(500).optional().openapi({ description: 'Words as they stand in the sentence or its translation' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: cursorShape.optional(),
})

export const memoryPageShape = z
  .object({
    segments: z.array(memorySegmentShape),
    next: cursorShape.nullable().openapi({ description: 'Where to look on, also when nothing was found so far' }),
    looked: countShape.openapi({ description: 'Sentences looked at for this page' }),
  })
  .openapi('MemoryPage')

export const memoryLessonShape = z
  .strictObject({
    ...pairShape,
    source: z.string().trim().min(1, 'Give the sentence.').max(20_000),
    target: z.string().trim().min(1, 'Give the translation.').max(20_000),
    state: keptStateShape.default('human'),
    origin: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .optional()
      .openapi({ description: 'Whose words they are; absent = yours' }),
  })
  .openapi('MemoryLesson')

export const memoryCorrectionShape = z
  .strictObject({
    target: z.string().trim().min(1, 'Give the translation.').max(20_000),
    changedAt: instantShape.openapi({ description: 'Of the sentence as you saw it' }),
  })
  .openapi('MemoryCorrection')

export const memoryImportShape = z
  .object({
    units: countShape,
    learnt: countShape,
    passedOver: countShape.openapi({ description: 'Unread machine words, which are not learnt' }),
    fresh: countShape,
    changed: countShape,
    same: countShape,
    pairs: z.array(z.object({ ...pairShape, units: countShape })),
  })
  .openapi('MemoryImport')

export type MemoryView = z.infer<typeof memoryShape>
export type MemorySegment = z.infer<typeof memorySegmentShape>
export type MemoryMatches = z.infer<typeof memoryMatchesShape>
export type MemoryPage = z.infer<typeof memoryPageShape>
export type MemoryLesson = z.input<typeof memoryLessonShape>
export type MemoryCorrection = z.infer<typeof memoryCorrectionShape>
export type MemoryImported = z.infer<typeof memoryImportShape>
