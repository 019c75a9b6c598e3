// Merging and splitting outlets, with a dry run before and a way back after.

import { createRoute } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { DeskError } from '../../domain/errors.ts'
import { newId } from '../../domain/id.ts'
import { printedOn, type OutletId, type StoredOutlet } from '../../domain/outlet.ts'
import { hostOf } from '../../lib/url.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Db, Tx } from '../../store/db.ts'
import { listFeeds } from '../../store/feeds.ts'
import { listMoves, type MoveId, type OutletMove } from '../../store/outlet-move-records.ts'
import { listSplitItems, mergeOutlets, planMerge, splitOutlet } from '../../store/outlet-moves.ts'
import { addOutlet, findOutlet, findOutletByDomain, raiseVersion } from '../../store/outlets.ts'
import { indexMoveJob } from '../../store/queue/new-jobs.ts'
import { listStatements } from '../../store/statements.ts'
import { undoMove } from '../../store/undo-move.ts'
import type { Api } from '../api.ts'
import { dayOf } from '../present/statements.ts'
import { answerProblem } from '../problem.ts'
import {
  mergeWishShape,
  moveUndoWishShape,
  outletMoveListShape,
  outletMoveResultShape,
  splitWishShape,
  type OutletMove as MoveRecord,
  type OutletMoveResult,
} from '../shapes/outlet-move.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy, stale } from './route-parts.ts'

const tags = ['outlets']

const mergeRoute = createRoute({
  method: 'post',
  path: '/api/outlets/{id}/merges',
  operationId: 'mergeOutlets',
  tags,
  summary: 'Take another outlet into this one',
  description: 'Items, feeds, domains, statements and relations go over; the history stays. It can be taken back.',
  request: { params: idParamsShape, body: jsonBody(mergeWishShape) },
  responses: { 200: jsonAnswer(outletMoveResultShape, 'What was moved, or would be'), ...problemAnswer },
})

const splitRoute = createRoute({
  method: 'post',
  path: '/api/outlets/{id}/splits',
  operationId: 'splitOutlet',
  tags,
  summary: 'Make an outlet of its own out of some feeds and domains of this one',
  request: { params: idParamsShape, body: jsonBody(splitWishShape) },
  responses: { 200: jsonAnswer(outletMoveResultShape, 'What was moved, or would be'), ...problemAnswer },
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/outlets/{id}/moves',
  operationId: 'listOutletMoves',
  tags,
  summary: 'Merges and splits of an outlet, the latest first',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(outletMoveListShape, 'The moves'), ...problemAnswer },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/api/outlet-moves/{id}/undo',
  operationId: 'undoOutletMove',
  tags,
  summary: 'Take a merge or split back',
  description: 'Where something has changed since, the answer is 409 and says what; `anyway` takes back what can be.',
  request: { params: idParamsShape, body: jsonBody(moveUndoWishShape) },
  responses: { 200: jsonAnswer(outletMoveResultShape, 'What was given back'), ...problemAnswer },
})

export function addOutletMoveRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(mergeRoute, async (c) => {
    const { from: other, version, fromVersion, signedBy: given, dryRun } = c.req.valid('json')
    const to = await getOutlet(db, c.req.valid('param').id)
    const from = await getOutlet(db, other)
    if (from.id === to.id) throw new DeskError('bad-input', 'An outlet cannot be merged into itself.')
    for (const outlet of [from, to]) refuseMerged(outlet)
    if (to.version !== version) throw stale('outlet', to, null)
    if (from.version !== fromVersion) throw stale('outlet', from, null)
    const result = await describeMerge(db, from, to, now())
    if (dryRun) return c.json({ ...result, dryRun, move: null }, 200)
    const hand = { signedBy: await signedBy(tools, given), now: now() }
    const move = await change(tools, async (tx) => {
      if (!(await raiseVersion(tx, to.id, version))) throw stale('outlet', await findOutlet(tx, to.id), null)
      if (!(await raiseVersion(tx, from.id, fromVersion))) throw stale('outlet', await findOutlet(tx, from.id), null)
      return mergeOutlets(tx, { from, to }, hand)
    })
    return c.json({ ...result, items: move.items, dryRun, move: showMove(move) }, 200)
  })

  api.openapi(listRoute, async (c) => {
    const outlet = await getOutlet(db, c.req.valid('param').id)
    return c.json({ moves: (await listMoves(db, outlet.id)).map(showMove) }, 200)
  })

  addSplitRoute(api, tools)
  addUndoRoute(api, tools)
}

function addSplitRoute(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  api.openapi(splitRoute, async (c) => {
    const { version, feeds, domains, signedBy: given, dryRun, ...about } = c.req.valid('json')
    const from = await getOutlet(db, c.req.valid('param').id)
    refuseMerged(from)
    if (from.version !== version) throw stale('outlet', from, null)
    const own = await listFeeds(db, from.id)
    const chosen = feeds.map((id) => own.find((feed) => feed.id === id) ?? refuseFeed(id))
    const { taken, fresh } = await sortDomains(db, from, domains.length > 0 ? domains : hostsOf(about.homepage))
    const parts = { feeds: chosen.map(({ id }) => id), domains: taken, newDomains: fresh }
    const items = await listSplitItems(db, from.id, { feeds: parts.feeds, domains: [...taken, ...fresh] })
    const result = {
      items: items.length,
      feeds: chosen.map(({ id, url }) => ({ id, url })),
      domains: [...taken, ...fresh],
      statements: 0,
      changes: [],
      notes: fresh.map((domain) => `${domain} belonged to nobody so far.`),
    }
    if (dryRun) return c.json({ ...result, dryRun, move: null }, 200)
    const hand = { signedBy: await signedBy(tools, given), now: now() }
    const move = await change(tools, async (tx) => {
      if (!(await raiseVersion(tx, from.id, version))) throw stale('outlet', await findOutlet(tx, from.id), null)
      const id = newId<'outlet'>(now())
      await addOutlet(tx, { ...about, country: from.country, id, domains: fresh, createdAt: now() })
      return splitOutlet(tx, { from, to: await getOutlet(tx, id) }, parts, hand)
    })
    return c.json({ ...result, items: move.items, dryRun, move: showMove(move) }, 200)
  })
}

