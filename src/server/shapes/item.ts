// Items: addresses that feeds promised, with what was read there.

import { z } from '@hono/zod-openapi'
import {
  anyOf,
  countShape,
  cursorShape,
  directionShape,
  failureKindShape,
  idShape,
  instantShape,
  isoDayShape,
  languageShape,
} from './plain.ts'
import { outletCardShape, statementShape } from './outlet.ts'
import { translationStateShape } from './translation.ts'
import { itemTriageShape, triageCountsShape, triageStateShape } from './triage.ts'

export const itemStateShape = z.enum(['promised', 'captured', 'read', 'refused', 'failed'])

/** How a page begins in the desk's language of translation, each piece with the state that must stand beside it. */
export const itemTranslationShape = z
  .object({
    language: languageShape,
    title: z.string().nullable(),
    titleState: translationStateShape,
    titleBy: z.string().nullable().openapi({ description: 'As it goes on record: engine with version, or a person' }),
    lead: z.string().nullable().openapi({ description: 'The first 200 characters or so' }),
    leadState: translationStateShape,
  })
  .openapi('ItemTranslation')

export const itemRowShape = z
  .object({
    id: idShape,
    url: z.string(),
    title: z.string().nullable().openapi({ description: "The page's own, or the feed's when not read yet" }),
    titleFrom: z.enum(['reading', 'feed']).nullable(),
    language: languageShape.nullable(),
    direction: directionShape,
    outlet: outletCardShape,
    publishedEdtf: z.string().nullable().openapi({ description: 'As read from the page, EDTF level 0' }),
    publishedAt: instantShape.nullable().openapi({ description: "The page's or the feed's instant; null = not said" }),
    seenAt: instantShape,
    state: itemStateShape,
    failure: failureKindShape.nullable(),
    reason: z.string().nullable(),
    versions: countShape.openapi({ description: 'How many captures are kept' }),
    lead: z.string().nullable().openapi({ description: 'The first 200 characters or so of the text' }),
    translation: itemTranslationShape
      .nullable()
      .openapi({ description: 'Of the latest reading; null = there is none, or the page is in that language' }),
    triage: itemTriageShape,
    /** Copies of one piece: this row stands for `members` items (with `grouped=true`, the newest of them). null = alone. */
    group: z.object({ id: z.string(), members: countShape }).nullable(),
  })
  .openapi('ItemRow')

export const itemListShape = z
  .object({
    items: z.array(itemRowShape),
    next: cursorShape.nullable(),
    total: countShape,
    totalIs: z.enum(['exact', 'at-least']),
    translateTo: languageShape.openapi({ description: 'The language that titles and leads are translated into' }),
  })
  .openapi('ItemList')

/** Different parameters narrow; one that is repeated widens. `none` stands for not known or not stated. */
const itemFilterFields = {
  outlet: anyOf(idShape),
  alignment: anyOf(z.string().max(2000)).openapi({ description: 'As stated of the outlet today' }),
  country: anyOf(z.union([z.string().regex(/^[A-Z]{2}$/, 'Give two capital letters.'), z.literal('none')])),
  language: anyOf(languageShape.max(40)).openapi({ description: 'A range: `zh` stands for `zh-Hans` too' }),
  state: anyOf(itemStateShape),
  triage: anyOf(triageStateShape),
  mark: z.string().max(80).optional(),
  day: isoDayShape.optional().openapi({ description: 'Short for `from` and `to` on one day (UTC)' }),
  from: isoDayShape.optional(),
  to: isoDayShape.optional(),
}

export const itemListQueryShape = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  before: cursorShape.optional(),
  grouped: z.enum(['true', 'false']).default('false').openapi({ description: 'One row for each group of copies' }),
  ...itemFilterFields,
})

export const itemCountsQueryShape = z.object(itemFilterFields)

/**
 * How many items there are of each kind, for the filters beside the list. Each list leaves its own filter out of account,
 * so that it shows what choosing another value would give. Days are out of account: these count everything.
 */
export const itemCountsShape = z
  .object({
    total: countShape,
    triage: triageCountsShape,
    states: z.array(z.object({ state: itemStateShape, count: countShape })),
    outlets: z.array(z.object({ id: idShape, name: z.string(), count: countShape })),
    languages: z.array(z.object({ language: languageShape.nullable(), count: countShape })),
    countries: z.array(z.object({ country: z.string().nullable(), count: countShape })),
    alignments: z.array(z.object({ alignment: z.string().nullable(), count: countShape })),
  })
  .openapi('ItemCounts')

