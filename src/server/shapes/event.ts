// What `/api/events` (server-sent events) says. The event's name is the key, its data the JSON.

import { z } from '@hono/zod-openapi'
import { itemTranslationShape } from './item.ts'
import { countShape, idShape, instantShape } from './plain.ts'
import { queueCountsShape, recordCountsShape } from './status.ts'
import { itemTriageShape, triageCountsShape } from './triage.ts'

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

/** Somebody triaged: for the other tabs and desks. */
export const triageEventShape = z
  .object({
    at: instantShape,
    changed: z
      .array(z.object({ id: idShape, triage: itemTriageShape }))
      .nullable()
      .openapi({ description: 'How these items stand now; null = too many to name: ask anew' }),
    counts: triageCountsShape,
  })
  .openapi('TriageEvent')

/** Translations were made, corrected or reviewed. */
export const translationsEventShape = z
  .object({
    at: instantShape,
    changed: z
      .array(z.object({ id: idShape, translation: itemTranslationShape.nullable() }))
      .nullable()
      .openapi({ description: 'How the titles and leads of these items stand now; null = too many to name: ask anew' }),
  })
  .openapi('TranslationsEvent')

export const noticesEventShape = z.object({ at: instantShape, unseen: countShape }).openapi('NoticesEvent', {
  description: 'New pages were shown to the alerts: how many finds in the desk are unseen now',
})

export type NoticesEvent = z.infer<typeof noticesEventShape>
export type TranslationsEvent = z.infer<typeof translationsEventShape>
export type TriageEvent = z.infer<typeof triageEventShape>
export type Deed = z.infer<typeof deedShape>
export type ProgressEvent = z.infer<typeof progressEventShape>
export type ItemsEvent = z.infer<typeof itemsEventShape>
export type DeskEvent =
  | { readonly name: 'progress'; readonly data: ProgressEvent }
  | { readonly name: 'items'; readonly data: ItemsEvent }
  | { readonly name: 'triage'; readonly data: TriageEvent }
  | { readonly name: 'translations'; readonly data: TranslationsEvent }
  | { readonly name: 'notices'; readonly data: NoticesEvent }
