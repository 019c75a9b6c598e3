// How an outlet is collected, and what its robots.txt asks for.

import { createRoute } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import type { OutletId, StoredOutlet } from '../../domain/outlet.ts'
import { usualPolicy } from '../../domain/policy.ts'
import { findCrawlDelay, listRules } from '../../lib/robots.ts'
import { findDestination } from '../../lib/url-guard.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Db } from '../../store/db.ts'
import { listFeeds } from '../../store/feeds.ts'
import { findOutlet } from '../../store/outlets.ts'
import { listPolicies, savePolicy } from '../../store/policies.ts'
import { findRobots } from '../../store/robots.ts'
import type { Api } from '../api.ts'
import {
  policyRecordShape,
  policyWishShape,
  robotsShape,
  type PolicyRecord,
  type RobotsView,
} from '../shapes/policy.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy, stale } from './route-parts.ts'

const tags = ['feeds']
/** Our name in robots.txt files. */
const TOKEN = 'Dragoman'

const readRoute = createRoute({
  method: 'get',
  path: '/api/outlets/{id}/policy',
  operationId: 'readPolicy',
  tags,
  summary: 'How an outlet is collected, with the history of it',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(policyRecordShape, 'The policy in force'), ...problemAnswer },
})

const saveRoute = createRoute({
  method: 'put',
  path: '/api/outlets/{id}/policy',
  operationId: 'savePolicy',
  tags,
  summary: 'Set how an outlet is collected',
  description: 'robots.txt is kept to, whatever the policy; a pace quicker than the desk’s own is not.',
  request: { params: idParamsShape, body: jsonBody(policyWishShape) },
  responses: { 200: jsonAnswer(policyRecordShape, 'The policy in force'), ...problemAnswer },
})

const robotsRoute = createRoute({
  method: 'get',
  path: '/api/outlets/{id}/robots',
  operationId: 'readRobots',
  tags,
  summary: 'What the robots.txt of an outlet’s hosts said to us',
  description: 'As last asked; asking is done when a page is fetched, once a day at most.',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(robotsShape, 'Host by host'), ...problemAnswer },
})

export function addPolicyRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(readRoute, async (c) => {
    const outlet = await getOutlet(db, c.req.valid('param').id)
    return c.json(await loadPolicy(db, outlet.id), 200)
  })

  api.openapi(saveRoute, async (c) => {
    const outlet = await getOutlet(db, c.req.valid('param').id)
    const { version, policy, signedBy: given } = c.req.valid('json')
    if (policy.proxy !== null) {
      const proxy = findDestination(policy.proxy, tools.allowHosts)
      if (proxy.kind === 'refused') throw new DeskError('bad-input', `The proxy cannot be used. ${proxy.reason}`)
    }
    const signed = { policy, signedBy: await signedBy(tools, given), signedAt: now() }
    const saved = await inTransaction(db, (tx) => savePolicy(tx, outlet.id, signed, version))
    const current = await loadPolicy(db, outlet.id)
    if (!saved) throw stale('policy', current, policy)
    return c.json(current, 200)
  })

  api.openapi(robotsRoute, async (c) => {
    const outlet = await getOutlet(db, c.req.valid('param').id)
    const hosts: RobotsView['hosts'] = []
    for (const origin of await listOrigins(db, outlet)) hosts.push(await describeRobots(db, origin))
    return c.json({ hosts }, 200)
  })
}

async function getOutlet(db: Db, text: string): Promise<StoredOutlet> {
  const outlet = await findOutlet(db, readId(text))
  if (!outlet) throw notFound('outlet')
  return outlet
}

async function loadPolicy(db: Db, outletId: OutletId): Promise<PolicyRecord> {
  const history = await listPolicies(db, outletId)
  const [latest] = history
  return {
    outletId,
    version: latest?.version ?? 0,
    policy: { ...(latest?.policy ?? usualPolicy) },
    signedBy: latest?.signedBy ?? null,
    signedAt: latest?.signedAt ?? null,
    history: history.map((one) => ({ ...one, policy: { ...one.policy } })),
  }
}

const MOST_ORIGINS = 50

async function listOrigins(db: Db, outlet: StoredOutlet): Promise<string[]> {
  const feeds = (await listFeeds(db, outlet.id)).map(({ url }) => url)
  const addresses = [outlet.homepage, ...feeds, ...outlet.domains.map((domain) => `https://${domain}/`)]
  const origins = addresses.flatMap((address) => {
    const url = URL.parse(address)
    return url && /^https?:$/.test(url.protocol) ? [url.origin] : []
  })
  return [...new Set(origins)].slice(0, MOST_ORIGINS)
}

async function describeRobots(db: Db, origin: string): Promise<RobotsView['hosts'][number]> {
  const kept = await findRobots(db, origin)
  const nothing = { rules: [], crawlDelaySeconds: null, sitemaps: [] }
  if (!kept) return { origin, fetchedAt: null, kind: 'not-asked', reason: null, ...nothing }
  const { robots, fetchedAt } = kept
  if (robots.kind !== 'rules') return { origin, fetchedAt, kind: robots.kind, reason: robots.reason, ...nothing }
  const delayMs = findCrawlDelay(robots, TOKEN)
  return {
    origin,
    fetchedAt,
    kind: 'rules',
    reason: null,
    rules: listRules(robots, TOKEN),
    crawlDelaySeconds: delayMs === null ? null : delayMs / 1000,
    sitemaps: [...robots.sitemaps],
  }
}
