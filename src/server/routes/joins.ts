// Records that may be one: suggestions, what people decided, and taking it back.

import { createRoute } from '@hono/zod-openapi'
import { decideName, undoAnyJoin } from '../../desk/articles/decide-names.ts'
import { decideJoin, listSuggestions } from '../../desk/authorities/decide-joins.ts'
import type { AuthorityId, JoinDecision } from '../../domain/authority.ts'
import { findAuthorities } from '../../store/authorities.ts'
import type { Db } from '../../store/db.ts'
import { listDecisions, standing } from '../../store/join-decisions.ts'
import type { Api } from '../api.ts'
import {
  joinDecisionShape,
  joinListShape,
  joinSuggestionListShape,
  joinToAddShape,
  joinUndoShape,
  type JoinSuggestionList,
} from '../shapes/authority.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, problemAnswer, readId, signedBy } from './route-parts.ts'

const tags = ['joins']

const listRoute = createRoute({
  method: 'get',
  path: '/api/joins',
  operationId: 'listJoins',
  tags,
  summary: 'What people decided, the latest first',
  responses: { 200: jsonAnswer(joinListShape, 'The decisions'), ...problemAnswer },
})

const suggestionsRoute = createRoute({
  method: 'get',
  path: '/api/joins/suggestions',
  operationId: 'suggestJoins',
  tags,
  summary: 'Pairs of authorities that may be one and that nobody has decided about',
  responses: { 200: jsonAnswer(joinSuggestionListShape, 'The surest first'), ...problemAnswer },
})

const addRoute = createRoute({
  method: 'post',
  path: '/api/joins',
  operationId: 'addJoin',
  tags,
  summary: 'Say that two records are one, or are not',
  description:
    'Two authorities by id; a printed name of an outlet (`left`) and an outlet of the register; a printed name of an author and the name that is meant.',
  request: { body: jsonBody(joinToAddShape) },
  responses: { 201: jsonAnswer(joinDecisionShape, 'The decision'), ...problemAnswer },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/api/joins/{id}/undo',
  operationId: 'undoJoin',
  tags,
  summary: 'Take a decision back',
  request: { params: idParamsShape, body: jsonBody(joinUndoShape) },
  responses: { 201: jsonAnswer(joinDecisionShape, 'The undoing'), ...problemAnswer },
})

const MOST_SUGGESTIONS = 500

export function addJoinRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(listRoute, async (c) => {
    const all = await listDecisions(db)
    const valid = new Set(standing(all))
    return c.json({ joins: all.toReversed().map((one) => showDecision(one, valid.has(one))) }, 200)
  })

  api.openapi(suggestionsRoute, async (c) => c.json(await showSuggestions(db), 200))

  api.openapi(addRoute, async (c) => {
    const { subject, left, right, decision, why = null, signedBy: given } = c.req.valid('json')
    const by = { signedBy: await signedBy(tools, given), now: now() }
    const made =
      subject === 'authority'
        ? await decideJoin(db, { left: readId(left), right: readId(right), decision, why }, by)
        : await decideName(db, { subject, left, right, decision, why }, by)
    return c.json(showDecision(made, true), 201)
  })

  api.openapi(undoRoute, async (c) => {
    const { why, signedBy: given } = c.req.valid('json')
    const by = { signedBy: await signedBy(tools, given), now: now(), why: why ?? null }
    const undone = await undoAnyJoin(db, readId<'join'>(c.req.valid('param').id), by)
    return c.json(showDecision(undone, false), 201)
  })
}

function showDecision(decision: JoinDecision, stands: boolean) {
  return { ...decision, stands }
}

async function showSuggestions(db: Db): Promise<JoinSuggestionList> {
  const all = await listSuggestions(db)
  const shown = all.slice(0, MOST_SUGGESTIONS)
  const authorities = await findAuthorities(
    db,
    shown.flatMap(({ left, right }) => [left as AuthorityId, right as AuthorityId]),
  )
  const suggestions = shown.flatMap(({ left, right, score, why }) => {
    const [one, other] = [authorities.get(left as AuthorityId), authorities.get(right as AuthorityId)]
    if (!one || !other) return []
    const show = ({ id, name, kind }: typeof one) => ({ id, name, kind })
    return [{ left: show(one), right: show(other), score, why }]
  })
  return { suggestions, total: all.length }
}
