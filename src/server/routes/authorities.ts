// Authorities: lists, the page of one, and what people state of them.

import { createRoute, type z } from '@hono/zod-openapi'
import { hashId } from '../../desk/articles/hash-id.ts'
import { listJudgments } from '../../desk/authorities/list-judgments.ts'
import { nameKey } from '../../desk/authorities/name-key.ts'
import { scriptOf } from '../../desk/authorities/script-of.ts'
import type { AuthorityId, AuthorityStatement } from '../../domain/authority.ts'
import { DeskError } from '../../domain/errors.ts'
import { newId } from '../../domain/id.ts'
import { listMentions } from '../../store/authority-mentions.ts'
import {
  addAuthorities,
  addAuthorityStatement,
  findAuthority,
  listAuthorities,
  listAuthorityStatements,
  listJoined,
} from '../../store/authorities.ts'
import type { Db } from '../../store/db.ts'
import type { Api } from '../api.ts'
import { readMentionCursor, writeMentionCursor } from '../mention-cursor.ts'
import { loadAuthorityDetail } from '../present/authority-detail.ts'
import {
  authorityDetailShape,
  authorityListQueryShape,
  authorityListShape,
  authorityNameToAddShape,
  authorityStatementToAddShape,
  judgmentListShape,
  mentionListQueryShape,
  mentionListShape,
} from '../shapes/authority.ts'
import type { ServerTools } from '../tools.ts'
import {
  definedOnly,
  idParamsShape,
  jsonAnswer,
  jsonBody,
  notFound,
  problemAnswer,
  readId,
  signedBy,
} from './route-parts.ts'
import { inTransaction } from '../../store/in-transaction.ts'

const tags = ['authorities']

const listRoute = createRoute({
  method: 'get',
  path: '/api/authorities',
  operationId: 'listAuthorities',
  tags,
  summary: 'Authorities, most named first',
  request: { query: authorityListQueryShape },
  responses: { 200: jsonAnswer(authorityListShape, 'A page of the list'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/authorities/{id}',
  operationId: 'readAuthority',
  tags,
  summary: 'One authority with its names, offices, outlets, years and statements',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(authorityDetailShape, 'The authority'), ...problemAnswer },
})

const mentionsRoute = createRoute({
  method: 'get',
  path: '/api/authorities/{id}/mentions',
  operationId: 'listMentions',
  tags,
  summary: 'Where it is named, newest first',
  request: { params: idParamsShape, query: mentionListQueryShape },
  responses: { 200: jsonAnswer(mentionListShape, 'A page of the list'), ...problemAnswer },
})

const judgmentsRoute = createRoute({
  method: 'get',
  path: '/api/authorities/{id}/judgments',
  operationId: 'listJudgments',
  tags,
  summary: 'What the desk’s own words said of it, oldest first, with the outlets they rest on',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(judgmentListShape, 'The judgments'), ...problemAnswer },
})

const stateRoute = createRoute({
  method: 'post',
  path: '/api/authorities/{id}/statements',
  operationId: 'stateAuthority',
  tags,
  summary: 'State an office, a succession, a relation or a note; or take a statement back',
  description: 'Statements are dated, signed, and never changed.',
  request: { params: idParamsShape, body: jsonBody(authorityStatementToAddShape) },
  responses: { 201: jsonAnswer(authorityDetailShape, 'The authority as it is now'), ...problemAnswer },
})

const nameRoute = createRoute({
  method: 'post',
  path: '/api/authorities/{id}/names',
  operationId: 'addName',
  tags,
  summary: 'Add a name: a variant, an acronym, a romanisation',
  request: { params: idParamsShape, body: jsonBody(authorityNameToAddShape) },
  responses: { 201: jsonAnswer(authorityDetailShape, 'The authority as it is now'), ...problemAnswer },
})

/** The newest articles that judgments are taken from. */
const MOST_JUDGED = 300

