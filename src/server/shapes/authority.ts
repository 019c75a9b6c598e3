// Authorities: people, organisations, places, weapon systems and countries, with where they are named.

import { z } from '@hono/zod-openapi'
import { countShape, cursorShape, idShape, instantShape, signatureShape } from './plain.ts'

export const authorityKindShape = z.enum(['person', 'organisation', 'place', 'weapon-system', 'country'])

export const authorityRowShape = z
  .object({
    id: idShape,
    kind: authorityKindShape,
    name: z.string(),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-2, of a country' }),
    mentions: countShape,
    articles: countShape,
  })
  .openapi('AuthorityRow')

export const authorityListQueryShape = z.object({
  kind: authorityKindShape.optional(),
  begins: z.string().max(200).optional().openapi({ description: 'The beginning of any of its names' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

export const authorityListShape = z
  .object({ authorities: z.array(authorityRowShape), total: countShape })
  .openapi('AuthorityList')

export const authorityNameShape = z.object({
  name: z.string(),
  language: z.string().nullable(),
  script: z.string(),
  kind: z.enum(['established', 'variant', 'acronym', 'romanisation']),
  from: z.string(),
})

export const authorityStatementShape = z
  .object({
    id: idShape,
    authorityId: idShape,
    kind: z.enum(['role', 'succession', 'relation', 'note', 'withdrawal']),
    value: z.string(),
    other: z.object({ id: idShape, name: z.string() }).nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    evidence: z.string().nullable(),
    signedBy: z.string(),
    signedAt: instantShape,
    withdrawn: z.boolean(),
    withdraws: idShape.nullable(),
  })
  .openapi('AuthorityStatement')

const edtfShape = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Give a year, a month or a day: 2023, 2023-09 or 2023-09-16.')

export const authorityStatementToAddShape = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['role', 'note', 'relation', 'succession']),
      value: z.string().trim().min(1, 'Say what holds.').max(2000),
      otherId: idShape.optional().openapi({ description: 'Required of a succession and a relation' }),
      validFrom: edtfShape.optional(),
      validTo: edtfShape.optional(),
      evidence: z.string().trim().max(2000).optional(),
      signedBy: signatureShape.optional(),
    }),
    z.strictObject({
      kind: z.literal('withdrawal'),
      withdraws: idShape,
      value: z.string().trim().max(2000).default(''),
      signedBy: signatureShape.optional(),
    }),
  ])
  .openapi('AuthorityStatementToAdd')

export const authorityNameToAddShape = z
  .strictObject({
    name: z.string().trim().min(1, 'Give the name.').max(300),
    kind: z.enum(['variant', 'acronym', 'romanisation']),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language tag (BCP 47).')
      .optional(),
    signedBy: signatureShape.optional(),
  })
  .openapi('AuthorityNameToAdd')

export const mentionShape = z
  .object({
    id: z.string(),
    authorityId: idShape,
    articleId: idShape,
    articleTitle: z.string().nullable(),
    orderAt: instantShape,
    part: z.enum(['title', 'caption', 'pull-quote', 'summary', 'body', 'excerpt']),
    source: countShape.nullable().openapi({ description: 'Ordinal of the source in whose excerpt it stands' }),
    outlet: z.string().nullable(),
    sourceDate: z.string().nullable(),
    text: z.string(),
    role: z.string().nullable(),
    isQuoted: z.boolean(),
    start: countShape,
    end: countShape,
    context: z.object({ text: z.string(), start: countShape, end: countShape }),
  })
  .openapi('Mention')

export const mentionListQueryShape = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: cursorShape.optional(),
})

export const mentionListShape = z
  .object({ mentions: z.array(mentionShape), next: cursorShape.nullable() })
  .openapi('MentionList')

export const authorityDetailShape = authorityRowShape
  .extend({
    joinedInto: idShape.nullable().openapi({ description: 'Another authority that a person said is the same' }),
    joined: z.array(z.object({ id: idShape, name: z.string() })).openapi({ description: 'Those joined into this one' }),
    names: z.array(authorityNameShape),
    quoted: countShape,
    years: z.array(z.object({ year: z.number().int(), articles: countShape })),
    outlets: z.array(z.object({ outlet: z.string(), mentions: countShape })),
    /** As printed before its name, with the time of the first and last article. */
    roles: z.array(z.object({ role: z.string(), count: countShape, from: instantShape, to: instantShape })),
    statements: z.array(authorityStatementShape),
    suggestions: z.array(z.object({ id: idShape, name: z.string(), score: z.number(), why: z.string() })),
    /** A query for /api/search that finds it in everything read. */
    query: z.string(),
  })
  .openapi('AuthorityDetail')

/** What the desk's own words said of one subject, oldest first. */
export const judgmentListShape = z
  .object({
    judgments: z.array(
      z.object({
        articleId: idShape,
        articleTitle: z.string().nullable(),
        orderAt: instantShape,
        authors: z.array(z.string()),
        paragraphs: z.array(
          z.object({
            text: z.string(),
            line: countShape,
            isAssessment: z.boolean(),
            hedges: z.array(z.string()),
          }),
        ),
        outlets: z.array(z.string()),
      }),
    ),
  })
  .openapi('JudgmentList')

export const joinSuggestionListShape = z
  .object({
    suggestions: z.array(
      z.object({
        left: z.object({ id: idShape, name: z.string(), kind: authorityKindShape }),
        right: z.object({ id: idShape, name: z.string(), kind: authorityKindShape }),
        score: z.number(),
        why: z.string(),
      }),
    ),
    total: countShape,
  })
  .openapi('JoinSuggestionList')

export const joinDecisionShape = z
  .object({
    id: idShape,
    subject: z.enum(['authority', 'outlet-name', 'author']),
    left: z.string(),
    right: z.string(),
    decision: z.enum(['joined', 'apart', 'undone']),
    undoes: idShape.nullable(),
    signedBy: z.string(),
    signedAt: instantShape,
    why: z.string().nullable(),
    stands: z.boolean(),
  })
  .openapi('JoinDecision')

export const joinListShape = z.object({ joins: z.array(joinDecisionShape) }).openapi('JoinList')

export const joinToAddShape = z
  .strictObject({
    subject: z.enum(['authority', 'outlet-name', 'author']).default('authority'),
    left: z.string().min(1).max(300).openapi({ description: 'The one that is joined into the other' }),
    right: z.string().min(1).max(300),
    decision: z.enum(['joined', 'apart']),
    why: z.string().trim().max(2000).optional(),
    signedBy: signatureShape.optional(),
  })
  .openapi('JoinToAdd')

export const joinUndoShape = z
  .strictObject({ why: z.string().trim().max(2000).optional(), signedBy: signatureShape.optional() })
  .openapi('JoinUndo')

export type AuthorityRow = z.infer<typeof authorityRowShape>
export type AuthorityList = z.infer<typeof authorityListShape>
export type AuthorityDetail = z.infer<typeof authorityDetailShape>
export type AuthorityStatementRecord = z.infer<typeof authorityStatementShape>
export type AuthorityStatementToAdd = z.input<typeof authorityStatementToAddShape>
export type AuthorityNameToAdd = z.input<typeof authorityNameToAddShape>
export type MentionRecord = z.infer<typeof mentionShape>
export type MentionList = z.infer<typeof mentionListShape>
export type JudgmentList = z.infer<typeof judgmentListShape>
export type JoinSuggestionList = z.infer<typeof joinSuggestionListShape>
export type JoinDecisionRecord = z.infer<typeof joinDecisionShape>
export type JoinList = z.infer<typeof joinListShape>
export type JoinToAdd = z.input<typeof joinToAddShape>
