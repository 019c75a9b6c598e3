// Names in Latin letters, by a named standard, with what the print left open.

import { z } from '@hono/zod-openapi'

export const romanisationQueryShape = z.object({
  text: z.string().min(1).max(2_000),
  language: z.string().min(2).max(35).openapi({ description: 'BCP 47, of the text' }),
  name: z.enum(['true', 'false']).default('true').openapi({ description: 'Whether words begin with capitals' }),
})

const establishedShape = z.object({ original: z.string(), text: z.string() })

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
        'bgnpcgn-1947-rus',
        'bgnpcgn-2019-ukr',
        'established',
      ]),
      doubts: z.array(z.enum(['short-vowels', 'waw-yeh', 'first-vowel'])).openapi({
        description: 'What the print does not say: vowels that are missing are not made up',
      }),
      established: z.array(establishedShape).openapi({ description: 'Taken from the desk’s authorities' }),
    }),
    z.object({ kind: z.literal('not-done'), original: z.string(), reason: z.string() }),
  ])
  .openapi('Romanisation')

export type Romanisation = z.infer<typeof romanisationShape>
