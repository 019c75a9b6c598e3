// In: an address. Out: the page that it leads to, decoded to text, with the way there; or why there is none.
// Every step of the way asks for permission and waits its turn, because a redirect may lead to another host.

import type { FailureKind } from '../domain/feed.ts'
import type { Hop } from '../domain/capture.ts'
import { decodeText } from '../lib/charset.ts'
import { decodeBody } from '../lib/decode-body.ts'
import { findHeader, type HeaderLine, type Http, type HttpResponse } from '../lib/http.ts'
import { findRedirectTarget } from '../lib/redirect-target.ts'

export type PageRequest = { readonly url: string; readonly headers?: readonly HeaderLine[] }

export type FetchedPage = {
  readonly kind: 'page'
  /** The address that answered. */
  readonly url: string
  /** Redirects on the way, in order; empty when the address asked for answered itself. */
  readonly hops: readonly Hop[]
  /** Any status but a followed redirect; 404 and 503 are pages here too. */
  readonly status: number
  readonly headers: readonly HeaderLine[]
  /** Content coding undone, and gzip undone where the file itself is gzipped (`sitemap.xml.gz`). */
  readonly bytes: Uint8Array
  readonly text: string
  readonly contentType: string | null
  /** Oddities of the transfer worth telling. */
  readonly notes: readonly string[]
}

export type FailedFetch = {
  readonly kind: 'failed'
  readonly failure: FailureKind
  readonly reason: string
  readonly retryAfterSeconds: number | null
}

/** How everything in this room reaches the network. Never rejects. */
export type FetchPage = (request: PageRequest) => Promise<FetchedPage | FailedFetch>

export type Permission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly failure: FailureKind; readonly reason: string }

export type FetchPageTools = {
  /** Waits its turn at each host by itself. */
  readonly http: Pick<Http, 'fetch'>
  /** robots.txt and whatever else may forbid; asked before every request. */
  readonly mayFetch: (url: string) => Promise<Permission>
  /** Redirects that are followed; the usual limit is 10. */
  readonly maxHops: number
  /** Of the body, as received and as decoded. */
  readonly maxBytes: number
}

export function createFetchPage(tools: FetchPageTools): FetchPage {
  return async (request) => {
    const hops: Hop[] = []
    const seen = new Set<string>()
    let url = request.url
    for (;;) {
      if (seen.has(url)) return failed('redirect-loop', `The redirects come back to ${url}.`)
      if (hops.length > tools.maxHops)
        return failed('redirect-loop', `The address redirects more than ${tools.maxHops} times.`)
      seen.add(url)
      const response = await takeStep(tools, url, request.headers)
      if (response.kind === 'failed') return response
      const target = findRedirectTarget(url, response)
      if (target === null) return readPage(url, hops, response, tools.maxBytes)
      hops.push({ url, status: response.status, location: target })
      url = target
    }
  }
}

async function takeStep(
  tools: FetchPageTools,
  url: string,
  headers: readonly HeaderLine[] | undefined,
): Promise<HttpResponse | FailedFetch> {
  const permission = await tools.mayFetch(url)
  if (!permission.allowed) return failed(permission.failure, permission.reason)
  const result = await tools.http.fetch({ url, headers, maxBytes: tools.maxBytes })
  return result.kind === 'failed' ? failed(result.failure, result.reason) : result
}

function failed(failure: FailureKind, reason: string): FailedFetch {
  return { kind: 'failed', failure, reason, retryAfterSeconds: null }
}

async function readPage(
  url: string,
  hops: readonly Hop[],
  response: HttpResponse,
  maxBytes: number,
): Promise<FetchedPage | FailedFetch> {
  const decoded = await undoCodings(response, maxBytes)
  if (decoded.kind === 'failed') return decoded
  const contentType = findHeader(response.headers, 'content-type')
  const notes = decoded.whole ? [] : ['The compressed body breaks off before its end.']
  const text = decodeText(decoded.body, { contentType, kind: kindOf(contentType, decoded.body) }).text
  return {
    kind: 'page',
    url,
    hops,
    status: response.status,
    headers: response.headers,
    bytes: decoded.body,
    text,
    contentType,
    notes,
  }
}

type Undone = { readonly kind: 'decoded'; readonly body: Uint8Array; readonly whole: boolean }

async function undoCodings(response: HttpResponse, maxBytes: number): Promise<Undone | FailedFetch> {
  const codings = response.headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .map(([, value]) => value)
  const outer = await decodeBody(response.body, codings.join(', ') || null, maxBytes)
  if (outer.kind !== 'decoded') return undecodable(outer, maxBytes)
  const isGzipFile = outer.body[0] === 0x1f && outer.body[1] === 0x8b
  if (!isGzipFile) return outer
  const inner = await decodeBody(outer.body, 'gzip', maxBytes)
  return inner.kind === 'decoded' ? { ...inner, whole: inner.whole && outer.whole } : undecodable(inner, maxBytes)
}

function undecodable(
  outcome: { kind: 'too-large' } | { kind: 'unreadable'; reason: string },
  maxBytes: number,
): FailedFetch {
  if (outcome.kind === 'unreadable') return failed('unreadable', outcome.reason)
  return failed('too-large', `The answer unpacks to more than the ${maxBytes} bytes that are taken.`)
}

/** What the charset is to be looked for in: publishers send feeds as text/html and pages as text/plain. */
function kindOf(contentType: string | null, body: Uint8Array): 'html' | 'xml' | 'text' {
  const start = Buffer.from(body.subarray(0, 512)).toString('latin1').trimStart()
  if (start.startsWith('<?xml') || /^(\S{1,3})?<(rss|feed|rdf)/i.test(start)) return 'xml'
  if (/html/i.test(contentType ?? '') || /<(!doctype html|html)/i.test(start)) return 'html'
  return /xml|rss|atom/i.test(contentType ?? '') ? 'xml' : 'text'
}
