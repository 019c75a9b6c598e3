// Excerpts: passages of a reading with their translation, their history, and the citations made from them.
// Offsets are UTF-16 units of the reading's text. Words come without marks of direction; `display` has them.

import { z } from '@hono/zod-openapi'
import { statementShape } from './outlet.ts'
import {
  anyOf,
  countShape,
  cursorShape,
  directionShape,
  idShape,
  instantShape,
  languageShape,
  signatureShape,
} from './plain.ts'

const offsetShape = z.number().int().nonnegative()
const gluedShape = z.enum(['left', 'right', 'both'])
export const revisionShape = countShape.openapi({
  description: 'As read: when it has changed since, the answer is 409',
})
export const tagShape = z.string().trim().min(1, 'A tag is a word.').max(80)
export const basketShape = z.string().trim().max(200)
export const noteShape = z.string().max(5_000)

export const anchoringShape = z.enum(['held', 'moved', 'lost']).openapi({
  description: '`moved`: its words stand elsewhere and a person has to confirm; `lost`: they were not found',
})
export const translationStateShape = z.enum(['none', 'machine', 'machine-reviewed', 'human'])

const anchorShape = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: offsetShape,
  end: offsetShape,
})
const elisionShape = z.object({ kind: z.literal('elision'), glued: gluedShape.optional() })
const insertionShape = z.object({ kind: z.literal('insertion'), text: z.string(), glued: gluedShape.optional() })
const quoteShape = z.object({ kind: z.literal('quote'), anchor: anchorShape })
const wordsShape = z.object({ kind: z.literal('words'), text: z.string() })
const partShape = z.discriminatedUnion('kind', [quoteShape, elisionShape, insertionShape]).openapi('ExcerptPart')
const translatedPartShape = z
  .discriminatedUnion('kind', [wordsShape, elisionShape, insertionShape])
  .openapi('TranslatedPart')

export const excerptTranslationShape = z
  .object({
    language: languageShape,
    parts: z.array(translatedPartShape),
    printed: z.string(),
    state: translationStateShape,
    by: z.string().nullable(),
    at: instantShape.nullable(),
    edited: z.boolean().openapi({ description: 'Its words were changed by hand in the excerpt' }),
    doubts: z
      .array(z.string())
      .openapi({ description: 'Marks of machine translation, for people; empty = none were found' }),
    differs: z
      .array(z.string())
      .openapi({ description: 'Figures of the one side that the other has not, for people; empty = none were found' }),
  })
  .openapi('ExcerptTranslation')

export const excerptShape = z
  .object({
    id: idShape,
    itemId: idShape,
    readingId: idShape,
    captureId: idShape,
    parts: z.array(partShape),
    printed: z.string().openapi({ description: 'The original with “…” and “[…]” in their places' }),
    language: languageShape.nullable(),
    direction: directionShape,
    speaker: z.string().nullable(),
    translation: excerptTranslationShape.nullable(),
    anchoring: anchoringShape,
    tags: z.array(z.string()),
    note: z.string().nullable(),
    basket: z.string().nullable(),
    madeBy: z.string(),
    madeAt: instantShape,
    changedAt: instantShape,
    withdrawnAt: instantShape.nullable(),
    revision: countShape,
    position: z.number().nullable().openapi({ description: 'In its basket: lower stands before higher' }),
    uses: countShape.openapi({ description: 'How many uses of it stand' }),
    page: z.object({
      title: z.string().nullable(),
      titleEnglish: z.object({ title: z.string(), state: translationStateShape, by: z.string().nullable() }).nullable(),
      outletId: idShape,
      outlet: z.string(),
      outletAsPrinted: z.string().nullable(),
      descriptor: statementShape.nullable().openapi({ description: 'As valid on the day of publication' }),
      publishedEdtf: z.string().nullable(),
      url: z.string(),
    }),
  })
  .openapi('Excerpt')

export const excerptListShape = z
  .object({ excerpts: z.array(excerptShape), next: cursorShape.nullable(), total: countShape })
  .openapi('ExcerptList')

const labelOrNoneShape = z.string().max(300).openapi({ description: 'May be repeated; empty = none' })

export const excerptFilterFields = {
  item: idShape.optional(),
  outlet: anyOf(idShape),
  basket: anyOf(labelOrNoneShape),
  tag: anyOf(z.string().max(80)),
  speaker: anyOf(labelOrNoneShape),
  language: anyOf(labelOrNoneShape),
  anchoring: anyOf(anchoringShape),
  translation: anyOf(translationStateShape),
  used: z.enum(['true', 'false']).optional().openapi({ description: 'Whether a use of it stands' }),
  q: z.string().max(500).optional().openapi({ description: 'Words that all occur in it, in any of its languages' }),
  withdrawn: z.enum(['true', 'false', 'only']).default('false'),
}

