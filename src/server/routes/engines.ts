// Which engines translate, in which order they are asked for a pair of languages, what they cost, how they answer; and one
// sentence to try them with.

import { createRoute } from '@hono/zod-openapi'
import { listCosts, type EngineCost } from '../../store/engine-ledger.ts'
import { listEngineStates, type EngineState } from '../../store/engine-states.ts'
import { readSettings } from '../../store/settings.ts'
import { countItemLanguages } from '../../store/translation-work.ts'
import { monthOf } from '../../translate/engines/ask-once.ts'
import { nameEngines, orderEngines } from '../../translate/engines/engine-order.ts'
import { tryEngine } from '../../translate/engines/try-engine.ts'
import type { Api } from '../api.ts'
import { createOrderReader } from '../present/engine-orders.ts'
import {
  engineListShape,
  engineOrderListShape,
  engineTrialShape,
  engineTrialWishShape,
  type EngineList,
  type EngineView,
} from '../shapes/engine.ts'
import { targetLanguage } from '../target-language.ts'
import type { ServerTools, ShownEngine } from '../tools.ts'
import { jsonAnswer, jsonBody, notFound, problemAnswer } from './route-parts.ts'

const MICROS = 1_000_000
const tags = ['engines']

const listRoute = createRoute({
  method: 'get',
  path: '/api/engines',
  operationId: 'listEngines',
  tags,
  summary: 'The engines that translate, their costs and budgets of this month, and how they answered last',
  responses: {
    200: jsonAnswer(engineListShape, 'The engines, in the order in which they are asked'),
    ...problemAnswer,
  },
})

const orderRoute = createRoute({
  method: 'get',
  path: '/api/engines/orders',
  operationId: 'listEngineOrders',
  tags,
  summary: 'Who is asked for each language of the desk, and in which order',
  description: 'Engines that say which languages they have are asked for these, at most every ten minutes.',
  responses: { 200: jsonAnswer(engineOrderListShape, 'The languages, most items first'), ...problemAnswer },
})

const tryRoute = createRoute({
  method: 'post',
  path: '/api/engines/trials',
  operationId: 'tryEngine',
  tags,
  summary: 'Have an engine translate one sentence now',
  description: 'It is really asked, past the memory, and its cost is counted. Nothing is kept of what it says.',
  request: { body: jsonBody(engineTrialWishShape) },
  responses: { 200: jsonAnswer(engineTrialShape, 'Its answer, or why there is none'), ...problemAnswer },
})

export function addEngineRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  const readOrders = createOrderReader(tools)

  api.openapi(listRoute, async (c) => c.json(await loadEngines(tools), 200))

  api.openapi(orderRoute, async (c) => {
    const to = await targetLanguage(tools)
    const { engines } = await loadEngines(tools)
    const languages = await countItemLanguages(db, 30)
    return c.json({ to, orders: await readOrders(engines, languages, to) }, 200)
  })

  api.openapi(tryRoute, async (c) => {
    const { engine: name, text, from, to: wanted } = c.req.valid('json')
    const chosen = tools.translation?.open?.().find((one) => one.name === name)
    if (!chosen) throw notFound('engine')
    const to = wanted ?? (await targetLanguage(tools))
    const { answer, version, tookMs } = await tryEngine({ db, now }, chosen, { text, from, to })
    const isTranslated = answer.kind === 'translated'
    const target = isTranslated ? (answer.targets[0] ?? '') : null
    return c.json({ kind: answer.kind, target, reason: isTranslated ? null : answer.reason, version, to, tookMs }, 200)
  })
}

/** All that are configured, those that are not asked too. */
async function loadEngines(tools: ServerTools): Promise<EngineList> {
  const { db, now, translation } = tools
  const month = monthOf(now())
  const { order, off, automatic } = (await readSettings(db)).translation
  const costs = new Map((await listCosts(db, month)).map((cost) => [cost.engine, cost]))
  const states = await listEngineStates(db)
  const choices = translation?.engines ?? []
  const names = nameEngines(choices)
  const named = choices.map((choice, at) => ({ choice, name: names[at] ?? choice.engine }))
  const configured = { to: translation?.to ?? 'en', isAutomatic: translation?.isAutomatic ?? false }
  return {
    to: await targetLanguage(tools),
    isAutomatic: automatic ?? configured.isAutomatic,
    configured,
    month,
    engines: orderEngines(named, { order }).map(({ choice, name }) =>
      showEngine(choice, name, {
        cost: costs.get(choice.identity ?? choice.engine),
        state: states.get(name),
        isOff: off.includes(name),
      }),
    ),
  }
}

type EngineFacts = {
  readonly cost: EngineCost | undefined
  readonly state: EngineState | undefined
  readonly isOff: boolean
}

function showEngine(choice: ShownEngine, name: string, { cost, state, isOff }: EngineFacts): EngineView {
  const { engine, model, endpoint, pairs, pricePerMillion, monthlyCharacters, monthlyMoney } = choice
  const spent = {
    requests: cost?.requests ?? 0,
    characters: cost?.characters ?? 0,
    money: (cost?.micros ?? 0) / MICROS,
    lost: cost?.lost ?? 0,
  }
  const budget = { characters: monthlyCharacters ?? null, money: monthlyMoney ?? null }
  return {
    name,
    engine,
    model: model ?? null,
    endpoint: endpoint ?? null,
    pairs: [...(pairs ?? [])],
    pricePerMillion: pricePerMillion ?? null,
    isOff,
    spent,
    budget,
    isUsedUp:
      (budget.characters !== null && spent.characters >= budget.characters) ||
      (budget.money !== null && spent.money >= budget.money),
    answeredAt: state?.answeredAt ?? null,
    trouble: state?.trouble ? { ...state.trouble } : null,
  }
}