export function addAuthorityRoutes(api: Api, tools: ServerTools): void {
  const { db } = tools

  api.openapi(listRoute, async (c) => {
    const { limit, offset, kind, begins } = c.req.valid('query')
    const filter = definedOnly({ kind, begins: begins === undefined ? undefined : nameKey(begins) })
    const { authorities, total } = await listAuthorities(db, filter, limit, offset)
    const rows = authorities.map(({ id, kind: one, name, country, mentions, articles }) => {
      return { id, kind: one, name, country, mentions, articles }
    })
    return c.json({ authorities: rows, total }, 200)
  })

  api.openapi(showRoute, async (c) => c.json(await loadAuthorityDetail(db, readId(c.req.valid('param').id)), 200))

  api.openapi(mentionsRoute, async (c) => {
    const { limit, before } = c.req.valid('query')
    const ids = await groupOf(db, readId(c.req.valid('param').id))
    const cursor = before === undefined ? undefined : readMentionCursor(before)
    const mentions = await listMentions(db, ids, limit, cursor)
    const last = mentions.length === limit ? mentions.at(-1) : undefined
    const shown = mentions.map((mention) => ({ ...mention, context: { ...mention.context } }))
    return c.json({ mentions: shown, next: last ? writeMentionCursor(last) : null }, 200)
  })

  api.openapi(judgmentsRoute, async (c) => {
    const ids = await groupOf(db, readId(c.req.valid('param').id))
    const judgments = (await listJudgments(db, ids, MOST_JUDGED)).map((one) => ({
      ...one,
      authors: [...one.authors],
      outlets: [...one.outlets],
      paragraphs: one.paragraphs.map((paragraph) => ({ ...paragraph, hedges: [...paragraph.hedges] })),
    }))
    return c.json({ judgments }, 200)
  })

  addStatementRoutes(api, tools)
}

/** The authority and all joined into it. Throws `not-found`. */
async function groupOf(db: Db, id: AuthorityId): Promise<AuthorityId[]> {
  const joined = await listJoined(db, id)
  if (joined.length === 0) throw notFound('authority')
  return joined.map((one) => one.id)
}

function addStatementRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(stateRoute, async (c) => {
    const id = readId<'authority'>(c.req.valid('param').id)
    const wish = c.req.valid('json')
    const signature = { signedAt: now(), signedBy: await signedBy(tools, wish.signedBy) }
    await inTransaction(db, (tx) => stateAuthority(tx, id, wish, signature))
    return c.json(await loadAuthorityDetail(db, id), 201)
  })

  api.openapi(nameRoute, async (c) => {
    const id = readId<'authority'>(c.req.valid('param').id)
    const { name, kind, language = null, signedBy: given } = c.req.valid('json')
    await groupOf(db, id)
    const from = await signedBy(tools, given)
    const row = {
      authority_id: id,
      name,
      name_key: nameKey(name),
      language,
      script: scriptOf(name),
      kind,
      from_where: from,
    }
    await addAuthorities(db, [], [{ ...row, id: hashId(`${id}\n${kind}\n${name}`) }])
    return c.json(await loadAuthorityDetail(db, id), 201)
  })
}

type StatementWish = z.output<typeof authorityStatementToAddShape>
type Signature = Pick<AuthorityStatement, 'signedAt' | 'signedBy'>

/** Throws `not-found` for the authority, and what the refusals below throw. */
async function stateAuthority(tx: Db, id: AuthorityId, wish: StatementWish, signature: Signature): Promise<void> {
  await groupOf(tx, id)
  const mark = { id: newId<'authority-statement'>(signature.signedAt), authorityId: id, ...signature }
  if (wish.kind === 'withdrawal') {
    const withdraws = readId<'authority-statement'>(wish.withdraws)
    await refuseWithdrawal(tx, id, withdraws)
    const nothing = { otherId: null, validFrom: null, validTo: null, evidence: null }
    await addAuthorityStatement(tx, { ...mark, ...nothing, kind: 'withdrawal', value: wish.value, withdraws })
    return
  }
  const otherId = wish.otherId === undefined ? null : readId<'authority'>(wish.otherId)
  await refuseOther(tx, id, wish.kind, otherId)
  const { kind, value, validFrom = null, validTo = null, evidence = null } = wish
  await addAuthorityStatement(tx, { ...mark, kind, value, otherId, validFrom, validTo, evidence, withdraws: null })
}

async function refuseOther(
  db: Db,
  id: AuthorityId,
  kind: AuthorityStatement['kind'],
  otherId: AuthorityId | null,
): Promise<void> {
  const needsOther = kind === 'succession' || kind === 'relation'
  if (needsOther && otherId === null) throw new DeskError('bad-input', `Say with “otherId” whom the ${kind} leads to.`)
  if (otherId === id) throw new DeskError('bad-input', 'An authority cannot be stated to succeed or relate to itself.')
  if (otherId !== null && !(await findAuthority(db, otherId))) throw notFound('authority')
}

async function refuseWithdrawal(db: Db, id: AuthorityId, withdraws: AuthorityStatement['id']): Promise<void> {
  const all = await listAuthorityStatements(db, [id])
  const meant = all.find((one) => one.id === withdraws && one.kind !== 'withdrawal')
  if (!meant) throw notFound('statement')
  if (all.some((one) => one.withdraws === withdraws))
    throw new DeskError('conflict', 'This statement was taken back already. Nothing was changed.')
}
