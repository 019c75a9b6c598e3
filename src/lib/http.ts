// In: a request for one address. Out: the response as received, or the failure by name. The only door to the network.
// Why not fetch(): the bytes must be kept as they came (header case and order, content coding), and every connection
// must go to an address that was vetted. The lookup that connects is the lookup that vets, so a name that changes its
// answer between two lookups (DNS rebinding) gains nothing.

import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, isIPv6 } from 'node:net'
import type { LookupFunction } from 'node:net'
import { findRefusal } from './address-guard.ts'
import { explainError, fail, REFUSED_ADDRESS } from './http-failure.ts'
import { exchange } from './http-exchange.ts'
import type { Call } from './http-exchange.ts'
import { writeHeaderLines } from './http-message.ts'
import type { Http, HttpOptions, HttpRequest, HttpResult } from './http-message.ts'
import { openThroughProxy } from './http-proxy.ts'
import { createResolver } from './resolve-host.ts'
import type { ResolveHost } from './resolve-host.ts'
import { describeRefusal, findDestination } from './url-guard.ts'
import type { Destination } from './url-guard.ts'

export { findHeader } from './http-message.ts'
export type {
  HeaderLine,
  Http,
  HttpFailure,
  HttpOptions,
  HttpRequest,
  HttpResponse,
  HttpResult,
} from './http-message.ts'
export type { HostAllowance } from './url-guard.ts'

type Agents = { readonly http: HttpAgent; readonly https: HttpsAgent }

// Long enough for the next page of the same outlet, short enough that thousands of hosts do not pile up.
const IDLE_CONNECTION_MS = 10_000
// Some publishers send more than Node's usual 16 KiB of cookies and policies.
const MOST_HEADER_BYTES = 64 * 1024

/** Opens the door. Connections are kept for the next request to the same host; `close` lets them go. */
export function createHttp(options: HttpOptions): Http {
  const resolve = createResolver(options.now, options.resolve)
  const lookup = vetLookup(resolve)
  const kept = createAgents(options, true)
  const fresh = createAgents(options, false)

  return {
    async fetch(request) {
      request.signal?.throwIfAborted()
      const destination = findDestination(request.url, options.allow)
      if (destination.kind === 'refused') return fail('refused-address', destination.reason)
      if (request.proxy !== undefined) {
        const ways = { options, request, lookup, resolve, agents: fresh }
        return fetchThroughProxy(ways, destination, request.proxy)
      }
      const first = await exchange(prepareCall(options, request, destination, kept, lookup))
      if (first.kind !== 'stale') return first
      // A kept connection had been closed at the other end just before we used it: nobody has seen the request.
      const second = await exchange(prepareCall(options, request, destination, fresh, lookup))
      return second.kind === 'stale' ? explainError(null, destination.hostname, false) : second
    },
    close() {
      for (const agent of [kept.http, kept.https, fresh.http, fresh.https]) agent.destroy()
    },
  }
}

type Ways = {
  readonly options: HttpOptions
  readonly request: HttpRequest
  readonly lookup: LookupFunction
  readonly resolve: ResolveHost
  readonly agents: Agents
}

async function fetchThroughProxy(ways: Ways, target: Destination, address: string): Promise<HttpResult> {
  const { options, request, lookup, resolve, agents } = ways
  const proxy = findDestination(address, options.allow)
  if (proxy.kind === 'refused') return fail('refused-address', `The proxy cannot be used. ${proxy.reason}`)
  const refusal = target.pinned === null ? await findKnownRefusal(resolve, target.hostname) : null
  if (refusal) return fail('refused-address', describeRefusal(target.hostname, refusal))
  const call = prepareCall(options, request, target, agents, lookup)
  const result = await exchange({
    ...call,
    repeatable: false,
    open: () =>
      openThroughProxy({
        proxy,
        target,
        method: call.method,
        headers: call.headers,
        maxHeaderSize: MOST_HEADER_BYTES,
        lookup,
        authorities: options.trustedAuthorities,
      }),
  })
  if (result.kind === 'stale') return explainError(null, target.hostname, false)
  // The address at the other end is the proxy's, and would be no evidence of the page's.
  return result.kind === 'response' ? { ...result, remoteAddress: null } : result
}

/** Why the address of a name must not be reached, as far as we can look it up; behind a proxy we need not be able to. */
async function findKnownRefusal(resolve: ResolveHost, hostname: string): Promise<string | null> {
  const addresses = await resolve(hostname).catch(() => [])
  return addresses.map(findRefusal).find((refusal) => refusal !== null) ?? null
}

function createAgents(options: HttpOptions, keepAlive: boolean): Agents {
  const timeout = keepAlive ? { timeout: IDLE_CONNECTION_MS } : {}
  const ca = options.trustedAuthorities ? { ca: [...options.trustedAuthorities] } : {}
  return {
    http: new HttpAgent({ keepAlive, ...timeout }),
    https: new HttpsAgent({ keepAlive, ...timeout, ...ca, rejectUnauthorized: true }),
  }
}

/** A lookup for `net.connect` that gives an address only when every address of the name is public. */
function vetLookup(resolve: ResolveHost): LookupFunction {
  return (hostname, { all }, answer) => {
    resolve(hostname).then(
      (addresses) => {
        const refusal = addresses.map(findRefusal).find((one) => one !== null)
        const [first] = addresses
        if (refusal) return answer(refusedAddress(hostname, refusal), '')
        if (!first) return answer(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '')
        if (!all) return answer(null, first, familyOf(first))
        return answer(
          null,
          addresses.map((address) => ({ address, family: familyOf(address) })),
        )
      },
      (error) => answer(error, ''),
    )
  }
}

function refusedAddress(hostname: string, refusal: string): Error {
  return Object.assign(new Error(describeRefusal(hostname, refusal)), { code: REFUSED_ADDRESS })
}

const familyOf = (address: string): 4 | 6 => (isIPv6(address) ? 6 : 4)

function prepareCall(
  options: HttpOptions,
  request: HttpRequest,
  { url, hostname, port, pinned }: Destination,
  agents: Agents,
  lookup: LookupFunction,
): Call {
  const secure = url.protocol === 'https:'
  const headers = writeHeaderLines(url, options.userAgent, request)
  const target = url.pathname + url.search
  const method = request.method ?? 'GET'
  return {
    hostname,
    headers,
    method,
    target,
    body: request.body,
    repeatable: method !== 'POST',
    signal: request.signal,
    maxBytes: request.maxBytes ?? options.maxBytes,
    connectTimeoutMs: options.connectTimeoutMs,
    idleTimeoutMs: options.idleTimeoutMs,
    totalTimeoutMs: request.totalTimeoutMs ?? options.totalTimeoutMs,
    now: options.now,
    open: () =>
      (secure ? requestHttps : requestHttp)({
        agent: secure ? agents.https : agents.http,
        host: pinned ?? hostname,
        port,
        path: target,
        method,
        headers: headers.flat(),
        lookup,
        maxHeaderSize: MOST_HEADER_BYTES,
        httpValidation: 'relaxed',
        ...(secure ? { servername: isIP(hostname) === 0 ? hostname.replace(/\.$/, '') : '' } : {}),
      }),
  }
}