export const excerptFilterShape = z.object(excerptFilterFields)

export const excerptQueryShape = z.object({
  ...excerptFilterFields,
  order: z
    .enum(['newest', 'basket'])
    .default('newest')
    .openapi({ description: '`basket`: as one basket is ordered; those in no basket are left out' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: cursorShape.optional(),
})

export const citationFormShape = z.enum(['digest', 'chicago', 'ics206'])

const labelShape = z.object({ label: z.string(), excerpts: countShape })
const facetShape = z.object({ value: z.string().nullable(), excerpts: countShape })
export const excerptFacetsShape = z
  .object({
    baskets: z.array(labelShape).openapi({ description: 'All baskets in use, whatever the filter' }),
    tags: z.array(labelShape).openapi({ description: 'All tags in use, whatever the filter' }),
    places: z.array(z.string()).openapi({ description: 'Where excerpts were used' }),
    of: z
      .object({
        outlets: z.array(z.object({ id: idShape, name: z.string(), excerpts: countShape })),
        baskets: z.array(facetShape),
        tags: z.array(facetShape),
        languages: z.array(facetShape),
        speakers: z.array(facetShape),
        anchorings: z.array(facetShape),
        translations: z.array(facetShape),
        used: countShape,
        unused: countShape,
      })
      .openapi({ description: 'What each further choice would leave; a list leaves its own filter out of account' }),
  })
  .openapi('ExcerptFacets')

const foundShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held') }),
  z.object({
    kind: z.literal('moved'),
    anchor: anchorShape,
    how: z.enum(['same-words', 'alike']),
    distance: countShape,
    places: countShape,
  }),
  z.object({ kind: z.literal('lost'), reason: z.string() }),
])

export const excerptCheckShape = z
  .object({
    id: idShape,
    readingId: idShape,
    captureId: idShape,
    at: instantShape,
    anchoring: anchoringShape,
    report: z.array(z.object({ exact: z.string(), from: z.array(offsetShape), found: foundShape })),
    decision: z.enum(['take', 'keep', 'replaced']).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instantShape.nullable(),
  })
  .openapi('ExcerptCheck')

export const excerptUseShape = z
  .object({
    id: idShape,
    place: z.string(),
    note: z.string().nullable(),
    signedBy: z.string(),
    signedAt: instantShape,
    removed: z
      .object({ id: idShape, by: z.string(), at: instantShape })
      .nullable()
      .openapi({ description: 'The record that took it back; null = it stands' }),
  })
  .openapi('ExcerptUse')

export const excerptDetailShape = excerptShape
  .extend({
    standsNow: z
      .boolean()
      .openapi({ description: 'Whether the reading holds its words at their place, looked at just now' }),
    share: z.number().openapi({ description: 'How much of the page’s text is quoted, 0–1' }),
    revisions: z.array(
      z.object({
        number: countShape,
        deed: z.enum(['made', 'changed', 'anchored', 'withdrawn', 'restored', 'imported']),
        signedBy: z.string(),
        signedAt: instantShape,
        why: z.string().nullable(),
        content: z
          .object({
            printed: z.string(),
            translation: z
              .object({
                printed: z.string(),
                state: translationStateShape,
                by: z.string().nullable(),
                edited: z.boolean(),
              })
              .nullable(),
            speaker: z.string().nullable(),
            tags: z.array(z.string()),
            note: z.string().nullable(),
            basket: z.string().nullable(),
            captureId: idShape,
          })
          .nullable()
          .openapi({ description: 'The excerpt as it was then; null = not on record' }),
      }),
    ),
    checks: z.array(excerptCheckShape),
    uses: z.array(excerptUseShape),
  })
  .openapi('ExcerptDetail')

const pieceShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('range'), start: offsetShape, end: offsetShape }),
  z.strictObject({ kind: z.literal('elision'), glued: gluedShape.optional() }),
  z.strictObject({
    kind: z.literal('insertion'),
    text: z.string().trim().min(1).max(500),
    glued: gluedShape.optional(),
  }),
])
const piecesShape = z.array(pieceShape).min(1, 'Select at least one passage.').max(200)

const translationWishShape = z.strictObject({
  language: z.string().min(2).max(35),
  parts: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('words'), text: z.string().max(100_000) }),
        z.strictObject({ kind: z.literal('elision'), glued: gluedShape.optional() }),
        z.strictObject({ kind: z.literal('insertion'), text: z.string().max(500), glued: gluedShape.optional() }),
      ]),
    )
    .max(400)
    .optional()
    .openapi({ description: 'As it is to be printed, in parts; or else `text`' }),
  text: z.string().max(100_000).optional().openapi({ description: '“…” and “[…]” in it become parts' }),
  edited: z.boolean().default(false).openapi({ description: 'Whether its words were changed by hand in the excerpt' }),
  state: translationStateShape,
  by: z.string().max(200).nullable().default(null),
  at: instantShape.nullable().default(null),
})

