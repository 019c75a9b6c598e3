// What is asked for and sent to make or change an excerpt, to decide where it rests, and to say that it is used.

import { z } from '@hono/zod-openapi'
import {
  offsetShape,
  gluedShape,
  revisionShape,
  tagShape,
  basketShape,
  noteShape,
  translationStateShape,
} from './excerpt.ts'
import { idShape, instantShape, signatureShape } from './plain.ts'

const pieceShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('range'), start: offsetShape, end: offsetShape }),
  z.strictObject({ kind: z.literal('elision'), glued: gluedShape.optional() }),
  z.strictObject({
    kind: z.literal('insertion'),
    text: z.string().trim().min(1).max(500),
    glued: gluedShape.optional(),
  }),
])

const piecesShape = z.array(pieceShape).min(1, 'Select at least one passage.').max(200)

const translationWishShape = z.strictObject({
  language: z.string().min(2).max(35),
  parts: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('words'), text: z.string().max(100_000) }),
        z.strictObject({ kind: z.literal('elision'), glued: gluedShape.optional() }),
        z.strictObject({ kind: z.literal('insertion'), text: z.string().max(500), glued: gluedShape.optional() }),
      ]),
    )
    .max(400)
    .optional()
    .openapi({ description: 'As it is to be printed, in parts; or else `text`' }),
  text: z.string().max(100_000).optional().openapi({ description: '“…” and “[…]” in it become parts' }),
  edited: z.boolean().default(false).openapi({ description: 'Whether its words were changed by hand in the excerpt' }),
  state: translationStateShape,
  by: z.string().max(200).nullable().default(null),
  at: instantShape.nullable().default(null),
})

const contentWish = {
  translation: translationWishShape.nullable().optional(),
  speaker: z.string().max(300).nullable().optional(),
  tags: z.array(tagShape).max(50).optional(),
  note: noteShape.nullable().optional(),
  basket: basketShape.nullable().optional(),
  signedBy: signatureShape.optional(),
}

export const excerptToMakeShape = z
  .strictObject({
    readingId: idShape,
    pieces: piecesShape.optional().openapi({ description: 'What was selected, in its order; or else `typed`' }),
    typed: z
      .string()
      .max(60_000)
      .optional()
      .openapi({ description: 'Words as typed or pasted; they are found in the reading, “…” and “[…]” become parts' }),
    from: offsetShape.default(0).openapi({ description: 'Where to begin looking for `typed`' }),
    ...contentWish,
  })
  .refine(({ pieces, typed }) => (pieces === undefined) !== (typed === undefined), 'Give either pieces or typed words.')
  .openapi('ExcerptToMake')

export const passagesToFindShape = z
  .strictObject({ readingId: idShape, typed: z.string().trim().min(1).max(60_000), from: offsetShape.default(0) })
  .openapi('PassagesToFind')

export const passagesFoundShape = z.object({ pieces: z.array(pieceShape) }).openapi('PassagesFound')

export const excerptChangeShape = z
  .strictObject({
    revision: revisionShape,
    pieces: piecesShape.optional(),
    readingId: idShape
      .optional()
      .openapi({ description: 'Another reading of the same page that the pieces are of; else the one it rests on' }),
    ...contentWish,
  })
  .refine(
    ({ readingId, pieces }) => readingId === undefined || pieces !== undefined,
    'Give the pieces of that reading.',
  )
  .openapi('ExcerptChange')

export const anchoringDecisionShape = z
  .strictObject({
    revision: revisionShape,
    decision: z.enum(['take', 'keep']).openapi({
      description: '`take` = it rests on what was found from now on; `keep` = it stays on the version that was cited',
    }),
    signedBy: signatureShape.optional(),
  })
  .openapi('AnchoringDecision')

export const excerptUseToAddShape = z
  .strictObject({
    place: z.string().trim().min(1, 'Say where it is used.').max(300),
    note: noteShape.nullable().default(null),
    signedBy: signatureShape.optional(),
  })
  .openapi('ExcerptUseToAdd')

export type ExcerptToMake = z.input<typeof excerptToMakeShape>
export type PassagesFound = z.infer<typeof passagesFoundShape>
export type ExcerptChange = z.input<typeof excerptChangeShape>
export type AnchoringDecision = z.input<typeof anchoringDecisionShape>
export type ExcerptUseToAdd = z.input<typeof excerptUseToAddShape>
