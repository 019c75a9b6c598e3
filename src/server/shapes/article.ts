// Imported articles: lists, one with everything that is known of it, what the checks find, its history.

import { z } from '@hono/zod-openapi'
import { countShape, cursorShape, idShape, instantShape, languageShape, signatureShape } from './plain.ts'

export const articleKindShape = z.enum(['article', 'index', 'commentary'])
export const severityShape = z.enum(['error', 'warning', 'information'])

const issueShape = z.string().regex(/^\d{4}-\d{2}$/, 'Give an issue as YYYY-MM.')
const countryShape = z.string().regex(/^[A-Z]{2}$/, 'Give two capital letters (ISO 3166-1).')
const spanShape = { start: countShape, end: countShape }

/** A piece of text with its place in the file: UTF-16 offsets, line from 1. */
export const printedShape = z.object({ ...spanShape, text: z.string(), line: countShape }).openapi('Printed')

export const articleBlockShape = z
  .object({
    ...spanShape,
    kind: z.enum([
      'title',
      'caption',
      'pull-quote',
      'summary',
      'body',
      'heading',
      'citation',
      'excerpt',
      'note',
      'image',
      'index-row',
      'related-reading',
      'chrome',
    ]),
    ordinal: countShape.optional(),
  })
  .openapi('ArticleBlock')

export const articleRowShape = z
  .object({
    id: idShape,
    kind: articleKindShape,
    title: z.string().nullable(),
    authors: z.array(z.string()).openapi({ description: 'Derived: no article prints its author' }),
    issue: z.string().nullable().openapi({ description: 'Derived, YYYY-MM' }),
    published: z.string().nullable().openapi({ description: 'Derived, EDTF' }),
    orderAt: instantShape,
    orderFrom: z.enum(['published', 'issue', 'latest-source', 'imported']).openapi({
      description: 'What the place in time rests on',
    }),
    file: z.object({ id: idShape, name: z.string() }),
    lines: z.array(countShape).length(2),
    revision: countShape,
  })
  .openapi('ArticleRow')

const articleFilterFields = {
  kind: articleKindShape.optional(),
  issue: issueShape.optional(),
  country: countryShape.optional().openapi({ description: 'What the article is about' }),
  author: z.string().max(200).optional(),
  authority: idShape.optional(),
  outlet: idShape.optional(),
  outletKey: z.string().max(300).optional().openapi({ description: '`key` of a cited outlet' }),
  year: z.coerce.number().int().min(1000).max(9999).optional(),
  file: idShape.optional(),
}

export const articleListQueryShape = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  before: cursorShape.optional(),
  ...articleFilterFields,
})

export const articleListShape = z
  .object({ articles: z.array(articleRowShape), next: cursorShape.nullable(), total: countShape })
  .openapi('ArticleList')

export const articleFilterShape = z.object(articleFilterFields)

/** Every value to browse by, with how many articles have it. */
export const articleFacetsShape = z
  .object({
    total: countShape,
    issues: z.array(z.object({ issue: z.string(), count: countShape })),
    years: z.array(z.object({ year: z.number().int(), count: countShape })),
    months: z.array(z.object({ month: z.string(), count: countShape })).openapi({ description: 'By `orderAt`' }),
    outlets: z.array(z.object({ key: z.string(), name: z.string(), count: countShape })),
    countries: z.array(z.object({ country: z.string(), name: z.string(), count: countShape })),
    authors: z.array(z.object({ author: z.string(), count: countShape })),
    kinds: z.array(z.object({ kind: articleKindShape, count: countShape })),
  })
  .openapi('ArticleFacets')

/** What a reference means; `articleId` and `indexId` null = the piece is known and not here. */
export const referenceMeaningShape = z.object({
  workId: idShape,
  title: z.string(),
  articleId: idShape.nullable(),
  indexId: idShape.nullable(),
  how: z.enum(['address', 'title', 'title-variant']),
  why: z.string(),
  addresses: z.array(z.string()),
})

export const articleReferenceShape = z
  .object({
    id: z.string(),
    articleId: idShape,
    articleTitle: z.string().nullable(),
    note: z.string(),
    author: z.string().nullable(),
    title: z.string(),
    issue: z.string().nullable(),
    issueAsPrinted: z.string().nullable(),
    url: z.string().nullable(),
    ...spanShape,
    meaning: referenceMeaningShape.nullable(),
  })
  .openapi('ArticleReference')

