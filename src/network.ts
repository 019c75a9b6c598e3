// The way out: one guarded client, one pace for each host, one gate for robots.txt, shared by all who fetch.

import { createFetchPage, type FetchPage } from './collect/fetch-page.ts'
import { createRobotsGate } from './collect/robots-gate.ts'
import type { Config } from './config.ts'
import type { FailureKind } from './domain/feed.ts'
import { createHttp, type Http } from './lib/http.ts'
import { createPacer } from './lib/pace.ts'
import { usualPolicy, type Policy } from './domain/policy.ts'
import { laneOf } from './store/queue/new-jobs.ts'
import type { Db } from './store/db.ts'

export type Permission =
  | { readonly allowed: true; readonly rule: string | null }
  | { readonly allowed: false; readonly failure: FailureKind; readonly reason: string }

export type Network = {
  /** Each request waits its turn at its host: the next one starts a whole pace after the one before it has ended. */
  readonly http: Pick<Http, 'fetch'>
  readonly mayFetch: (url: string) => Promise<Permission>
  /** When the host may be asked again, milliseconds UTC. */
  readonly nextTurn: (host: string) => number
  readonly fetchPage: FetchPage
  readonly maxBytes: number
  /** The way to an outlet that has a policy of its own: its pace, the name we go by, its proxy; robots.txt goes there too. */
  readonly under: (policy: Policy) => Way
  close(): void
}

export type Way = Pick<Network, 'http' | 'mayFetch' | 'fetchPage'>

/** Our name in robots.txt files. */
const TOKEN = 'Dragoman'
const MAX_HOPS = 10
const SECOND = 1000
/** A host that does not open its door, or falls silent, is left before its time is up. */
const CONNECT_MS = 15 * SECOND
const SILENCE_MS = 25 * SECOND
const MOST_WAYS = 500
/** Of the time a host asks for, what is waited for with a job in hand. */
const LONGEST_WAIT_MS = 15 * SECOND

export function openNetwork(config: Config, db: Db): Network {
  const now = (): number => Date.now()
  const maxBytes = config.maxPageMegabytes * 1024 * 1024
  const fetchMs = config.fetchSeconds * SECOND
  const paceMs = config.paceSeconds * SECOND
  const http = createHttp({
    userAgent: config.userAgent,
    maxBytes,
    connectTimeoutMs: Math.min(CONNECT_MS, fetchMs),
    totalTimeoutMs: fetchMs,
    idleTimeoutMs: Math.min(SILENCE_MS, fetchMs),
    allow: config.allowHosts,
    now,
  })
  const pacer = createPacer({
    now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    defaultPaceMs: paceMs,
  })
  /** Hosts that ask for more time than our own pace, or are to be given it. */
  const slow = new Map<string, { readonly paceMs: number; isKnown: boolean }>()

  function noteHost(lane: string, wishMs: number): void {
    const known = slow.get(lane)
    if (wishMs <= paceMs) slow.delete(lane)
    else if (known?.paceMs !== wishMs) slow.set(lane, { paceMs: wishMs, isKnown: false })
  }

  /**
   * The queue lets a slow host rest between two visits, for as long as it likes. Within one visit (after robots.txt has
   * said so, and from one redirect to the next) it cannot: whoever waits there keeps others from their work.
   */
  function paceWithinVisit(lane: string): number {
    const host = slow.get(lane)
    if (!host) return paceMs
    const wait = host.isKnown ? Math.max(paceMs, Math.min(host.paceMs, LONGEST_WAIT_MS)) : paceMs
    host.isKnown = true
    return wait
  }

  function openWay({ paceSeconds, userAgent, proxy }: Policy): Way {
    const ownPaceMs = Math.max(paceMs, (paceSeconds ?? 0) * SECOND)
    const door: Http = {
      fetch: (request) =>
        http.fetch({
          ...request,
          ...(proxy === null ? {} : { proxy }),
          ...(userAgent === null ? {} : { headers: [...(request.headers ?? []), ['User-Agent', userAgent]] }),
        }),
      close: () => undefined,
    }
    const gate = createRobotsGate({ db, http: door, pacer, token: TOKEN, paceMs: ownPaceMs, now })
    async function mayFetch(url: string): Promise<Permission> {
      const answer = await gate(url)
      noteHost(laneOf(url), answer.paceMs)
      if (answer.kind === 'allowed') return { allowed: true, rule: answer.rule }
      if (answer.kind === 'unknown') return { allowed: false, failure: answer.failure, reason: answer.reason }
      return {
        allowed: false,
        failure: 'refused-by-robots',
        reason: `The publisher’s robots.txt forbids this page to us (${answer.rule}).`,
      }
    }
    const paced: Pick<Http, 'fetch'> = {
      fetch: (request) => {
        const lane = laneOf(request.url)
        return pacer.inTurn(lane, paceWithinVisit(lane), () => door.fetch(request))
      },
    }
    return { http: paced, mayFetch, fetchPage: createFetchPage({ http: paced, mayFetch, maxHops: MAX_HOPS, maxBytes }) }
  }

  const usual = openWay(usualPolicy)
  /** One for each way of going, so that robots.txt files are remembered. */
  const ways = new Map<string, Way>()

  function under(policy: Policy): Way {
    const { paceSeconds, userAgent, proxy } = policy
    if (paceSeconds === null && userAgent === null && proxy === null) return usual
    const key = JSON.stringify([paceSeconds, userAgent, proxy])
    const way = ways.get(key) ?? openWay(policy)
    if (ways.size >= MOST_WAYS) ways.clear()
    ways.set(key, way)
    return way
  }

  return {
    ...usual,
    under,
    nextTurn: (host) => now() + (slow.get(host)?.paceMs ?? paceMs),
    maxBytes,
    close: () => http.close(),
  }
}
