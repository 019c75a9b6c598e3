// Names in Latin letters: established forms first (the glossary’s, then the authorities’), then the system of the language.

import { createRoute } from '@hono/zod-openapi'
import type { Api } from '../api.ts'
import { romanisationQueryShape, romanisationShape, type Romanisation } from '../shapes/romanisation.ts'
import { targetLanguage, type TargetTools } from '../target-language.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const romaniseRoute = createRoute({
  method: 'get',
  path: '/api/romanisation',
  operationId: 'romanise',
  tags: ['authorities'],
  summary: 'A name in Latin letters, by a named standard',
  description:
    'Names that the glossary or the authorities of the desk agree on win. Where no system can be applied, it says why.',
  request: { query: romanisationQueryShape },
  responses: { 200: jsonAnswer(romanisationShape, 'The romanised form beside the original'), ...problemAnswer },
})

export function addRomanisationRoutes(api: Api, tools: TargetTools): void {
  api.openapi(romaniseRoute, async (c) => {
    const { text, language, name, tones } = c.req.valid('query')
    const { romaniseText } = await import('../romanise-text.ts') // tables of seven languages
    const to = await targetLanguage(tools)
    const end = await romaniseText(tools.db, { text, language, to, isName: name === 'true', tones: tones === 'true' })
    const answer: Romanisation =
      end.kind === 'not-done'
        ? end
        : { ...end, doubts: [...end.doubts], established: end.established.map((found) => ({ ...found })) }
    return c.json(answer, 200)
  })
}
