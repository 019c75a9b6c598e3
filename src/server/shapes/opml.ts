// OPML in: what an import did, or would do.

import { z } from '@hono/zod-openapi'
import { countShape } from './plain.ts'

export const opmlImportShape = z
  .object({
    dryRun: z.boolean(),
    outlets: z.array(
      z.object({
        name: z.string(),
        homepage: z.string().nullable(),
        kind: z.enum(['new', 'known']),
        feeds: z.array(z.object({ url: z.string(), title: z.string().nullable(), kind: z.enum(['new', 'known']) })),
      }),
    ),
    newOutlets: countShape,
    newFeeds: countShape,
    knownFeeds: countShape,
    notes: z.array(z.string()).openapi({ description: 'Lines that could not be used, and why' }),
  })
  .openapi('OpmlImport')

export type OpmlImport = z.infer<typeof opmlImportShape>
