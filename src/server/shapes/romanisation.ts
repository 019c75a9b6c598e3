// Names in Latin letters, by a named standard, with what the print left open.

import { z } from '@hono/zod-openapi'
import type { Doubt } from '../../lib/romanise/romanise.ts'

export const romanisationQueryShape = z.object({
  text: z.string().min(1).max(2_000),
  language: z.string().min(2).max(35).openapi({ description: 'BCP 47, of the text' }),
  name: z.enum(['true', 'false']).default('true').openapi({ description: 'Whether words begin with capitals' }),
  tones: z.enum(['true', 'false']).default('true').openapi({ description: 'Whether tones of Chinese are marked' }),
})

const establishedShape = z.object({
  original: z.string(),
  text: z.string(),
  from: z.enum(['authority', 'glossary']).openapi({ description: 'Which of them agreed on this form' }),
})

const doubts = [
  'short-vowels',
  'usual-vowels',
  'waw-yeh',
  'first-vowel',
  'construct',
  'ezafe',
  'joined-letters',
  'reading',
  'word-division',
  'foreign-name',
  'unknown-letter',
] as const satisfies readonly Doubt[]

export const romanisationShape = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('romanised'),
      original: z.string(),
      text: z.string(),
      system: z.enum([
        'bgnpcgn-1956-ara',
        'bgnpcgn-1958-fas',
        'bgnpcgn-1968-pus',
        'bgnpcgn-2007-prs',
        'bgnpcgn-1947-rus',
        'bgnpcgn-2019-ukr',
        'iso-7098-2015-zho',
        'established',
      ]),
      doubts: z.array(z.enum(doubts)).openapi({
        description: 'What the print does not say, and was not made up or was taken from what is usual',
      }),
      established: z.array(establishedShape).openapi({ description: 'Names the desk has agreed on' }),
    }),
    z.object({ kind: z.literal('not-done'), original: z.string(), reason: z.string() }),
  ])
  .openapi('Romanisation')

export type Romanisation = z.infer<typeof romanisationShape>
