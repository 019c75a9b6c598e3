// Triage: what a person has decided about items, as deeds that can be undone and are never erased.

import { z } from '@hono/zod-openapi'
import { countShape, idShape, instantShape } from './plain.ts'

/** `new`: nobody has looked; `opened`: read; `picked`: to be worked with; `parked`: for later; `skipped`: not needed. */
export const triageStateShape = z.enum(['new', 'opened', 'picked', 'parked', 'skipped'])

export const markShape = z.string().trim().min(1, 'Give the mark a name.').max(80)

export const itemTriageShape = z
  .object({
    state: triageStateShape,
    marks: z.array(z.string()).openapi({ description: 'Free labels, in alphabetical order' }),
    version: countShape.openapi({ description: 'Goes up by one with every deed that changed this item' }),
  })
  .openapi('ItemTriage')

export const triageDeedKindShape = z.enum(['open', 'pick', 'park', 'skip', 'renew', 'mark', 'unmark', 'undo'])

const plainDeedShape = z.strictObject({
  kind: z.enum(['open', 'pick', 'park', 'skip', 'renew']).openapi({
    description: '`open` changes only items that are `new`; `renew` makes them `new` again',
  }),
})
const labelDeedShape = z.strictObject({ kind: z.enum(['mark', 'unmark']), label: markShape })

export const triageWishShape = z
  .strictObject({
    items: z
      .array(z.strictObject({ id: idShape, version: countShape.optional() }))
      .min(1, 'Name at least one item.')
      .max(1000, 'At most 1,000 items at once.')
      .openapi({ description: 'With `version`, an item that has changed since is a conflict and nothing is done' }),
    deed: z.discriminatedUnion('kind', [plainDeedShape, labelDeedShape]),
    signedBy: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: 'Else the signature in /api/settings' }),
  })
  .openapi('TriageWish')

export const triageCountsShape = z
  .object({ new: countShape, opened: countShape, picked: countShape, parked: countShape, skipped: countShape })
  .openapi('TriageCounts')

const touchedShape = z.object({ id: idShape, triage: itemTriageShape })

export const triageDoneShape = z
  .object({
    deedId: idShape.nullable().openapi({ description: 'For undo; null = nothing had to be changed' }),
    changed: z.array(touchedShape),
    unchanged: countShape.openapi({ description: 'Items that were so already, or are not here any more' }),
    /** Of all items of the desk. */
    counts: triageCountsShape,
  })
  .openapi('TriageDone')

export const triageUndoWishShape = z
  .strictObject({
    onlyUnchanged: z.boolean().default(false).openapi({
      description: 'True = undo it for the items that nobody touched since, and leave the others',
    }),
    signedBy: z.string().trim().min(1).max(200).optional(),
  })
  .openapi('TriageUndoWish')

/** One line of the history of an item, or of the desk. */
export const triageDeedShape = z
  .object({
    id: idShape,
    at: instantShape,
    signedBy: z.string(),
    kind: triageDeedKindShape,
    label: z.string().nullable(),
    items: countShape,
    undoes: idShape.nullable(),
    undoneBy: idShape.nullable(),
  })
  .openapi('TriageDeed')

export const triageHistoryShape = z.object({ deeds: z.array(triageDeedShape) }).openapi('TriageHistory')
export const markListShape = z
  .object({ marks: z.array(z.object({ label: z.string(), items: countShape })) })
  .openapi('MarkList')

/** `extra` of the 409 of triage: how the items in question stand now. */
export const triageConflictShape = z
  .object({ items: z.array(touchedShape.extend({ by: z.string().nullable(), at: instantShape.nullable() })) })
  .openapi('TriageConflict')

export type TriageState = z.infer<typeof triageStateShape>
export type ItemTriage = z.infer<typeof itemTriageShape>
export type TriageWish = z.input<typeof triageWishShape>
export type TriageCounts = z.infer<typeof triageCountsShape>
export type TriageDone = z.infer<typeof triageDoneShape>
export type TriageUndoWish = z.input<typeof triageUndoWishShape>
export type TriageDeed = z.infer<typeof triageDeedShape>
export type TriageHistory = z.infer<typeof triageHistoryShape>
export type MarkList = z.infer<typeof markListShape>
export type TriageConflict = z.infer<typeof triageConflictShape>
