// Which engines translate, what they cost this month, and what they may cost.

import { createRoute } from '@hono/zod-openapi'
import { listCosts } from '../../store/engine-ledger.ts'
import { monthOf } from '../../translate/translate-segments.ts'
import type { Api } from '../api.ts'
import { engineListShape } from '../shapes/translation.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const MICROS = 1_000_000

const listRoute = createRoute({
  method: 'get',
  path: '/api/engines',
  operationId: 'listEngines',
  tags: ['translations'],
  summary: 'The engines that translate, their costs and budgets of this month',
  responses: {
    200: jsonAnswer(engineListShape, 'The engines, in the order in which they are asked'),
    ...problemAnswer,
  },
})

export function addEngineRoutes(api: Api, { db, now, translation }: ServerTools): void {
  api.openapi(listRoute, async (c) => {
    const month = monthOf(now())
    const costs = new Map((await listCosts(db, month)).map((cost) => [cost.engine, cost]))
    const engines = (translation?.engines ?? []).map(
      ({ engine, model, endpoint, pairs, monthlyCharacters, monthlyMoney }) => {
        const cost = costs.get(engine)
        const spent = {
          requests: cost?.requests ?? 0,
          characters: cost?.characters ?? 0,
          money: (cost?.micros ?? 0) / MICROS,
        }
        const budget = { characters: monthlyCharacters ?? null, money: monthlyMoney ?? null }
        const isUsedUp =
          (budget.characters !== null && spent.characters >= budget.characters) ||
          (budget.money !== null && spent.money >= budget.money)
        return {
          engine,
          model: model ?? null,
          endpoint: endpoint ?? null,
          pairs: [...(pairs ?? [])],
          spent,
          budget,
          isUsedUp,
        }
      },
    )
    return c.json({ to: translation?.to ?? 'en', isAutomatic: translation?.isAutomatic ?? false, month, engines }, 200)
  })
}
