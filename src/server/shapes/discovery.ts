// The dry run: what an address offers, before anything is subscribed to.

import { z } from '@hono/zod-openapi'
import { countShape, instantShape, languageShape, webAddressShape } from './plain.ts'

export const discoveryRequestShape = z
  .object({
    address: z
      .string()
      .trim()
      .min(1, 'Give an address.')
      .max(4096)
      .openapi({ description: 'A web address or a bare host name', example: 'al-manara.example' }),
  })
  .openapi('DiscoveryRequest')

export const foundFeedShape = z
  .object({
    url: webAddressShape,
    kind: z.enum(['syndication', 'sitemap', 'news-sitemap', 'listing']),
    title: z.string().nullable(),
    selector: z.string().nullable(),
    /** How it was found, e.g. "named in the page" or "tried the usual place". */
    how: z.string(),
    count: countShape,
    newestAt: instantShape.nullable(),
    samples: z.array(z.object({ title: z.string().nullable(), url: z.string(), publishedAt: instantShape.nullable() })),
    languages: z.array(languageShape),
    notes: z.array(z.string()),
    /** The desk watches it already. */
    subscribed: z.boolean(),
    /** The one we would choose. */
    recommended: z.boolean(),
  })
  .openapi('FoundFeed')

export const discoveryShape = z
  .object({
    address: z.string().openapi({ description: 'Where the way ended, after redirects' }),
    outlet: z.object({
      name: z.string().nullable(),
      nameAsPrinted: z.string().nullable(),
      homepage: z.string(),
      languages: z.array(languageShape),
      country: z.string().nullable(),
    }),
    feeds: z.array(foundFeedShape),
    notes: z.array(z.string()),
  })
  .openapi('Discovery')

export type DiscoveryRequest = z.input<typeof discoveryRequestShape>
export type FoundFeed = z.infer<typeof foundFeedShape>
export type Discovery = z.infer<typeof discoveryShape>
