// The clipper: the page being read elsewhere, sent to the desk.

import { z } from '@hono/zod-openapi'
import { instantShape, webAddressShape } from './plain.ts'

export const clipShape = z
  .strictObject({
    url: webAddressShape,
    title: z.string().max(2000).nullable().default(null),
    html: z.string().max(8_000_000).nullable().default(null).openapi({
      description: 'The page as the browser shows it; kept beside our own visit, and labelled so',
    }),
  })
  .openapi('Clip')

export const clipperShape = z
  .object({
    /** `javascript:` address for the bookmarks bar: opens the desk at /clip with the page’s address behind `#`. Holds no secret. */
    bookmarklet: z.string(),
    /** When the key for the extension was made; null = there is none. */
    keyMadeAt: instantShape.nullable(),
  })
  .openapi('Clipper')

/** The key is shown this once; an older one is worth nothing from now on. */
export const clipperKeyShape = z.object({ key: z.string(), madeAt: instantShape }).openapi('ClipperKey')

export type Clip = z.input<typeof clipShape>
export type Clipper = z.infer<typeof clipperShape>
export type ClipperKey = z.infer<typeof clipperKeyShape>
