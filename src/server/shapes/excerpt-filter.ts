// Which excerpts are asked for, and what each further choice would leave of them.

import { z } from '@hono/zod-openapi'
import { anchoringShape, translationStateShape } from './excerpt.ts'
import { anyOf, countShape, cursorShape, idShape } from './plain.ts'

const labelOrNoneShape = z.string().max(300).openapi({ description: 'May be repeated; empty = none' })

export const excerptFilterFields = {
  item: idShape.optional(),
  outlet: anyOf(idShape),
  basket: anyOf(labelOrNoneShape),
  tag: anyOf(z.string().max(80)),
  speaker: anyOf(labelOrNoneShape),
  language: anyOf(labelOrNoneShape),
  anchoring: anyOf(anchoringShape),
  translation: anyOf(translationStateShape),
  used: z.enum(['true', 'false']).optional().openapi({ description: 'Whether a use of it stands' }),
  q: z.string().max(500).optional().openapi({ description: 'Words that all occur in it, in any of its languages' }),
  withdrawn: z.enum(['true', 'false', 'only']).default('false'),
}

export const excerptFilterShape = z.object(excerptFilterFields)

export const excerptQueryShape = z.object({
  ...excerptFilterFields,
  order: z
    .enum(['newest', 'basket'])
    .default('newest')
    .openapi({ description: '`basket`: as one basket is ordered; those in no basket are left out' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: cursorShape.optional(),
})

const labelShape = z.object({ label: z.string(), excerpts: countShape })
const facetShape = z.object({ value: z.string().nullable(), excerpts: countShape })

export const excerptFacetsShape = z
  .object({
    baskets: z.array(labelShape).openapi({ description: 'All baskets in use, whatever the filter' }),
    tags: z.array(labelShape).openapi({ description: 'All tags in use, whatever the filter' }),
    places: z.array(z.string()).openapi({ description: 'Where excerpts were used' }),
    of: z
      .object({
        outlets: z.array(z.object({ id: idShape, name: z.string(), excerpts: countShape })),
        baskets: z.array(facetShape),
        tags: z.array(facetShape),
        languages: z.array(facetShape),
        speakers: z.array(facetShape),
        anchorings: z.array(facetShape),
        translations: z.array(facetShape),
        used: countShape,
        unused: countShape,
      })
      .openapi({ description: 'What each further choice would leave; a list leaves its own filter out of account' }),
  })
  .openapi('ExcerptFacets')

export type ExcerptFacets = z.infer<typeof excerptFacetsShape>
