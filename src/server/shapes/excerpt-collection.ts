// What is done with many excerpts at once: deeds, labels, order, uses, and what leaves and enters the desk.

import { z } from '@hono/zod-openapi'
import { citationFormShape } from './citation.ts'
import { basketShape, noteShape, revisionShape, tagShape } from './excerpt.ts'
import { excerptFilterFields } from './excerpt-filter.ts'
import { countShape, idShape, signatureShape } from './plain.ts'

export const exportFormatShape = z
  .enum(['jsonld', 'html', 'markdown', 'citations', 'citations-html', 'csl', 'ris'])
  .openapi({
    description:
      '`jsonld`: Web Annotations; `html`, `markdown`: excerpts to read, each with its citation; `citations`: source references alone, as text or HTML; `csl`, `ris`: for reference managers',
  })

const exportFields = {
  as: exportFormatShape.default('jsonld'),
  form: citationFormShape.default('digest').openapi({ description: 'In which form sources are cited' }),
}

export const excerptExportQueryShape = z.object({ ...excerptFilterFields, ...exportFields })

const MOST_AT_ONCE = 2_000
const idsShape = z.array(idShape).min(1, 'Choose at least one excerpt.').max(MOST_AT_ONCE)

export const excerptsToExportShape = z
  .strictObject({ excerpts: idsShape.openapi({ description: 'In this order' }), ...exportFields })
  .openapi('ExcerptsToExport')

const pickedShape = z
  .array(
    z.strictObject({
      id: idShape,
      revision: countShape.optional().openapi({ description: 'As read; when it has changed since, the answer is 409' }),
    }),
  )
  .min(1, 'Choose at least one excerpt.')
  .max(MOST_AT_ONCE)

export const excerptDeedShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('basket'), label: basketShape.nullable() }),
    z.strictObject({ kind: z.literal('tag'), label: tagShape }),
    z.strictObject({ kind: z.literal('untag'), label: tagShape }),
    z.strictObject({ kind: z.literal('withdraw'), why: z.string().max(1_000).nullable().default(null) }),
    z.strictObject({ kind: z.literal('restore') }),
  ])
  .openapi('ExcerptDeed')

/** One thing done to many, all or nothing. */
export const excerptsToChangeShape = z
  .strictObject({ excerpts: pickedShape, deed: excerptDeedShape, signedBy: signatureShape.optional() })
  .openapi('ExcerptsToChange')

/** A basket or tag gets another name; one that is there already takes it in. `to: null` empties it. */
export const excerptLabelChangeShape = z
  .strictObject({
    kind: z.enum(['basket', 'tag']),
    from: z.string().min(1).max(200),
    to: z.string().trim().min(1).max(200).nullable(),
    signedBy: signatureShape.optional(),
  })
  .refine(({ kind, to }) => kind === 'basket' || (to ?? '').length <= 80, 'A tag has at most 80 letters.')
  .openapi('ExcerptLabelChange')

export const excerptsChangedShape = z
  .object({
    deedId: idShape.nullable().openapi({ description: 'To undo it; null = there was nothing to do' }),
    changed: z.array(z.object({ id: idShape, revision: countShape })),
    unchanged: countShape,
  })
  .openapi('ExcerptsChanged')

export const excerptUndoShape = z
  .strictObject({
    onlyUnchanged: z
      .boolean()
      .default(false)
      .openapi({ description: 'Leave those as they are that somebody has changed since' }),
    signedBy: signatureShape.optional(),
  })
  .openapi('ExcerptUndo')

export const excerptRestorationShape = z
  .strictObject({ revision: revisionShape, signedBy: signatureShape.optional() })
  .openapi('ExcerptRestoration')

export const excerptMoveShape = z
  .strictObject({
    id: idShape,
    before: idShape.nullable().openapi({ description: 'Of the same basket; null = to the end' }),
  })
  .openapi('ExcerptMove')

export const excerptMovedShape = z
  .object({ before: idShape.nullable().openapi({ description: 'What it stood before until now: to move it back' }) })
  .openapi('ExcerptMoved')

export const excerptUsesToAddShape = z
  .strictObject({
    excerpts: idsShape,
    place: z.string().trim().min(1, 'Say where they are used.').max(300),
    note: noteShape.nullable().default(null),
    signedBy: signatureShape.optional(),
  })
  .openapi('ExcerptUsesToAdd')

const useRecordShape = z.object({ excerptId: idShape, id: idShape })

export const useRecordsShape = z.object({ uses: z.array(useRecordShape) }).openapi('ExcerptUseRecords')

/** Takes records of use back, by further records; one that takes back can be taken back itself. */
export const excerptUsesToTakeBackShape = z
  .strictObject({
    uses: z
      .array(z.strictObject({ excerptId: idShape, id: idShape }))
      .min(1)
      .max(MOST_AT_ONCE),
    signedBy: signatureShape.optional(),
  })
  .openapi('ExcerptUsesToTakeBack')

export const annotationOutcomeShape = z.object({
  number: countShape.openapi({ description: 'Its place in the file, from 1' }),
  id: z.string().nullable().openapi({ description: 'As the file names it' }),
  kind: z.enum(['new', 'known', 'differs', 'refused']),
  excerptId: idShape.nullable(),
  words: z.string().openapi({ description: 'What it quotes, or is about' }),
  reason: z.string().nullable().openapi({ description: 'What became of it, for a person' }),
})

export const annotationsImportedShape = z
  .object({ dryRun: z.boolean(), added: countShape, outcomes: z.array(annotationOutcomeShape) })
  .openapi('AnnotationsImported')

export type ExportFormat = z.infer<typeof exportFormatShape>
export type ExcerptsToExport = z.input<typeof excerptsToExportShape>
export type ExcerptDeed = z.input<typeof excerptDeedShape>
export type ExcerptsToChange = z.input<typeof excerptsToChangeShape>
export type ExcerptLabelChange = z.input<typeof excerptLabelChangeShape>
export type ExcerptsChanged = z.infer<typeof excerptsChangedShape>
export type ExcerptMove = z.input<typeof excerptMoveShape>
export type ExcerptMoved = z.infer<typeof excerptMovedShape>
export type ExcerptUsesToAdd = z.input<typeof excerptUsesToAddShape>
export type UseRecords = z.infer<typeof useRecordsShape>
export type AnnotationsImported = z.infer<typeof annotationsImportedShape>
export type AnnotationOutcome = z.infer<typeof annotationOutcomeShape>
