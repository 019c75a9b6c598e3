// Files brought in: lists, one with its articles, and what came of bringing files in.

import { z } from '@hono/zod-openapi'
import { articleKindShape, printedShape } from './article.ts'
import { countShape, idShape, instantShape } from './plain.ts'

export const importRowShape = z
  .object({
    id: idShape,
    name: z.string(),
    digest: z.string(),
    size: countShape,
    charset: z.string().nullable(),
    notes: z.array(z.string()),
    importedAt: instantShape,
    importedBy: z.string(),
    articles: countShape,
  })
  .openapi('ImportRow')

export const importListShape = z.object({ imports: z.array(importRowShape) }).openapi('ImportList')

const importedArticleShape = z.object({
  articleId: idShape,
  title: z.string().nullable(),
  kind: articleKindShape,
  lines: z.array(countShape).length(2),
})

const countedArticleShape = importedArticleShape.extend({ sources: countShape, notes: countShape })

export const importDetailShape = importRowShape
  .extend({ contents: z.array(importedArticleShape), leftOver: z.array(printedShape) })
  .openapi('ImportDetail')

export const importResultShape = z
  .object({
    dryRun: z.boolean(),
    files: z.array(
      z.object({
        file: z.string(),
        importId: idShape.nullable(),
        kind: z.enum(['new', 'known']),
        added: z.array(countedArticleShape),
        known: z.array(countedArticleShape),
        notes: z.array(z.string()),
        leftOver: countShape,
        leftOverLines: z
          .array(z.object({ line: countShape, text: z.string() }))
          .openapi({ description: 'The first 200' }),
      }),
    ),
    problems: z.array(z.object({ file: z.string(), reason: z.string() })),
  })
  .openapi('ImportResult')

export const importQueryShape = z.object({ dryRun: z.enum(['true', 'false']).default('false') })

export type ImportList = z.infer<typeof importListShape>
export type ImportDetail = z.infer<typeof importDetailShape>
export type ImportResult = z.infer<typeof importResultShape>
