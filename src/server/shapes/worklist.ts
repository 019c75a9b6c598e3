// Addresses in articles that somebody must look at.

import { z } from '@hono/zod-openapi'
import { countShape, idShape } from './plain.ts'

const troubleShape = z.enum(['missing', 'stripped', 'shortened', 'malformed', 'volatile', 'dead'])

export const worklistQueryShape = z.object({
  trouble: troubleShape.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(80).optional(),
})

export const worklistShape = z
  .object({
    rows: z.array(
      z.object({
        id: z.string(),
        articleId: idShape,
        articleTitle: z.string().nullable(),
        place: z.enum(['source', 'note', 'image']),
        label: z.string(),
        url: z.string().nullable(),
        urlAsPrinted: z.string().nullable(),
        trouble: troubleShape.nullable(),
        /** What to search by. */
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        date: z.string().nullable(),
        slug: z.string().nullable(),
        lastVisit: z.object({ itemId: idShape, state: z.string(), reason: z.string().nullable() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
    counts: z.array(z.object({ trouble: z.string(), count: countShape })),
  })
  .openapi('Worklist')

export type Worklist = z.infer<typeof worklistShape>