const contentWish = {
  translation: translationWishShape.nullable().optional(),
  speaker: z.string().max(300).nullable().optional(),
  tags: z.array(tagShape).max(50).optional(),
  note: noteShape.nullable().optional(),
  basket: basketShape.nullable().optional(),
  signedBy: signatureShape.optional(),
}

export const excerptToMakeShape = z
  .strictObject({
    readingId: idShape,
    pieces: piecesShape.optional().openapi({ description: 'What was selected, in its order; or else `typed`' }),
    typed: z
      .string()
      .max(60_000)
      .optional()
      .openapi({ description: 'Words as typed or pasted; they are found in the reading, “…” and “[…]” become parts' }),
    from: offsetShape.default(0).openapi({ description: 'Where to begin looking for `typed`' }),
    ...contentWish,
  })
  .refine(({ pieces, typed }) => (pieces === undefined) !== (typed === undefined), 'Give either pieces or typed words.')
  .openapi('ExcerptToMake')

export const passagesToFindShape = z
  .strictObject({ readingId: idShape, typed: z.string().trim().min(1).max(60_000), from: offsetShape.default(0) })
  .openapi('PassagesToFind')

export const passagesFoundShape = z.object({ pieces: z.array(pieceShape) }).openapi('PassagesFound')

export const excerptChangeShape = z
  .strictObject({
    revision: revisionShape,
    pieces: piecesShape.optional(),
    readingId: idShape
      .optional()
      .openapi({ description: 'Another reading of the same page that the pieces are of; else the one it rests on' }),
    ...contentWish,
  })
  .refine(
    ({ readingId, pieces }) => readingId === undefined || pieces !== undefined,
    'Give the pieces of that reading.',
  )
  .openapi('ExcerptChange')

export const anchoringDecisionShape = z
  .strictObject({
    revision: revisionShape,
    decision: z.enum(['take', 'keep']).openapi({
      description: '`take` = it rests on what was found from now on; `keep` = it stays on the version that was cited',
    }),
    signedBy: signatureShape.optional(),
  })
  .openapi('AnchoringDecision')

export const excerptUseToAddShape = z
  .strictObject({
    place: z.string().trim().min(1, 'Say where it is used.').max(300),
    note: noteShape.nullable().default(null),
    signedBy: signatureShape.optional(),
  })
  .openapi('ExcerptUseToAdd')

export const citationShape = z
  .object({
    form: citationFormShape,
    text: z.string().openapi({ description: 'To copy: without marks of direction' }),
    display: z.string().openapi({ description: 'To show: foreign words in isolates' }),
    html: z.string().openapi({ description: 'To paste: the address is a Robust Link' }),
    citation: z.object({
      authors: z.array(z.string()),
      titleOriginal: z.string().nullable(),
      language: languageShape.nullable(),
      titleEnglish: z.string().nullable(),
      titleState: translationStateShape,
      titleBy: z.string().nullable(),
      outlet: z.string(),
      outletOriginal: z.string().nullable(),
      descriptor: z.string().nullable(),
      republisher: z.string().nullable(),
      date: z.string().nullable(),
      printedDate: z.object({ literal: z.string(), calendar: z.string() }).nullable(),
      post: z
        .object({
          platform: z.string(),
          account: z.string().nullable(),
          id: z.string(),
          words: z.string().nullable(),
        })
        .nullable(),
      url: z.string(),
      archivedUrl: z.string().nullable(),
      accessed: z.string(),
      captured: z.object({ at: instantShape, digest: z.string() }),
    }),
  })
  .openapi('Citation')

/** A Web Annotation or a collection of them, as JSON-LD. */
export const annotationShape = z.record(z.string(), z.unknown()).openapi('WebAnnotation')

export type Excerpt = z.infer<typeof excerptShape>
export type ExcerptList = z.infer<typeof excerptListShape>
export type ExcerptDetail = z.infer<typeof excerptDetailShape>
export type ExcerptFacets = z.infer<typeof excerptFacetsShape>
export type ExcerptCheck = z.infer<typeof excerptCheckShape>
export type ExcerptUse = z.infer<typeof excerptUseShape>
export type ExcerptToMake = z.input<typeof excerptToMakeShape>
export type PassagesFound = z.infer<typeof passagesFoundShape>
export type ExcerptChange = z.input<typeof excerptChangeShape>
export type AnchoringDecision = z.input<typeof anchoringDecisionShape>
export type ExcerptUseToAdd = z.input<typeof excerptUseToAddShape>
export type CitationForm = z.infer<typeof citationFormShape>
export type Citation = z.infer<typeof citationShape>