export const articleSourceShape = z
  .object({
    id: z.string(),
    articleId: idShape,
    host: z.string().nullable(),
    medium: z.string().nullable(),
    ordinal: countShape,
    author: z.string().nullable(),
    titleOriginal: z.string().nullable(),
    titleEnglish: z.string().nullable(),
    language: languageShape.nullable(),
    outlet: z.string().nullable(),
    outletKey: z.string().nullable(),
    outletId: idShape.nullable(),
    descriptor: z.string().nullable(),
    date: z.string().nullable(),
    url: z.string().nullable(),
    urlAsPrinted: z.string().nullable(),
    urlFragment: z.string().nullable(),
  })
  .openapi('ArticleSource')

export const revisionShape = z
  .object({
    articleId: idShape,
    number: countShape,
    deed: z.enum(['imported', 'boundary-moved', 'undone']),
    basedOn: countShape.nullable(),
    signedBy: z.string(),
    signedAt: instantShape,
    why: z.string().nullable(),
  })
  .openapi('ArticleRevision')

export const articleDetailShape = articleRowShape
  .extend({
    /** The file's text from the first to the last block; `textStart` is its offset in the file, spans are offsets into the file. */
    text: z.string(),
    textStart: countShape,
    blocks: z.array(articleBlockShape),
    print: z.looseObject({}).openapi({ description: 'The ArticlePrint of domain/article.ts: every field as printed' }),
    derived: z.array(
      z.object({
        field: z.enum(['author', 'issue', 'published']),
        value: z.string(),
        why: z.string(),
        from: z.string(),
      }),
    ),
    countries: z.array(z.object({ country: z.string(), name: z.string(), mentions: countShape, about: z.boolean() })),
    sources: z.array(articleSourceShape),
    references: z.array(articleReferenceShape),
    citedBy: z.array(articleReferenceShape),
    indexRows: z.array(
      z.object({
        indexId: idShape,
        indexTitle: z.string().nullable(),
        date: z.string(),
        meaning: z.string().nullable(),
        line: countShape,
      }),
    ),
    authorities: z.array(z.object({ id: idShape, kind: z.string(), name: z.string(), mentions: countShape })),
    history: z.array(revisionShape),
  })
  .openapi('ArticleDetail')

export const findingShape = z
  .object({
    check: z.string(),
    document: z.string(),
    file: z.string(),
    severity: severityShape,
    ...spanShape,
    line: countShape.optional(),
    phrase: z.string(),
    why: z.string(),
    fix: z.string().optional(),
    mend: z.string().openapi({ description: 'What to do about it' }),
  })
  .openapi('CheckFinding')

export const findingListShape = z.object({ findings: z.array(findingShape), total: countShape }).openapi('FindingList')

export const revisionToAddShape = z
  .strictObject({
    revision: countShape.openapi({ description: 'The one that was looked at; 409 when it is no longer the latest' }),
    blocks: z.array(articleBlockShape).min(1).max(20_000),
    kind: articleKindShape.optional(),
    why: z.string().trim().max(2000).optional(),
    signedBy: signatureShape.optional(),
    dryRun: z.boolean().optional().openapi({ description: 'Answer with the article as it would be; keep nothing' }),
  })
  .openapi('RevisionToAdd')

export const revisionUndoShape = z
  .strictObject({
    revision: countShape,
    why: z.string().trim().max(2000).optional(),
    signedBy: signatureShape.optional(),
  })
  .openapi('RevisionUndo')

export type ArticleRow = z.infer<typeof articleRowShape>
export type ArticleList = z.infer<typeof articleListShape>
export type ArticleFacets = z.infer<typeof articleFacetsShape>
export type ArticleReference = z.infer<typeof articleReferenceShape>
export type ArticleDetail = z.infer<typeof articleDetailShape>
export type ArticleFinding = z.infer<typeof findingShape>
export type FindingList = z.infer<typeof findingListShape>
export type RevisionToAdd = z.input<typeof revisionToAddShape>
export type RevisionUndo = z.input<typeof revisionUndoShape>
