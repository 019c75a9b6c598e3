// What `/api/events` (server-sent events) says. The event's name is the key, its data the JSON.

import { z } from '@hono/zod-openapi'
import { countShape, idShape, instantShape } from './plain.ts'
import { queueCountsShape, recordCountsShape } from './status.ts'

/** One thing that was just done or that just failed, for the line under the list. */
export const deedShape = z
  .object({
    at: instantShape,
    job: z.string(),
    kind: z.enum(['done', 'failed']),
    subject: z.string().nullable().openapi({ description: 'Id of the feed, item or capture' }),
    words: z.string().openapi({ description: 'A short sentence, e.g. "Al-Manara: 12 new items"' }),
  })
  .openapi('Deed')

export const progressEventShape = z
  .object({ at: instantShape, queue: queueCountsShape, counts: recordCountsShape, lastDeeds: z.array(deedShape) })
  .openapi('ProgressEvent')

export const itemsEventShape = z
  .object({ new: countShape, newest: idShape.nullable(), at: instantShape })
  .openapi('ItemsEvent', { description: 'Items that became readable since the last such event' })

export type Deed = z.infer<typeof deedShape>
export type ProgressEvent = z.infer<typeof progressEventShape>
export type ItemsEvent = z.infer<typeof itemsEventShape>
export type DeskEvent =
  | { readonly name: 'progress'; readonly data: ProgressEvent }
  | { readonly name: 'items'; readonly data: ItemsEvent }
