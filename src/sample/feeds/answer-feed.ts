// In: a feed, the outlet's items as of now, and the request's conditional headers. Out: the answer of the outlet's server.

import { createHash } from 'node:crypto'
import type { SampleFeed, SampleOutlet } from '../sample-outlet.ts'
import { languageOf } from '../sample-outlet.ts'
import { renderListing } from '../templates/listing-page.ts'
import type { FeedContent } from './feed-text.ts'
import { writeHostileFeed } from './write-hostile-feed.ts'
import { writeNewsSitemap, writeSitemap } from './write-sitemap.ts'
import { writeAtom, writeJsonFeed, writeRdf, writeRss } from './write-syndication.ts'

/** What the press's server sends: status, header lines, body bytes. */
export type PressAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

type Writer = { readonly type: string; readonly write: (content: FeedContent) => string }

/** Rows on one page of a list; the rest is on older pages. */
const LISTING_ROWS = 12

const writers: Readonly<Record<SampleFeed['format'], Writer>> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  rdf: { type: 'application/rdf+xml; charset=utf-8', write: writeRdf },
  'json-feed': { type: 'application/feed+json', write: writeJsonFeed },
  sitemap: { type: 'application/xml; charset=utf-8', write: writeSitemap },
  'news-sitemap': { type: 'application/xml; charset=utf-8', write: writeNewsSitemap },
  listing: { type: 'text/html; charset=utf-8', write: ({ outlet, items }) => renderListing(outlet, items, null) },
}

export function textAnswer(status: number, type: string, text: string): PressAnswer {
  return { status, headers: { 'content-type': type }, body: new TextEncoder().encode(text) }
}

/** The items a feed shows: its language only, newest first. */
function contentOf(outlet: SampleOutlet, feed: SampleFeed): FeedContent {
  const items = outlet.items.filter((item) => !feed.language || languageOf(outlet, item) === feed.language)
  const at = (published: string) => Temporal.Instant.from(published).epochMilliseconds
  return { outlet, feed, items: items.toSorted((a, b) => at(b.published) - at(a.published)) }
}

/**
 * Answers a request for a feed.
 *
 * @param outlet with the items it shows at this moment
 * @param page for listings: which page, from 1
 */
export function answerFeed(
  outlet: SampleOutlet,
  feed: SampleFeed,
  ifNoneMatch: string | undefined,
  page: number,
): PressAnswer {
  if (feed.behaviour === 'dead') return textAnswer(500, 'text/plain; charset=utf-8', 'Internal Server Error\n')
  if (feed.behaviour === 'gone') return textAnswer(410, 'text/html; charset=utf-8', '<h1>410 Gone</h1>\n')
  const content = contentOf(outlet, feed)
  if (feed.format === 'listing') return answerListing(content, page)
  const writer = writers[feed.format]
  const text = feed.behaviour === 'hostile' ? writeHostileFeed(content) : writer.write(content)
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  // RFC 9110 8.8.3: an ETag names one content. This outlet's server does not know that.
  const etag = feed.behaviour === 'reuses-etag' ? '"feed-1"' : `"${digest}"`
  if (ifNoneMatch === etag) return { status: 304, headers: { etag }, body: new Uint8Array() }
  const answer = textAnswer(200, writer.type, text)
  return { ...answer, headers: { ...answer.headers, etag } }
}

function answerListing({ outlet, feed, items }: FeedContent, page: number): PressAnswer {
  const rows = items.slice((page - 1) * LISTING_ROWS, page * LISTING_ROWS)
  const next = items.length > page * LISTING_ROWS ? `${feed.path}?page=${page + 1}` : null
  return textAnswer(200, writers.listing.type, renderListing(outlet, rows, next))
}
