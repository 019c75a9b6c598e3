// Captures: everything the desk can show as evidence for one visit.

import { z } from '@hono/zod-openapi'
import { idShape, instantShape } from './plain.ts'

export const hopShape = z
  .object({ url: z.string(), status: z.number().int(), location: z.string().nullable() })
  .openapi('Hop')

export const custodyEntryShape = z
  .object({
    sequence: z.number().int(),
    at: instantShape,
    actor: z.string(),
    deed: z.enum(['capture', 'verify', 'import', 'restore', 'repair', 'rebuild', 'image']),
    subject: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    previous: z.string(),
    digest: z.string(),
  })
  .openapi('CustodyEntry')

/** How the preserved page can be shown: in the sandbox, or only as a file. */
export const pageViewShape = z.enum(['page', 'text', 'image', 'download'])

export const captureDetailShape = z
  .object({
    id: idShape,
    itemId: idShape,
    url: z.string(),
    finalUrl: z.string(),
    redirects: z.array(hopShape),
    status: z.number().int(),
    headers: z.array(z.tuple([z.string(), z.string()])).openapi({ description: 'As received, in order' }),
    contentType: z.string().nullable(),
    requestedAt: instantShape,
    digest: z.string().openapi({ description: 'SHA-256 of the payload as received, hex' }),
    size: z.number(),
    decodedSize: z.number(),
    remoteAddress: z.string().nullable(),
    place: z.object({ file: z.string(), offset: z.number(), length: z.number() }),
    tool: z.string(),
    /** The line of robots.txt that allowed the visit, as printed; null = no line spoke of it. */
    robotsRule: z.string().nullable(),
    view: pageViewShape,
    custody: z.array(custodyEntryShape),
  })
  .openapi('CaptureDetail')

export const verificationShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('holds'), checkedAt: instantShape, digest: z.string() }),
    z.object({
      kind: z.literal('fails'),
      checkedAt: instantShape,
      reason: z.string(),
      expected: z.string(),
      found: z.string().nullable(),
    }),
  ])
  .openapi('Verification')

export type CustodyRecord = z.infer<typeof custodyEntryShape>
export type PageView = z.infer<typeof pageViewShape>
export type CaptureDetail = z.infer<typeof captureDetailShape>
export type Verification = z.infer<typeof verificationShape>
