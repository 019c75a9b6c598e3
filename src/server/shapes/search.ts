// Search: hits with lit passages, and counts by outlet, language and day.

import { z } from '@hono/zod-openapi'
import { countShape, cursorShape, idShape, languageShape } from './plain.ts'
import { itemRowShape } from './item.ts'

/** Ranges are UTF-16 offsets into `text`, in order, not overlapping. */
export const passageShape = z
  .object({
    text: z.string(),
    ranges: z.array(z.object({ start: countShape, end: countShape })),
  })
  .openapi('Passage')

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
    passages: z.array(passageShape),
  })
  .openapi('Hit')

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
export type QueryProblem = z.infer<typeof queryProblemShape>
export type Total = z.infer<typeof totalShape>
export type SearchResult = z.infer<typeof searchResultShape>
export type SearchCounts = z.infer<typeof searchCountsShape>
