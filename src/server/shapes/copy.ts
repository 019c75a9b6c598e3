// Copies: who prints whose text, of which kind, and what was changed on the way.

import { z } from '@hono/zod-openapi'
import { copyKinds } from '../../domain/copy.ts'
import { itemTranslationShape } from './item.ts'
import { outletCardShape } from './outlet.ts'
import { countShape, directionShape, idShape, instantShape, languageShape } from './plain.ts'

export const copyKindShape = z.enum(copyKinds)

/** An item as it is named among copies. */
export const copyItemShape = z
  .object({
    id: idShape,
    title: z.string().nullable(),
    language: languageShape.nullable(),
    direction: directionShape,
    outlet: outletCardShape,
    publishedEdtf: z.string().nullable(),
    seenAt: instantShape,
    translation: itemTranslationShape.nullable(),
  })
  .openapi('CopyItem')

const share = z.number().min(0).max(1)

export const copyShape = z
  .object({
    item: copyItemShape,
    of: copyItemShape.openapi({ description: 'The original, or a copy of it that stands nearer' }),
    kind: copyKindShape,
    certainty: z.enum(['certain', 'likely', 'possible']),
    ofOriginal: share.openapi({ description: 'How much of the original’s own words the copy holds' }),
    ofCopy: share.openapi({ description: 'How much of the copy’s own words the original holds' }),
    why: z.string(),
  })
  .openapi('Copy')

export const copyGroupShape = z
  .object({
    origin: copyItemShape.openapi({ description: 'The likeliest original among the members; nothing here is proof' }),
    confidence: share.openapi({ description: '0.5 = it could as well be another member' }),
    reasons: z.array(z.string()),
    creditedElsewhere: z
      .object({ name: z.string(), words: z.string() })
      .nullable()
      .openapi({ description: 'A source that members name and that is not among them' }),
    members: countShape,
    copies: z.array(copyShape).openapi({ description: 'At most 100, in the order in which the desk saw them' }),
  })
  .openapi('CopyGroup')

export const itemCopiesShape = z
  .object({
    isCompared: z.boolean().openapi({ description: 'false = its latest reading still waits to be compared' }),
    group: copyGroupShape.nullable().openapi({ description: 'null = no copies of it are known' }),
    possible: z.array(copyShape).openapi({ description: 'Alike, and not enough to say so; never counted as copies' }),
  })
  .openapi('ItemCopies')

const wordChangeShape = z.object({ dropped: z.string(), added: z.string() })

export const copyDifferencesShape = z
  .object({
    copy: copyShape,
    changes: z
      .object({
        added: z.array(z.string()),
        dropped: z.array(z.string()),
        altered: z.array(z.object({ original: z.string(), copy: z.string(), words: z.array(wordChangeShape) })),
        furniture: z.array(z.string()).openapi({ description: 'Short lines around and between that are no sentences' }),
        more: countShape.openapi({ description: 'Changes left out, because there are so many' }),
      })
      .nullable()
      .openapi({ description: 'null = another language' }),
    passages: z
      .array(z.object({ original: z.string().nullable(), copy: z.string().nullable() }))
      .nullable()
      .openapi({
        description: 'Of a translation: which passage answers which, in the order of the copy; null = none does',
      }),
  })
  .openapi('CopyDifferences')

export type CopyItem = z.infer<typeof copyItemShape>
export type Copy = z.infer<typeof copyShape>
export type CopyGroup = z.infer<typeof copyGroupShape>
export type ItemCopies = z.infer<typeof itemCopiesShape>
export type CopyDifferences = z.infer<typeof copyDifferencesShape>
