// Excerpts: passages of a reading with their translation. Offsets are UTF-16 units of the reading's text. Words come without
// marks of direction; `display` of a citation has them.

import { z } from '@hono/zod-openapi'
import { statementShape } from './outlet.ts'
import { countShape, cursorShape, directionShape, idShape, instantShape, languageShape } from './plain.ts'

export const offsetShape = z.number().int().nonnegative()
export const gluedShape = z.enum(['left', 'right', 'both'])

export const revisionShape = countShape.openapi({
  description: 'As read: when it has changed since, the answer is 409',
})

export const tagShape = z.string().trim().min(1, 'A tag is a word.').max(80)
export const basketShape = z.string().trim().max(200)
export const noteShape = z.string().max(5_000)

export const anchoringShape = z.enum(['held', 'moved', 'lost']).openapi({
  description: '`moved`: its words stand elsewhere and a person has to confirm; `lost`: they were not found',
})

export const translationStateShape = z.enum(['none', 'machine', 'machine-reviewed', 'human'])

export const anchorShape = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: offsetShape,
  end: offsetShape,
})

const elisionShape = z.object({ kind: z.literal('elision'), glued: gluedShape.optional() })
const insertionShape = z.object({ kind: z.literal('insertion'), text: z.string(), glued: gluedShape.optional() })
const quoteShape = z.object({ kind: z.literal('quote'), anchor: anchorShape })
const wordsShape = z.object({ kind: z.literal('words'), text: z.string() })
const partShape = z.discriminatedUnion('kind', [quoteShape, elisionShape, insertionShape]).openapi('ExcerptPart')

const translatedPartShape = z
  .discriminatedUnion('kind', [wordsShape, elisionShape, insertionShape])
  .openapi('TranslatedPart')

export const excerptTranslationShape = z
  .object({
    language: languageShape,
    parts: z.array(translatedPartShape),
    printed: z.string(),
    state: translationStateShape,
    by: z.string().nullable(),
    at: instantShape.nullable(),
    edited: z.boolean().openapi({ description: 'Its words were changed by hand in the excerpt' }),
    doubts: z
      .array(z.string())
      .openapi({ description: 'Marks of machine translation, for people; empty = none were found' }),
    differs: z
      .array(z.string())
      .openapi({ description: 'Figures of the one side that the other has not, for people; empty = none were found' }),
  })
  .openapi('ExcerptTranslation')

export const excerptShape = z
  .object({
    id: idShape,
    itemId: idShape,
    readingId: idShape,
    captureId: idShape,
    parts: z.array(partShape),
    printed: z.string().openapi({ description: 'The original with “…” and “[…]” in their places' }),
    language: languageShape.nullable(),
    direction: directionShape,
    speaker: z.string().nullable(),
    translation: excerptTranslationShape.nullable(),
    anchoring: anchoringShape,
    tags: z.array(z.string()),
    note: z.string().nullable(),
    basket: z.string().nullable(),
    madeBy: z.string(),
    madeAt: instantShape,
    changedAt: instantShape,
    withdrawnAt: instantShape.nullable(),
    revision: countShape,
    position: z.number().nullable().openapi({ description: 'In its basket: lower stands before higher' }),
    uses: countShape.openapi({ description: 'How many uses of it stand' }),
    page: z.object({
      title: z.string().nullable(),
      titleEnglish: z.object({ title: z.string(), state: translationStateShape, by: z.string().nullable() }).nullable(),
      outletId: idShape,
      outlet: z.string(),
      outletAsPrinted: z.string().nullable(),
      descriptor: statementShape.nullable().openapi({ description: 'As valid on the day of publication' }),
      publishedEdtf: z.string().nullable(),
      url: z.string(),
    }),
  })
  .openapi('Excerpt')

export const excerptListShape = z
  .object({ excerpts: z.array(excerptShape), next: cursorShape.nullable(), total: countShape })
  .openapi('ExcerptList')

export type Excerpt = z.infer<typeof excerptShape>
export type ExcerptList = z.infer<typeof excerptListShape>
