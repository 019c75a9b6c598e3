// In: a feed and a way to fetch. Out: how this poll ended. Reads the network through `fetch` alone; keeps nothing.

import { createHash } from 'node:crypto'
import type { Hop } from '../domain/capture.ts'
import type { Feed, PollOutcome } from '../domain/feed.ts'
import { findHeader, type HeaderLine } from '../lib/http.ts'
import { walkSitemapIndex } from './walk-sitemap-index.ts'
import { walkNextPages } from './walk-next-pages.ts'
import { readRetryAfter } from './retry-after.ts'
import { sources } from './sources/sources.ts'
import type { ParsedFeed, Source } from './sources/source.ts'
import type { FetchedPage, FetchPage } from './fetch-page.ts'

type PollTools = { readonly fetch: FetchPage }

/**
 * Polls one feed. A feed of kind `single` is never polled: it is `unchanged`.
 * A permanent redirect is reported as `moved` only after its end has proved to be a feed.
 */
export async function pollFeed(feed: Feed, { fetch }: PollTools, now: number): Promise<PollOutcome> {
  if (feed.kind === 'single') return { kind: 'unchanged' }
  const page = await fetch({ url: feed.url, headers: requestHeaders(feed) })
  if (page.kind === 'failed') return page
  if (page.status === 304) return permanentTarget(feed.url, page) ?? { kind: 'unchanged' }
  if (page.status === 410) return { kind: 'gone', reason: 'The publisher says that the feed is gone for good (410).' }
  if (page.status < 200 || page.status > 299) return refusedByStatus(page, now)
  return readAnswer(feed, sources[feed.kind], page, fetch, now)
}

async function readAnswer(
  feed: Feed,
  source: Source,
  page: FetchedPage,
  fetch: FetchPage,
  now: number,
): Promise<PollOutcome> {
  const bodyDigest = createHash('sha256').update(page.bytes).digest('hex')
  const target = permanentTarget(feed.url, page)
  if (target === null && bodyDigest === feed.bodyDigest) return { kind: 'unchanged' }
  const parsed = parsePage(source, page, feed.selector, now)
  if (parsed.kind === 'not-a-feed') return notAFeed(parsed.reason)
  if (target !== null) return target
  if (parsed.more.length > 0 && source.kind === 'listing') {
    const walk = { selector: feed.selector, isFirstPoll: feed.bodyDigest === null, now }
    const walked = await walkNextPages(parsed, (url) => fetch({ url, headers: [accept(source)] }), walk)
    return { kind: 'fetched', ...describePage(page, parsed), bodyDigest, ...walked }
  }
  if (parsed.more.length > 0) {
    const walked = await walkSitemapIndex(parsed, (url) => fetch({ url, headers: [accept(source)] }), now)
    return walked.kind === 'fetched' && walked.bodyDigest === feed.bodyDigest ? { kind: 'unchanged' } : walked
  }
  return {
    kind: 'fetched',
    entries: parsed.entries,
    ...describePage(page, parsed),
    notes: [...page.notes, ...parsed.notes],
    bodyDigest,
  }
}

function describePage(page: FetchedPage, parsed: Extract<ParsedFeed, { kind: 'parsed' }>) {
  return {
    title: parsed.title,
    etag: findHeader(page.headers, 'etag'),
    lastModified: findHeader(page.headers, 'last-modified'),
    ttlMinutes: parsed.ttlMinutes,
  }
}

function notAFeed(reason: string): PollOutcome {
  return { kind: 'failed', failure: 'not-a-feed', reason, retryAfterSeconds: null }
}

export function parsePage(source: Source, page: FetchedPage, selector: string | null, now: number): ParsedFeed {
  return source.parse({ body: page.text, url: page.url, contentType: page.contentType, selector, now })
}

function requestHeaders(feed: Feed): HeaderLine[] {
  const headers = feed.kind === 'single' ? [] : [accept(sources[feed.kind])]
  if (!feed.conditionalGet) return headers
  if (feed.etag !== null) headers.push(['If-None-Match', feed.etag])
  if (feed.lastModified !== null) headers.push(['If-Modified-Since', feed.lastModified])
  return headers
}

function accept(source: Source): HeaderLine {
  if (source.kind === 'listing') return ['Accept', 'text/html, application/xhtml+xml, */*;q=0.5']
  return [
    'Accept',
    'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  ]
}

/** The new address, when every step of the way there was permanent (301, 308) and it differs from the old one. */
function permanentTarget(from: string, page: FetchedPage): PollOutcome | null {
  const isPermanent = page.hops.length > 0 && page.hops.every((hop: Hop) => hop.status === 301 || hop.status === 308)
  return isPermanent && page.url !== from ? { kind: 'moved', to: page.url } : null
}

function refusedByStatus(page: FetchedPage, now: number): PollOutcome {
  const meaning = statusMeanings[page.status]
  const reason = meaning ? `The server answered ${page.status}: ${meaning}.` : `The server answered ${page.status}.`
  const retryAfterSeconds = readRetryAfter(findHeader(page.headers, 'retry-after'), now)
  return { kind: 'failed', failure: 'http-status', reason, retryAfterSeconds }
}

const statusMeanings: Readonly<Record<number, string>> = {
  401: 'it asks for a password',
  402: 'it asks for payment',
  403: 'it refuses us the feed',
  404: 'there is nothing at this address',
  406: 'it has no form of the feed that we asked for',
  429: 'we asked too often',
  451: 'the feed is withheld for legal reasons',
  500: 'it has an error of its own',
  502: 'a server behind it gave no good answer',
  503: 'it is out of service for now',
  504: 'a server behind it did not answer in time',
}
