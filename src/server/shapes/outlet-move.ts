// Merging and splitting outlets, and taking it back.

import { z } from '@hono/zod-openapi'
import { countShape, idShape, instantShape, languageShape, signatureShape, webAddressShape } from './plain.ts'

export const outletMoveShape = z
  .object({
    id: idShape,
    kind: z.enum(['merge', 'split']),
    at: instantShape,
    signedBy: z.string(),
    /** The outlet that things were taken from, and the one that has them now. */
    from: z.object({ id: idShape, name: z.string() }),
    to: z.object({ id: idShape, name: z.string() }),
    items: countShape,
    feeds: countShape,
    domains: z.array(z.string()),
    statements: countShape,
    undone: z.object({ at: instantShape, by: z.string(), notes: z.array(z.string()) }).nullable(),
  })
  .openapi('OutletMove')

/** What a merge or split would do, or did. */
export const outletMoveResultShape = z
  .object({
    dryRun: z.boolean(),
    move: outletMoveShape.nullable().openapi({ description: 'null in a dry run' }),
    items: countShape,
    feeds: z.array(z.object({ id: idShape, url: z.string() })),
    domains: z.array(z.string()),
    statements: countShape,
    /** What the outlet would print today before and after, where that differs. */
    changes: z.array(z.object({ kind: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    notes: z.array(z.string()),
  })
  .openapi('OutletMoveResult')

const dryRunShape = z.boolean().default(false)

export const mergeWishShape = z
  .strictObject({
    /** The outlet that is taken into this one. */
    from: idShape,
    version: countShape.openapi({ description: 'Of the outlet in the address, as read' }),
    fromVersion: countShape,
    signedBy: signatureShape.optional(),
    dryRun: dryRunShape,
  })
  .openapi('MergeWish')

export const splitWishShape = z
  .strictObject({
    version: countShape,
    name: z.string().trim().min(1).max(300),
    nameAsPrinted: z.string().trim().min(1).max(300).nullable().default(null),
    homepage: webAddressShape,
    domains: z.array(z.string().trim().toLowerCase().min(1).max(253)).max(200).default([]),
    feeds: z.array(idShape).max(500).default([]),
    languages: z.array(languageShape).max(100).default([]),
    signedBy: signatureShape.optional(),
    dryRun: dryRunShape,
  })
  .openapi('SplitWish')

export const moveUndoWishShape = z
  .strictObject({
    anyway: z.boolean().default(false).openapi({
      description: 'True = take back what can be, though something has changed since; the answer says what',
    }),
    signedBy: signatureShape.optional(),
  })
  .openapi('MoveUndoWish')

export const outletMoveListShape = z.object({ moves: z.array(outletMoveShape) }).openapi('OutletMoveList')

export type OutletMove = z.infer<typeof outletMoveShape>
export type OutletMoveResult = z.infer<typeof outletMoveResultShape>
export type MergeWish = z.input<typeof mergeWishShape>
export type SplitWish = z.input<typeof splitWishShape>
export type MoveUndoWish = z.input<typeof moveUndoWishShape>
export type OutletMoveList = z.infer<typeof outletMoveListShape>
