// The register of outlets.

import { createRoute } from '@hono/zod-openapi'
import { subscribeFeed } from '../../collect/subscribe-feed.ts'
import { DeskError } from '../../domain/errors.ts'
import { newId } from '../../domain/id.ts'
import type { Outlet, OutletId } from '../../domain/outlet.ts'
import { hostOf } from '../../lib/url.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Db } from '../../store/db.ts'
import { listFeeds } from '../../store/feeds.ts'
import { findOutletNames } from '../../store/outlet-names.ts'
import { addOutlet, changeOutlet, findOutlet, listOutlets, removeOutlet } from '../../store/outlets.ts'
import { feedKey } from '../../store/queue/new-jobs.ts'
import { countItemsByOutlet } from '../../store/record-counts.ts'
import { listRelations, listStatements } from '../../store/statements.ts'
import type { Api } from '../api.ts'
import { showOutletDetail, showOutletRow } from '../present/outlet-rows.ts'
import {
  outletChangeShape,
  outletDetailShape,
  outletListShape,
  outletListQueryShape,
  outletQueryShape,
  outletToAddShape,
  type OutletDetail,
} from '../shapes/outlet.ts'
import type { ServerTools } from '../tools.ts'
import {
  definedOnly,
  idParamsShape,
  jsonAnswer,
  jsonBody,
  notFound,
  problemAnswer,
  readId,
  stale,
} from './route-parts.ts'

const tags = ['outlets']

const listRoute = createRoute({
  method: 'get',
  path: '/api/outlets',
  operationId: 'listOutlets',
  tags,
  summary: 'All outlets, by name',
  request: { query: outletListQueryShape },
  responses: { 200: jsonAnswer(outletListShape, 'The register'), ...problemAnswer },
})

const addRoute = createRoute({
  method: 'post',
  path: '/api/outlets',
  operationId: 'addOutlet',
  tags,
  summary: 'Add an outlet, with the feeds to watch',
  description: 'All or nothing: a domain or feed that is known already is a conflict. Each feed is polled at once.',
  request: { body: jsonBody(outletToAddShape) },
  responses: { 201: jsonAnswer(outletDetailShape, 'The outlet'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/outlets/{id}',
  operationId: 'readOutlet',
  tags,
  summary: 'One outlet with its feeds and everything stated of it',
  request: { params: idParamsShape, query: outletQueryShape },
  responses: { 200: jsonAnswer(outletDetailShape, 'The outlet'), ...problemAnswer },
})

const changeRoute = createRoute({
  method: 'patch',
  path: '/api/outlets/{id}',
  operationId: 'changeOutlet',
  tags,
  summary: 'Change the fields given',
  request: { params: idParamsShape, body: jsonBody(outletChangeShape) },
  responses: { 200: jsonAnswer(outletDetailShape, 'The outlet as it is now'), ...problemAnswer },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/outlets/{id}',
  operationId: 'removeOutlet',
  tags,
  summary: 'Remove an outlet that has kept nothing',
  description: 'One with items is a conflict: its evidence needs to say who spoke.',
  request: { params: idParamsShape },
  responses: { 204: { description: 'Removed' }, ...problemAnswer },
})

export function addOutletRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(listRoute, async (c) => {
    const isWhole = c.req.valid('query').merged === 'true'
    const outlets = (await listOutletRows(db, now())).filter((outlet) => isWhole || outlet.mergedInto === null)
    return c.json({ outlets, total: outlets.length }, 200)
  })

  api.openapi(addRoute, async (c) => {
    const { feeds, ...wish } = c.req.valid('json')
    const outlet = makeOutlet(wish, now())
    await inTransaction(db, async (tx) => {
      await addOutlet(tx, outlet)
      for (const feed of feeds) await subscribeFeed(tx, queue, { outletId: outlet.id, feed, now: now() })
    })
    tools.wake()
    return c.json(await loadOutletDetail(db, outlet.id, now()), 201)
  })

  api.openapi(showRoute, async (c) => {
    const { day } = c.req.valid('query')
    return c.json(await loadOutletDetail(db, readId(c.req.valid('param').id), now(), day), 200)
  })

  api.openapi(changeRoute, async (c) => {
    const id = readId<'outlet'>(c.req.valid('param').id)
    const { version, ...wish } = c.req.valid('json')
    await inTransaction(db, async (tx) => {
      const outlet = await findOutlet(tx, id)
      if (!outlet) throw notFound('outlet')
      if (!(await changeOutlet(tx, id, definedOnly(wish), version))) throw stale('outlet', outlet, wish)
    })
    return c.json(await loadOutletDetail(db, id, now()), 200)
  })

  addRemoval(api, tools)
}

function addRemoval(api: Api, { db, queue }: ServerTools): void {
  api.openapi(removeRoute, async (c) => {
    const id = readId<'outlet'>(c.req.valid('param').id)
    await inTransaction(db, async (tx) => {
      if (!(await findOutlet(tx, id))) throw notFound('outlet')
      for (const feed of await listFeeds(tx, id)) await queue.drop(tx, feedKey(feed.id))
      if ((await removeOutlet(tx, id)) === 'has-items') throw new DeskError('conflict', KEPT)
    })
    return c.body(null, 204)
  })
}

const KEPT = 'This outlet has items, and what is kept needs to say who spoke. Pause its feeds instead of removing it.'

function makeOutlet(wish: Omit<Outlet, 'id' | 'createdAt'>, now: number): Outlet {
  const host = hostOf(wish.homepage)?.replace(/^www\./, '')
  const domains = wish.domains.length > 0 || !host ? wish.domains : [host]
  return { ...wish, domains, id: newId(now), createdAt: now }
}

async function listOutletRows(db: Db, now: number) {
  const outlets = await listOutlets(db)
  const statements = Map.groupBy(await listStatements(db), (statement) => statement.outletId)
  const feeds = Map.groupBy(await listFeeds(db), (feed) => feed.outletId)
  const counts = await countItemsByOutlet(db)
  return outlets.map((outlet) => {
    const count = counts.get(outlet.id)
    const facts = {
      outlet,
      statements: statements.get(outlet.id) ?? [],
      feeds: feeds.get(outlet.id) ?? [],
      items: count?.items ?? 0,
      latestItemAt: count?.latestAt ?? null,
    }
    return showOutletRow(facts, now)
  })
}

export async function loadOutletDetail(db: Db, id: OutletId, now: number, day?: string): Promise<OutletDetail> {
  const outlet = await findOutlet(db, id)
  if (!outlet) throw notFound('outlet')
  const count = (await countItemsByOutlet(db, id)).get(id)
  const facts = {
    outlet,
    statements: await listStatements(db, [id]),
    feeds: await listFeeds(db, id),
    items: count?.items ?? 0,
    latestItemAt: count?.latestAt ?? null,
  }
  const relations = await listRelations(db, id)
  const others = await findOutletNames(db, [...new Set(relations.flatMap(({ from, to }) => [from, to]))])
  const names = new Map([...others].map(([other, { name }]): [string, string] => [other, name]))
  return showOutletDetail(facts, { relations, names, day }, now)
}
