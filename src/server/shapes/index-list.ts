// Indexes: those brought in, described; and those made for a country, an author or a topic.

import { z } from '@hono/zod-openapi'
import { countShape, idShape } from './plain.ts'

export const indexRowShape = z
  .object({
    id: z.string(),
    date: z.string(),
    meaning: z.enum(['issue-month', 'publication-day']).nullable(),
    title: z.string(),
    authors: z.array(z.string()),
    line: countShape,
    duplicateOf: z.string().nullable(),
    defect: z.string().nullable(),
    articleId: idShape.nullable().openapi({ description: 'The piece itself, where it is here' }),
  })
  .openapi('IndexRow')

export const importedIndexShape = z
  .object({
    id: idShape,
    title: z.string().nullable(),
    rows: z.array(indexRowShape),
    unique: countShape,
    duplicates: countShape,
    malformed: countShape,
    months: z.object({ from: z.string(), to: z.string(), empty: z.array(z.string()) }).nullable(),
    meanings: z.array(
      z.object({
        meaning: z.enum(['issue-month', 'publication-day']),
        from: z.string(),
        to: z.string(),
        rows: countShape,
      }),
    ),
    authors: z.array(z.object({ name: z.string(), rows: countShape })),
    authorProposals: z.array(
      z.object({ name: z.string(), count: countShape, meant: z.string(), meantCount: countShape, why: z.string() }),
    ),
  })
  .openapi('ImportedIndex')

export const madeIndexShape = z
  .object({
    title: z.string(),
    entries: z.array(
      z.object({
        published: z.string().nullable(),
        issue: z.string().nullable(),
        title: z.string(),
        authors: z.array(z.string()),
        articleId: idShape.nullable(),
        link: z.string().nullable(),
      }),
    ),
  })
  .openapi('MadeIndex')

export const indexFormShape = z.object({ form: z.enum(['json', 'html', 'csv']).default('json') })

export type IndexRowRecord = z.infer<typeof indexRowShape>
export type ImportedIndex = z.infer<typeof importedIndexShape>
export type MadeIndexRecord = z.infer<typeof madeIndexShape>
