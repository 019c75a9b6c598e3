// Names in Latin letters: established forms first, then the system of the language.

import { createRoute } from '@hono/zod-openapi'
import { nameKey } from '../../desk/authorities/name-key.ts'
import { findEstablishedNames } from '../../store/established-names.ts'
import type { Api } from '../api.ts'
import { romanisationQueryShape, romanisationShape, type Romanisation } from '../shapes/romanisation.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const romaniseRoute = createRoute({
  method: 'get',
  path: '/api/romanisation',
  operationId: 'romanise',
  tags: ['authorities'],
  summary: 'A name in Latin letters, by a named standard',
  description: 'Established English forms of the desk’s authorities win. Where no system can be applied, it says why.',
  request: { query: romanisationQueryShape },
  responses: { 200: jsonAnswer(romanisationShape, 'The romanised form beside the original'), ...problemAnswer },
})

export function addRomanisationRoutes(api: Api, { db }: Pick<ServerTools, 'db'>): void {
  api.openapi(romaniseRoute, async (c) => {
    const { text, language, name } = c.req.valid('query')
    const { listPossibleNames, romanise } = await import('../../lib/romanise/romanise.ts') // tables of five languages
    const keys = [...new Set(listPossibleNames(text).map(nameKey))].filter((key) => key !== '')
    const known = await findEstablishedNames(db, keys)
    const end = romanise(text, language, {
      isName: name === 'true',
      findEstablished: (word) => known.get(nameKey(word)),
    })
    const answer: Romanisation =
      end.kind === 'not-done'
        ? end
        : { ...end, doubts: [...end.doubts], established: end.established.map((found) => ({ ...found })) }
    return c.json(answer, 200)
  })
}