function addUndoRoute(api: Api, tools: ServerTools): void {
  api.openapi(undoRoute, async (c) => {
    const id: MoveId = readId(c.req.valid('param').id)
    const { anyway, signedBy: given } = c.req.valid('json')
    const hand = { signedBy: await signedBy(tools, given), now: tools.now() }
    const end = await inTransaction(tools.db, (tx) => undoMove(tx, id, anyway, hand))
    if (end.kind === 'no-such-move') throw notFound('move')
    if (end.kind === 'undone-already') throw new DeskError('conflict', 'This was taken back already.')
    if (end.kind === 'changed-since') throw changedSince(end.notes)
    await inTransaction(tools.db, (tx) => tools.queue.enqueue(tx, [indexMoveJob(id, tools.now())]))
    tools.wake()
    const { moved, items } = end.move
    const feeds = (await listFeeds(tools.db, end.move.from.id)).filter((feed) => moved.feeds.includes(feed.id))
    const result: OutletMoveResult = {
      dryRun: false,
      move: showMove(end.move),
      items,
      feeds: feeds.map((feed) => ({ id: feed.id, url: feed.url })),
      domains: [...moved.domains],
      statements: moved.statements.length,
      changes: [],
      notes: [...end.notes],
    }
    return c.json(result, 200)
  })
}

/** Moves, and tells the search index of it when that is written. */
async function change(tools: ServerTools, work: (tx: Tx) => Promise<OutletMove>): Promise<OutletMove> {
  const move = await inTransaction(tools.db, async (tx) => {
    const done = await work(tx)
    await tools.queue.enqueue(tx, [indexMoveJob(done.id, tools.now())])
    return done
  })
  tools.wake()
  return move
}

function changedSince(notes: readonly string[]): HTTPException {
  const words = `It cannot be taken back exactly, because something has changed since. ${notes.join(' ')}`
  return new HTTPException(409, { res: answerProblem('conflict', words, { current: { notes } }) })
}

async function getOutlet(db: Db, text: string): Promise<StoredOutlet> {
  const outlet = await findOutlet(db, readId(text))
  if (!outlet) throw notFound('outlet')
  return outlet
}

function refuseMerged(outlet: StoredOutlet): void {
  if (outlet.mergedInto !== null)
    throw new DeskError('conflict', `“${outlet.name}” was merged into another outlet. Take that back first.`)
}

function refuseFeed(id: string): never {
  throw new DeskError('bad-input', `${id} is no feed of this outlet.`)
}

function hostsOf(homepage: string): string[] {
  const host = hostOf(homepage)?.replace(/^www\./, '')
  return host ? [host] : []
}

/** Domains of this outlet, and domains that nobody has. One that is another's is a conflict. */
async function sortDomains(db: Db, from: StoredOutlet, domains: readonly string[]) {
  const taken = domains.filter((domain) => from.domains.includes(domain))
  const fresh = domains.filter((domain) => !from.domains.includes(domain))
  for (const domain of fresh) {
    const owner = await findOutletByDomain(db, domain)
    if (owner && owner.id !== from.id && owner.domains.includes(domain))
      throw new DeskError('conflict', `${domain} belongs to “${owner.name}”. Split or merge that outlet instead.`)
  }
  return { taken, fresh }
}

async function describeMerge(db: Db, from: StoredOutlet, to: StoredOutlet, now: number) {
  const plan = await planMerge(db, from.id, to.id)
  const feeds = await listFeeds(db, from.id)
  return {
    items: plan.items,
    feeds: feeds.filter(({ kind }) => kind !== 'single').map(({ id, url }) => ({ id, url })),
    domains: [...plan.domains],
    statements: plan.statements.length,
    changes: await comparePrints(db, from.id, to.id, dayOf(now)),
    notes: [] as string[],
  }
}

/** What the outlet prints today, before and after it has the statements of the other. */
async function comparePrints(db: Db, from: OutletId, to: OutletId, day: string) {
  const own = await listStatements(db, [to])
  const all = await listStatements(db, [to, from])
  const before = new Map(printedOn(own, day).map((one) => [one.kind === 'name' ? one.id : one.kind, one]))
  return printedOn(all, day).flatMap((after) => {
    const earlier = before.get(after.kind === 'name' ? after.id : after.kind)
    if (earlier?.id === after.id) return []
    return [{ kind: after.kind, from: earlier?.value ?? null, to: after.value }]
  })
}

function showMove({ moved, undone, ...move }: OutletMove): MoveRecord {
  return {
    ...move,
    feeds: moved.feeds.length,
    domains: [...moved.domains, ...moved.newDomains],
    statements: moved.statements.length,
    undone: undone && { ...undone, notes: [...undone.notes] },
  }
}
