// What is stated of outlets, how they are related, and what reviewers say of both: added, never changed.

import { createRoute } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import { newId } from '../../domain/id.ts'
import type { OutletId, OutletRelation, OutletStatement, Review } from '../../domain/outlet.ts'
import { findCapture } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { findOutletNames } from '../../store/outlet-names.ts'
import { findOutlet } from '../../store/outlets.ts'
import { addRelation, addReview, addStatement, findRelation, findStatement } from '../../store/statements.ts'
import type { Api } from '../api.ts'
import { showRelation, showStatement } from '../present/statements.ts'
import {
  relationShape,
  relationToAddShape,
  reviewToAddShape,
  statementShape,
  statementToAddShape,
} from '../shapes/outlet.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy } from './route-parts.ts'

const tags = ['outlets']

const stateRoute = createRoute({
  method: 'post',
  path: '/api/outlets/{id}/statements',
  operationId: 'addStatement',
  tags,
  summary: 'Add a dated, signed statement',
  description: 'Statements are never changed or removed; a later one takes the place of an earlier.',
  request: { params: idParamsShape, body: jsonBody(statementToAddShape) },
  responses: { 201: jsonAnswer(statementShape, 'The statement'), ...problemAnswer },
})

const relateRoute = createRoute({
  method: 'post',
  path: '/api/outlets/{id}/relations',
  operationId: 'addRelation',
  tags,
  summary: 'Say how this outlet is related to another',
  request: { params: idParamsShape, body: jsonBody(relationToAddShape) },
  responses: { 201: jsonAnswer(relationShape, 'The relation'), ...problemAnswer },
})

const reviewStatementRoute = createRoute({
  method: 'post',
  path: '/api/statements/{id}/reviews',
  operationId: 'reviewStatement',
  tags,
  summary: 'Confirm, dispute or withdraw a statement',
  description: 'The statement stays in the history; one that is withdrawn is not printed any more.',
  request: { params: idParamsShape, body: jsonBody(reviewToAddShape) },
  responses: { 201: jsonAnswer(statementShape, 'The statement with its review'), ...problemAnswer },
})

const reviewRelationRoute = createRoute({
  method: 'post',
  path: '/api/relations/{id}/reviews',
  operationId: 'reviewRelation',
  tags,
  summary: 'Confirm, dispute or withdraw a relation',
  request: { params: idParamsShape, body: jsonBody(reviewToAddShape) },
  responses: { 201: jsonAnswer(relationShape, 'The relation with its review'), ...problemAnswer },
})

export function addStatementRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(stateRoute, async (c) => {
    const { signedBy: given, captures, ...wish } = c.req.valid('json')
    const outletId = await getOutlet(db, c.req.valid('param').id)
    await checkCaptures(db, captures)
    const signed = { signedBy: await signedBy(tools, given), signedAt: now() }
    const statement: OutletStatement = { ...wish, captures, ...signed, id: newId(now()), outletId }
    await addStatement(db, statement)
    return c.json(showStatement(await getStatement(db, statement.id)), 201)
  })

  api.openapi(relateRoute, async (c) => {
    const { signedBy: given, to: other, captures, ...wish } = c.req.valid('json')
    const from = await getOutlet(db, c.req.valid('param').id)
    const to = await getOutlet(db, other)
    if (from === to) throw new DeskError('bad-input', 'An outlet is not related to itself. Choose another outlet.')
    await checkCaptures(db, captures)
    const signed = { signedBy: await signedBy(tools, given), signedAt: now() }
    const relation: OutletRelation = { ...wish, captures, ...signed, id: newId(now()), from, to }
    await addRelation(db, relation)
    return c.json(await loadRelation(db, relation.id), 201)
  })

  addReviewRoutes(api, tools)
}

function addReviewRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  async function sign(wish: { verdict: Review['verdict']; note: string | null; signedBy?: string | undefined }) {
    const { verdict, note } = wish
    return { verdict, note, signedBy: await signedBy(tools, wish.signedBy), signedAt: now() }
  }

  api.openapi(reviewStatementRoute, async (c) => {
    const id = readId<'statement'>(c.req.valid('param').id)
    await getStatement(db, id)
    await addReview(db, newId(now()), id, await sign(c.req.valid('json')))
    return c.json(showStatement(await getStatement(db, id)), 201)
  })

  api.openapi(reviewRelationRoute, async (c) => {
    const id = readId<'relation'>(c.req.valid('param').id)
    await loadRelation(db, id)
    await addReview(db, newId(now()), id, await sign(c.req.valid('json')))
    return c.json(await loadRelation(db, id), 201)
  })
}

async function getOutlet(db: Db, text: string): Promise<OutletId> {
  const outlet = await findOutlet(db, readId(text))
  if (!outlet) throw notFound('outlet')
  return outlet.id
}

/** Evidence that is not here is none. */
async function checkCaptures(db: Db, captures: readonly string[]): Promise<void> {
  for (const id of captures)
    if (!(await findCapture(db, readId(id))))
      throw new DeskError('bad-input', `There is no capture ${id} here. Capture the page first, then name it.`)
}

async function getStatement(db: Db, id: OutletStatement['id']) {
  const statement = await findStatement(db, id)
  if (!statement) throw notFound('statement')
  return statement
}

async function loadRelation(db: Db, id: OutletRelation['id']) {
  const relation = await findRelation(db, id)
  if (!relation) throw notFound('relation')
  const names = await findOutletNames(db, [relation.from, relation.to])
  return showRelation(relation, new Map([...names].map(([other, { name }]) => [other, name])))
}
