// How an outlet may be collected: our side of the bargain, beside its robots.txt.

import { z } from '@hono/zod-openapi'
import { countShape, idShape, instantShape, signatureShape, timeZoneShape, webAddressShape } from './plain.ts'

export const policyShape = z
  .strictObject({
    paceSeconds: z.number().min(0.1).max(3600).nullable().openapi({
      description: 'Least time between two requests to a host; null = the desk’s. Never quicker than the desk’s own',
    }),
    /** Requests are made from `from` to `until` o’clock; over midnight when `until` is the smaller. null = at any time. */
    hours: z
      .strictObject({
        from: z.number().int().min(0).max(23),
        until: z.number().int().min(0).max(24),
        timeZone: timeZoneShape,
      })
      .nullable(),
    userAgent: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .regex(/^[\x20-\x7e]+$/, 'Only plain ASCII letters go into a header.')
      .nullable(),
    proxy: webAddressShape
      .nullable()
      .openapi({ description: 'http://host:port; public, or allowed in the configuration' }),
    conditionalGet: z.boolean(),
    textFrom: z
      .enum(['page', 'feed'])
      .openapi({ description: '`feed`: the page is not visited; the feed’s own words are kept' }),
    images: z.enum(['none', 'lead']).openapi({ description: '`lead`: the lead image is kept as evidence too' }),
    translate: z
      .enum(['desk', 'always', 'never'])
      .default('desk')
      .openapi({ description: 'Whether engines translate its pages as they are read; `desk`: as the desk is set' }),
  })
  .openapi('Policy')

export const policyRecordShape = z
  .object({
    outletId: idShape,
    version: countShape.openapi({ description: '0 = nobody has set one: the desk’s defaults' }),
    policy: policyShape,
    signedBy: z.string().nullable(),
    signedAt: instantShape.nullable(),
    history: z.array(
      z.object({ version: countShape, policy: policyShape, signedBy: z.string(), signedAt: instantShape }),
    ),
  })
  .openapi('PolicyRecord')

export const policyWishShape = z
  .strictObject({ version: countShape, policy: policyShape, signedBy: signatureShape.optional() })
  .openapi('PolicyWish')

export const robotsShape = z
  .object({
    hosts: z.array(
      z.object({
        origin: z.string(),
        fetchedAt: instantShape.nullable().openapi({ description: 'null = not asked yet' }),
        kind: z.enum(['rules', 'all-allowed', 'all-refused', 'not-asked']),
        reason: z.string().nullable(),
        rules: z.array(z.string()).openapi({ description: 'The lines that apply to us, as printed' }),
        crawlDelaySeconds: z.number().nullable(),
        sitemaps: z.array(z.string()),
      }),
    ),
  })
  .openapi('Robots')

/** As it stands: every field is there. */
export type Policy = z.infer<typeof policyShape>
export type PolicyRecord = z.infer<typeof policyRecordShape>
export type PolicyWish = z.input<typeof policyWishShape>
export type RobotsView = z.infer<typeof robotsShape>