export const blockShape = z
  .object({
    kind: z.enum(['paragraph', 'heading', 'quotation', 'list-item', 'table', 'caption', 'preformatted']),
    start: countShape,
    end: countShape,
    level: z.number().int().optional(),
    language: languageShape.optional(),
    path: z.string().optional(),
  })
  .openapi('Block', { description: '`text.slice(start, end)` in UTF-16 units is the block' })

export const printedDateShape = z
  .object({
    edtf: z.string(),
    literal: z.string().nullable().openapi({ description: 'As printed, in its own script and digits' }),
    calendar: z.enum(['gregorian', 'persian', 'islamic', 'buddhist', 'japanese', 'roc', 'ethiopic']),
    from: z.enum(['json-ld', 'meta', 'time-element', 'text', 'address', 'feed', 'header', 'file']),
  })
  .openapi('PrintedDate')

export const readingStateShape = z.enum([
  'whole',
  'paywalled',
  'needs-script',
  'out-of-time',
  'not-an-article',
  'unreadable',
])

export const readingShape = z
  .object({
    id: idShape,
    captureId: idShape,
    reader: z.string().openapi({ description: 'Name and version of the reader', example: 'dragoman-reader 1' }),
    readAt: instantShape,
    state: readingStateShape,
    reason: z.string().nullable(),
    title: z.string().nullable(),
    byline: z.array(z.string()),
    published: printedDateShape.nullable(),
    updated: printedDateShape.nullable(),
    language: languageShape.nullable(),
    languageConfidence: z.number(),
    direction: directionShape,
    text: z.string(),
    blocks: z.array(blockShape),
    canonicalUrl: z.string().nullable(),
    siteName: z.string().nullable(),
    section: z.string().nullable(),
    tags: z.array(z.string()),
    leadImage: z.string().nullable(),
    charset: z.string(),
    notes: z.array(z.string()),
  })
  .openapi('Reading')

/** One kept visit. `change` is against the visit before it. */
export const versionShape = z
  .object({
    id: idShape,
    requestedAt: instantShape,
    status: z.number().int(),
    contentType: z.string().nullable(),
    digest: z.string(),
    size: z.number(),
    change: z.enum(['first', 'same-bytes', 'same-text', 'reworded', 'not-read']),
  })
  .openapi('Version')

export const itemDetailShape = itemRowShape
  .extend({
    guid: z.string().nullable(),
    feedId: idShape,
    promisedTitle: z.string().nullable(),
    promisedAt: instantShape.nullable(),
    /** The outlet's statements that were valid on the day of publication (else of being seen), one a kind. */
    statements: z.array(statementShape),
    reading: readingShape.nullable(),
    /** Newest first. */
    captures: z.array(versionShape),
  })
  .openapi('ItemDetail')

export const changePieceShape = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

export const blockChangeShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('same'), text: z.string() }),
    z.object({ kind: z.literal('added'), text: z.string() }),
    z.object({ kind: z.literal('removed'), text: z.string() }),
    z.object({ kind: z.literal('reworded'), pieces: z.array(changePieceShape) }),
  ])
  .openapi('BlockChange')

const comparedSideShape = z.object({
  captureId: idShape,
  requestedAt: instantShape,
  digest: z.string(),
  title: z.string().nullable(),
  direction: directionShape,
  language: languageShape.nullable(),
})

export const itemChangesShape = z
  .object({
    from: comparedSideShape,
    to: comparedSideShape,
    sameBytes: z.boolean(),
    sameText: z.boolean(),
    title: z.array(changePieceShape).nullable().openapi({ description: 'null = the title did not change' }),
    blocks: z.array(blockChangeShape),
  })
  .openapi('ItemChanges')

export type ItemState = z.infer<typeof itemStateShape>
export type ItemTranslation = z.infer<typeof itemTranslationShape>
export type ItemRow = z.infer<typeof itemRowShape>
export type ItemList = z.infer<typeof itemListShape>
export type ItemCounts = z.infer<typeof itemCountsShape>
export type TextBlock = z.infer<typeof blockShape>
export type PrintedDateRecord = z.infer<typeof printedDateShape>
export type ReadingRecord = z.infer<typeof readingShape>
export type Version = z.infer<typeof versionShape>
export type ItemDetail = z.infer<typeof itemDetailShape>
export type ChangePiece = z.infer<typeof changePieceShape>
export type BlockChange = z.infer<typeof blockChangeShape>
export type ItemChanges = z.infer<typeof itemChangesShape>
