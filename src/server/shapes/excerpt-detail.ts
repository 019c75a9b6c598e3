// One excerpt with its history: its revisions, the looks at whether its words still stand, and its uses.

import { z } from '@hono/zod-openapi'
import { offsetShape, anchoringShape, translationStateShape, anchorShape, excerptShape } from './excerpt.ts'
import { countShape, idShape, instantShape } from './plain.ts'

const foundShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held') }),
  z.object({
    kind: z.literal('moved'),
    anchor: anchorShape,
    how: z.enum(['same-words', 'alike']),
    distance: countShape,
    places: countShape,
  }),
  z.object({ kind: z.literal('lost'), reason: z.string() }),
])

export const excerptCheckShape = z
  .object({
    id: idShape,
    readingId: idShape,
    captureId: idShape,
    at: instantShape,
    anchoring: anchoringShape,
    report: z.array(z.object({ exact: z.string(), from: z.array(offsetShape), found: foundShape })),
    decision: z.enum(['take', 'keep', 'replaced']).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instantShape.nullable(),
  })
  .openapi('ExcerptCheck')

export const excerptUseShape = z
  .object({
    id: idShape,
    place: z.string(),
    note: z.string().nullable(),
    signedBy: z.string(),
    signedAt: instantShape,
    removed: z
      .object({ id: idShape, by: z.string(), at: instantShape })
      .nullable()
      .openapi({ description: 'The record that took it back; null = it stands' }),
  })
  .openapi('ExcerptUse')

export const excerptDetailShape = excerptShape
  .extend({
    standsNow: z
      .boolean()
      .openapi({ description: 'Whether the reading holds its words at their place, looked at just now' }),
    share: z.number().openapi({ description: 'How much of the page’s text is quoted, 0–1' }),
    revisions: z.array(
      z.object({
        number: countShape,
        deed: z.enum(['made', 'changed', 'anchored', 'withdrawn', 'restored', 'imported']),
        signedBy: z.string(),
        signedAt: instantShape,
        why: z.string().nullable(),
        content: z
          .object({
            printed: z.string(),
            translation: z
              .object({
                printed: z.string(),
                state: translationStateShape,
                by: z.string().nullable(),
                edited: z.boolean(),
              })
              .nullable(),
            speaker: z.string().nullable(),
            tags: z.array(z.string()),
            note: z.string().nullable(),
            basket: z.string().nullable(),
            captureId: idShape,
          })
          .nullable()
          .openapi({ description: 'The excerpt as it was then; null = not on record' }),
      }),
    ),
    checks: z.array(excerptCheckShape),
    uses: z.array(excerptUseShape),
  })
  .openapi('ExcerptDetail')

export type ExcerptDetail = z.infer<typeof excerptDetailShape>
export type ExcerptCheck = z.infer<typeof excerptCheckShape>
export type ExcerptUse = z.infer<typeof excerptUseShape>
