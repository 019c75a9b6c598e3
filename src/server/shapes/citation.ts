// Citations made from excerpts, and excerpts as annotations.

import { z } from '@hono/zod-openapi'
import { translationStateShape } from './excerpt.ts'
import { instantShape, languageShape } from './plain.ts'

export const citationFormShape = z.enum(['digest', 'chicago', 'ics206'])

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

export type CitationForm = z.infer<typeof citationFormShape>
export type Citation = z.infer<typeof citationShape>
