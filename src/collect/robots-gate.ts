// In: an address we would like to visit. Out: whether its host's robots.txt lets us, by which line, and how slowly.
// Each host is asked once a day; a host that could not be asked is asked again within the hour.

import type { FailureKind } from '../domain/feed.ts'
import { findHeader, type Http, type HttpResult } from '../lib/http.ts'
import type { Pacer } from '../lib/pace.ts'
import { findCrawlDelay, isAllowed, type Robots } from '../lib/robots.ts'
import { MOST_ROBOTS_RESPONSE_BYTES, robotsFromResponse } from '../lib/robots-from-response.ts'
import type { Db } from '../store/db.ts'
import { laneOf } from '../store/queue/new-jobs.ts'
import { findRobots, saveRobots, type KeptRobots } from '../store/robots.ts'

export type GateAnswer =
  | { readonly kind: 'allowed'; readonly rule: string | null; readonly paceMs: number }
  /** The publisher says no, for as long as the rule stands. */
  | { readonly kind: 'refused'; readonly rule: string; readonly paceMs: number }
  /** The publisher could not be asked: as good as no, until it can. */
  | { readonly kind: 'unknown'; readonly failure: FailureKind; readonly reason: string; readonly paceMs: number }

export type RobotsGate = (url: string) => Promise<GateAnswer>

export type GateTools = {
  readonly db: Db
  readonly http: Http
  readonly pacer: Pacer
  /** Our name in robots.txt files. */
  readonly token: string
  readonly paceMs: number
  readonly now: () => number
}

const DAY = 24 * 60 * 60_000
const HOUR = 60 * 60_000
const HOPS = 5
const REMEMBERED = 2000

type Remembered = { readonly robots: Robots; readonly until: number }

export function createRobotsGate(tools: GateTools): RobotsGate {
  const remembered = new Map<string, Remembered>()
  const asking = new Map<string, Promise<Remembered>>()

  async function recall(origin: string): Promise<Remembered> {
    const known = remembered.get(origin)
    if (known && known.until > tools.now()) return known
    const already = asking.get(origin)
    if (already) return already
    const question = askOrRecall(tools, origin).finally(() => asking.delete(origin))
    asking.set(origin, question)
    const found = await question
    if (remembered.size >= REMEMBERED) remembered.clear()
    remembered.set(origin, found)
    return found
  }

  return async (url) => {
    const { robots } = await recall(new URL(url).origin)
    const delayMs = findCrawlDelay(robots, tools.token)
    const paceMs = Math.max(tools.paceMs, delayMs ?? 0)
    const answer = isAllowed(robots, tools.token, url)
    if (answer.allowed) return { kind: 'allowed', rule: answer.rule, paceMs }
    if (answer.rule !== null) return { kind: 'refused', rule: answer.rule, paceMs }
    const failure = robots.kind === 'all-refused' ? robots.failure : 'unreadable'
    return { kind: 'unknown', failure, reason: answer.reason ?? 'robots.txt could not be read.', paceMs }
  }
}

async function askOrRecall(tools: GateTools, origin: string): Promise<Remembered> {
  const kept = await findRobots(tools.db, origin)
  if (kept && keptUntil(kept) > tools.now()) return { robots: kept.robots, until: keptUntil(kept) }
  const robots = await robotsFromResponse(await fetchRobots(tools, `${origin}/robots.txt`))
  const keep = { origin, fetchedAt: tools.now(), robots }
  await saveRobots(tools.db, keep)
  return { robots, until: keptUntil(keep) }
}

function keptUntil({ fetchedAt, robots }: KeptRobots): number {
  return fetchedAt + (robots.kind === 'all-refused' ? HOUR : DAY)
}

async function fetchRobots(tools: GateTools, address: string): Promise<HttpResult> {
  let url = address
  for (let hop = 0; ; hop++) {
    const result = await tools.pacer.inTurn(laneOf(url), tools.paceMs, () =>
      tools.http.fetch({ url, maxBytes: MOST_ROBOTS_RESPONSE_BYTES }),
    )
    if (result.kind === 'failed' || result.status < 300 || result.status >= 400 || hop === HOPS) return result
    const next = URL.parse(findHeader(result.headers, 'location') ?? '', url)
    if (!next || !/^https?:$/.test(next.protocol)) return result
    url = next.href
  }
}
