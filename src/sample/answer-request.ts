// In: the press as it stands (which pages were visited, whether time went on) and one request. Out: the answer.
// Why apart from the server: every odd habit of the invented outlets is decided here, without a socket.

import { gzipSync } from 'node:zlib'
import { encodeText } from './encode-text.ts'
import type { PressAnswer } from './feeds/answer-feed.ts'
import { answerFeed, textAnswer } from './feeds/answer-feed.ts'
import type { SampleItem, SampleOutlet } from './sample-outlet.ts'
import { afterRevision } from './sample-outlet.ts'
import { toArticlePage } from './templates/article-page.ts'
import { renderAbout, renderListing, renderNothingHere } from './templates/listing-page.ts'
import { renderPage } from './templates/render-page.ts'

export type PressState = {
  readonly outlets: ReadonlyMap<string, SampleOutlet>
  /** Time went on: late items are out, edited pages are edited. */
  advanced: boolean
  /** Visits so far to each page with a revision, by host and path. */
  readonly visits: Map<string, number>
}

export type PressRequest = {
  /** Without a port, lower case. */
  readonly host: string
  /** Path and query as sent. */
  readonly path: string
  readonly ifNoneMatch?: string | undefined
}

const HTML = 'text/html; charset=utf-8'
const FRONT_PAGE_ROWS = 12

/** Path and query without the parameters by which campaigns mark links. */
function withoutTracking(path: string): string {
  const [name = '', query = ''] = path.split('?', 2)
  const kept = query.split('&').filter((part) => part && !part.startsWith('utm_'))
  return kept.length ? `${name}?${kept.join('&')}` : name
}

function redirectTo(outlet: SampleOutlet, path: string, status: number): PressAnswer {
  const answer = textAnswer(status, HTML, `<a href="${path}">→</a>\n`)
  return { ...answer, headers: { ...answer.headers, location: `http://${outlet.host}${path}` } }
}

/** The next step of an item's redirect chain, if `path` is on one. */
function findRedirect(outlet: SampleOutlet, path: string): PressAnswer | undefined {
  for (const item of outlet.items) {
    const chain = item.redirectFrom ?? []
    const at = chain.indexOf(path)
    if (at >= 0) return redirectTo(outlet, chain[at + 1] ?? item.path, at === 0 ? 301 : 302)
  }
  return undefined
}

function answerItem(state: PressState, outlet: SampleOutlet, item: SampleItem): PressAnswer {
  const key = outlet.host + item.path
  const visits = state.visits.get(key) ?? 0
  const isRevised = item.revision !== undefined && (state.advanced || visits > 0)
  if (item.revision) state.visits.set(key, visits + 1)
  const shown = isRevised ? afterRevision(item) : item
  const html = renderPage(toArticlePage(outlet, shown, isRevised ? (item.revision?.updated ?? null) : null))
  const charset = item.charset?.bytes ?? 'utf-8'
  const type = item.charset && item.charset.said !== 'header' ? 'text/html' : `text/html; charset=${charset}`
  const body = encodeText(html, charset)
  if (!item.gzip) return { status: 200, headers: { 'content-type': type }, body }
  return { status: 200, headers: { 'content-type': type, 'content-encoding': 'gzip' }, body: gzipSync(body) }
}

function answerOutlet(state: PressState, outlet: SampleOutlet, request: PressRequest): PressAnswer {
  const path = withoutTracking(request.path)
  const [name = '', query = ''] = path.split('?', 2)
  if (path === '/robots.txt') {
    return outlet.robots === null
      ? textAnswer(404, HTML, renderNothingHere(outlet))
      : textAnswer(200, 'text/plain; charset=utf-8', outlet.robots)
  }
  if (path === '/') return textAnswer(200, HTML, renderListing(outlet, outlet.items.slice(0, FRONT_PAGE_ROWS), null))
  if (path === '/about') return textAnswer(200, HTML, renderAbout(outlet))
  const item = outlet.items.find((candidate) => candidate.path === path)
  if (item) return answerItem(state, outlet, item)
  const feed = outlet.feeds.find((candidate) => candidate.path === name)
  if (feed) return answerFeed(outlet, feed, request.ifNoneMatch, Number(new URLSearchParams(query).get('page')) || 1)
  return findRedirect(outlet, path) ?? textAnswer(404, HTML, renderNothingHere(outlet))
}

/** What the invented web answers. An unknown host is misdirected (421, RFC 9110 15.5.20). */
export function answerRequest(state: PressState, request: PressRequest): PressAnswer {
  const outlet = state.outlets.get(request.host)
  if (!outlet) return textAnswer(421, 'text/plain; charset=utf-8', 'No such outlet here.\n')
  const shown = state.advanced ? outlet : { ...outlet, items: outlet.items.filter((item) => !item.appearsLater) }
  return answerOutlet(state, shown, request)
}
