// The words of `http.ts`: what is asked of the network and every way it can end. Types only, and the header lines sent.

import type { FailureKind } from '../domain/feed.ts'
import type { HostAllowance } from './url-guard.ts'
import type { ResolveHost } from './resolve-host.ts'

export type HeaderLine = readonly [name: string, value: string]

export type HttpRequest = {
  readonly url: string
  readonly method?: 'GET' | 'HEAD' | 'POST' | undefined
  /** Added to the usual lines, or in their place. Host, Connection and the body's framing are never taken from here. */
  readonly headers?: readonly HeaderLine[] | undefined
  readonly body?: Uint8Array | undefined
  /** `http://host:port` or `https://host:port` to go through; vetted like any host. */
  readonly proxy?: string | undefined
  /** Limits for this request alone, in place of those of `createHttp`. */
  readonly maxBytes?: number | undefined
  readonly totalTimeoutMs?: number | undefined
  /** Aborting rejects the promise with the signal's reason: it is the caller's wish, not a fact about the page. */
  readonly signal?: AbortSignal | undefined
}

export type HttpResponse = {
  readonly kind: 'response'
  readonly status: number
  readonly statusText: string
  /** `1.1` or `1.0`. */
  readonly httpVersion: string
  /** In the order and letter case received; each character is one byte (latin1), as HTTP has it. */
  readonly headers: readonly HeaderLine[]
  /** As received, only the chunking is undone: gzip and the like are still on. */
  readonly body: Uint8Array
  readonly remoteAddress: string | null
  /** Milliseconds UTC. */
  readonly requestedAt: number
  /** The lines that were sent, all of them, in order. */
  readonly requestHeaders: readonly HeaderLine[]
  /** What stood in the request line: path and query. */
  readonly requestTarget: string
}

export type HttpFailure = {
  readonly kind: 'failed'
  readonly failure: FailureKind
  /** One sentence for a person. Never the text of an exception. */
  readonly reason: string
}

export type HttpResult = HttpResponse | HttpFailure

export type HttpOptions = {
  /** Sent with every request: who asks and where to complain. */
  readonly userAgent: string
  /** The largest body that is taken, in bytes as received. */
  readonly maxBytes: number
  /** Until the connection stands, name lookup and TLS included. */
  readonly connectTimeoutMs: number
  /** For everything, so that a server that drips for ever is left. */
  readonly totalTimeoutMs: number
  /** Without a single byte. */
  readonly idleTimeoutMs: number
  /** Hosts that may be reached although they are not public. */
  readonly allow: readonly HostAllowance[]
  /** Milliseconds UTC. */
  readonly now: () => number
  /** In place of the operating system's lookup. Its answers are vetted all the same. */
  readonly resolve?: ResolveHost | undefined
  /** Certificate authorities (PEM) to trust in place of those that Node brings. */
  readonly trustedAuthorities?: readonly string[] | undefined
}

export type Http = {
  /** One request and its answer. Redirects are answers: who asks walks them. Rejects only when aborted. */
  fetch(request: HttpRequest): Promise<HttpResult>
  /** Closes idle connections. */
  close(): void
}

const framing = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade', 'te'])

/** The header lines for a request, exactly as they go out. */
export function writeHeaderLines(url: URL, userAgent: string, request: HttpRequest): HeaderLine[] {
  const asked = (request.headers ?? []).filter(([name]) => !framing.has(name.toLowerCase()))
  const replaced = new Set(asked.map(([name]) => name.toLowerCase()))
  const usual: HeaderLine[] = [
    ['User-Agent', userAgent],
    ['Accept', '*/*'],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ]
  const hasBody = request.body !== undefined || request.method === 'POST'
  return [
    ['Host', url.host],
    ...usual.filter(([name]) => !replaced.has(name.toLowerCase())),
    ...asked,
    ...(hasBody ? [['Content-Length', String(request.body?.length ?? 0)] as const] : []),
    ['Connection', 'keep-alive'],
  ]
}

/** The first value of a header, or null. Names are compared without case. */
export function findHeader(headers: readonly HeaderLine[], name: string): string | null {
  const wanted = name.toLowerCase()
  return headers.find(([one]) => one.toLowerCase() === wanted)?.[1] ?? null
}
