// Outlets as articles print them.

import { z } from '@hono/zod-openapi'
import { countShape, idShape } from './plain.ts'

export const citedOutletsQueryShape = z.object({ key: z.string().max(300).optional() })

export const citedOutletsShape = z
  .object({
    outlets: z.array(
      z.object({
        key: z.string(),
        names: z.array(z.object({ name: z.string(), count: countShape })),
        descriptors: z
          .array(
            z.object({
              descriptor: z.string(),
              count: countShape,
              from: z.string().nullable(),
              to: z.string().nullable(),
            }),
          )
          .openapi({ description: 'More than one = it drifts' }),
        hosts: z.array(z.string()),
        sources: countShape,
        outletId: idShape.nullable(),
        outletFrom: z.enum(['domain', 'name']).nullable(),
        maybeSame: z.array(z.object({ key: z.string(), why: z.string() })),
      }),
    ),
  })
  .openapi('CitedOutlets')

export type CitedOutlets = z.infer<typeof citedOutletsShape>
