// Single pages and files that a person adds by hand.

import { z } from '@hono/zod-openapi'
import { idShape, webAddressShape } from './plain.ts'

export const pageToAddShape = z
  .strictObject({ url: webAddressShape, outletId: idShape.optional() })
  .openapi('PageToAdd')

/** Fields of the multipart form beside `file`. */
export const fileFieldsShape = z.strictObject({ url: webAddressShape.optional(), outletId: idShape.optional() })

/** Where the new item stands. `known` = the address was there already, and is captured once more. */
export const addedShape = z
  .object({ itemId: idShape, outletId: idShape, kind: z.enum(['new', 'known']) })
  .openapi('Added')

export type PageToAdd = z.input<typeof pageToAddShape>
export type Added = z.infer<typeof addedShape>
