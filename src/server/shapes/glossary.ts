// The agreed names and terms as the web sees them.

import { z } from '@hono/zod-openapi'
import { authorityKindShape } from './authority.ts'
import { countShape, idShape, instantShape, languageShape, signatureShape } from './plain.ts'

const termKindShape = z.enum(['person', 'organisation', 'place', 'other'])
const tagShape = languageShape.regex(
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/,
  'Give a language tag, as in ar or zh-Hant.',
)

const nameShape = z.object({
  language: languageShape,
  text: z.string(),
  status: z.enum(['agreed', 'admitted', 'forbidden']),
})

export const termShape = z
  .object({ key: z.string(), kind: termKindShape, names: z.array(nameShape), note: z.string().nullable() })
  .openapi('Term')

export const signedTermShape = termShape
  .extend({ revision: countShape, changedAt: instantShape, changedBy: z.string() })
  .openapi('SignedTerm')

export const glossaryQueryShape = z.object({
  q: z.string().max(300).optional().openapi({ description: 'Words of a name, the key or the note' }),
  language: tagShape.optional().openapi({ description: 'Terms that have a name in it' }),
  kind: termKindShape.optional(),
  order: z.enum(['key', 'newest']).default('key'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

export const glossaryShape = z.object({ terms: z.array(signedTermShape), total: countShape }).openapi('Glossary')

export const glossaryCountsShape = z
  .object({
    total: countShape,
    kinds: z.array(z.object({ kind: termKindShape, count: countShape })),
    languages: z.array(z.object({ language: languageShape, count: countShape })),
  })
  .openapi('GlossaryCounts')

export const termWishShape = z
  .strictObject({
    key: z.string().max(400).optional().openapi({ description: 'Absent = made of the first name' }),
    kind: termKindShape,
    names: z
      .array(nameShape.extend({ language: tagShape, text: z.string().trim().min(1, 'Give the name.').max(300) }))
      .min(2, 'A term needs a name in two languages.')
      .max(200),
    note: z.string().trim().max(2_000).nullable(),
    revision: countShape.nullable().optional().openapi({
      description: 'That you saw; null = there is to be none of this key; absent = whatever there is',
    }),
    signedBy: signatureShape.optional(),
  })
  .openapi('TermWish')

const namesakeShape = z.object({ language: languageShape, text: z.string(), key: z.string() })

export const termSavedShape = z
  .object({
    term: signedTermShape,
    deedId: idShape.openapi({ description: 'By which it can be taken back' }),
    namesakes: z.array(namesakeShape).openapi({ description: 'Names that another term has too' }),
  })
  .openapi('TermSaved')

export const termCheckShape = z
  .object({
    problem: z.string().nullable().openapi({ description: 'Why it cannot be kept as it is, for people' }),
    namesakes: z.array(namesakeShape),
  })
  .openapi('TermCheck')

export const glossaryDeedShape = z
  .object({
    deedId: idShape,
    undone: countShape,
    left: countShape.openapi({ description: 'Changed by somebody since' }),
  })
  .openapi('GlossaryDeed')

export const glossaryImportShape = z
  .object({
    dryRun: z.boolean(),
    unit: z.enum(['line', 'entry', 'authority']).openapi({ description: 'What `line` counts' }),
    deedId: idShape.nullable().openapi({ description: 'By which it is taken back; null = nothing was kept' }),
    rows: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(['new', 'changed', 'same']),
        line: countShape,
        term: termShape,
        before: termShape.nullable(),
      }),
    ),
    problems: z.array(z.object({ line: countShape, reason: z.string() })),
    doubts: z
      .array(z.object({ line: countShape, reason: z.string() }))
      .openapi({ description: 'Comes in all the same; a person should look' }),
  })
  .openapi('GlossaryImport')

export const authorityTermsWishShape = z
  .strictObject({
    ids: z.array(idShape).min(1).max(500).nullable().default(null).openapi({ description: 'null = all of the kinds' }),
    kinds: z.array(authorityKindShape).max(5).default(['person', 'organisation', 'place', 'country']),
    languages: z.array(tagShape).max(50).nullable().default(null).openapi({
      description: 'Names in these; null = in the languages of the desk’s items and of its translations',
    }),
    dryRun: z.boolean().default(false),
    signedBy: signatureShape.optional(),
  })
  .openapi('AuthorityTermsWish')

export const termHistoryShape = z
  .object({
    changes: z.array(
      z.object({
        deedId: idShape,
        key: z.string(),
        before: termShape.nullable(),
        after: termShape.nullable(),
        signedBy: z.string(),
        signedAt: instantShape,
        isUndone: z.boolean(),
      }),
    ),
  })
  .openapi('TermHistory')

export type TermKindName = z.infer<typeof termKindShape>
export type TermNameView = z.infer<typeof nameShape>
export type TermView = z.infer<typeof termShape>
export type SignedTermView = z.infer<typeof signedTermShape>
export type GlossaryView = z.infer<typeof glossaryShape>
export type GlossaryCounts = z.infer<typeof glossaryCountsShape>
export type TermWish = z.input<typeof termWishShape>
export type TermSaved = z.infer<typeof termSavedShape>
export type TermCheck = z.infer<typeof termCheckShape>
export type GlossaryDeed = z.infer<typeof glossaryDeedShape>
export type GlossaryImported = z.infer<typeof glossaryImportShape>
export type AuthorityTermsWish = z.input<typeof authorityTermsWishShape>
export type TermHistory = z.infer<typeof termHistoryShape>
