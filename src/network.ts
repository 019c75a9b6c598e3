// The way out: one guarded client, one pace for each host, one gate for robots.txt, shared by all who fetch.

import { createFetchPage, type FetchPage } from './collect/fetch-page.ts'
import { createRobotsGate } from './collect/robots-gate.ts'
import type { Config } from './config.ts'
import type { FailureKind } from './domain/feed.ts'
import { createHttp, type Http } from './lib/http.ts'
import { createPacer } from './lib/pace.ts'
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
  close(): void
}

/** Our name in robots.txt files. */
const TOKEN = 'Dragoman'
const MAX_HOPS = 10
const SECOND = 1000

export function openNetwork(config: Config, db: Db): Network {
  const now = (): number => Date.now()
  const maxBytes = config.maxPageMegabytes * 1024 * 1024
  const paceMs = config.paceSeconds * SECOND
  const http = createHttp({
    userAgent: config.userAgent,
    maxBytes,
    connectTimeoutMs: 15 * SECOND,
    totalTimeoutMs: 90 * SECOND,
    idleTimeoutMs: 25 * SECOND,
    allow: config.allowHosts,
    now,
  })
  const pacer = createPacer({
    now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    defaultPaceMs: paceMs,
  })
  const gate = createRobotsGate({ db, http, pacer, token: TOKEN, paceMs, now })
  const paces = new Map<string, number>()

  async function mayFetch(url: string): Promise<Permission> {
    const answer = await gate(url)
    // Only hosts that ask for more than our own pace need to be remembered.
    if (answer.paceMs > paceMs) paces.set(laneOf(url), answer.paceMs)
    if (answer.kind === 'allowed') return { allowed: true, rule: answer.rule }
    if (answer.kind === 'unknown') return { allowed: false, failure: answer.failure, reason: answer.reason }
    return {
      allowed: false,
      failure: 'refused-by-robots',
      reason: `The publisher’s robots.txt forbids this page to us (${answer.rule}).`,
    }
  }

  const paced: Pick<Http, 'fetch'> = {
    fetch: (request) =>
      pacer.inTurn(laneOf(request.url), paces.get(laneOf(request.url)) ?? paceMs, () => http.fetch(request)),
  }
  return {
    http: paced,
    mayFetch,
    nextTurn: (host) => now() + (paces.get(host) ?? paceMs),
    fetchPage: createFetchPage({ http: paced, mayFetch, maxHops: MAX_HOPS, maxBytes }),
    maxBytes,
    close: () => http.close(),
  }
}
