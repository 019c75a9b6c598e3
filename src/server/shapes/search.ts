// Search: hits with lit passages, and counts by outlet, language and day.

import { z } from '@hono/zod-openapi'
import { countShape, cursorShape, idShape, languageShape } from './plain.ts'
import { itemRowShape } from './item.ts'
import { translationStateShape } from './translation.ts'

/** Ranges are UTF-16 offsets into `text`, in order, not overlapping. */
export const passageShape = z
  .object({
    text: z.string(),
    ranges: z.array(z.object({ start: countShape, end: countShape })),
  })
  .openapi('Passage')

const namedByShape = z.enum(['glossary', 'authority'])

/** Why a document is a hit: `words` as typed, found in the original or a translation, or under the name `as` that is on record. */
export const reasonShape = z
  .object({
    by: z.enum(['original', 'translation', ...namedByShape.options]),
    words: z.string(),
    as: z.string().optional(),
  })
  .openapi('MatchReason')

/** A translation that answers: title and lead whole, with what they answer lit, and the state that must stand beside each. */
export const hitTranslationShape = z
  .object({
    language: languageShape,
    direction: z.enum(['ltr', 'rtl']),
    title: passageShape.nullable(),
    titleState: translationStateShape,
    titleBy: z.string().nullable(),
    lead: passageShape.nullable(),
    leadState: translationStateShape,
  })
  .openapi('HitTranslation')

export const hitShape = itemRowShape
  .extend({
    article: z
      .object({
        kind: z.enum(['article', 'index', 'commentary']),
        issue: z.string().nullable(),
        authors: z.array(z.string()),
      })
      .nullable()
      .openapi({ description: 'Not null = a piece of the digest: `id` is an article’s, see /api/articles/{id}' }),
    titleRanges: z.array(z.object({ start: countShape, end: countShape })).openapi({ description: 'Into `title`' }),
    passages: z.array(passageShape).openapi({ description: 'Of the original' }),
    matched: z.array(reasonShape).openapi({ description: 'Empty when only filters have found it' }),
    translations: z.array(hitTranslationShape).openapi({
      description: 'Those that answer, the desk’s language first; `translation` may be there without answering',
    }),
  })
  .openapi('Hit')

/** Words of the query that are a name on record, and what else they were looked for as. */
export const searchedNameShape = z
  .object({
    words: z.string(),
    others: z.array(z.object({ by: namedByShape, name: z.string() })),
    leftOut: countShape.openapi({ description: 'Further names, too many to be looked for' }),
  })
  .openapi('SearchedName')

/** What is wrong with the query and where (UTF-16 offsets into it). With any problem nothing was searched. */
export const queryProblemShape = z
  .object({ message: z.string(), start: countShape, end: countShape })
  .openapi('QueryProblem')

export const totalShape = z.object({ kind: z.enum(['exact', 'at-least']), count: countShape }).openapi('Total')

export const searchResultShape = z
  .object({
    hits: z.array(hitShape),
    next: cursorShape.nullable(),
    total: totalShape,
    names: z.array(searchedNameShape),
    tookMs: z.number(),
    problems: z.array(queryProblemShape),
  })
  .openapi('SearchResult')

export const searchQueryShape = z.object({
  q: z.string().max(2000).default(''),
  order: z.enum(['newest', 'relevant']).default('newest'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: cursorShape.optional(),
  /** Whether pieces of the digest are looked for too; `kind:` in the query itself decides before it. */
  articles: z.enum(['with', 'without']).default('without'),
})

export const searchCountsShape = z
  .object({
    total: totalShape,
    outlets: z.array(z.object({ id: idShape, name: z.string(), count: countShape })),
    languages: z.array(z.object({ language: languageShape, count: countShape })),
    /** By day of publication (else of being seen), oldest first; days without hits are left out. */
    days: z.array(z.object({ day: z.string(), count: countShape })),
    problems: z.array(queryProblemShape),
  })
  .openapi('SearchCounts')

export const searchCountsQueryShape = z.object({
  q: z.string().max(2000).default(''),
  articles: z.enum(['with', 'without']).default('without'),
})

export type Passage = z.infer<typeof passageShape>
export type Hit = z.infer<typeof hitShape>
export type MatchReason = z.infer<typeof reasonShape>
export type HitTranslation = z.infer<typeof hitTranslationShape>
export type SearchedName = z.infer<typeof searchedNameShape>
export type QueryProblem = z.infer<typeof queryProblemShape>
export type Total = z.infer<typeof totalShape>
export type SearchResult = z.infer<typeof searchResultShape>
export type SearchCounts = z.infer<typeof searchCountsShape>
