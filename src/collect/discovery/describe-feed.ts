// In: an address that may be a feed. Out: what it holds, as a dry run; nothing is subscribed to.

import type { Entry } from '../../domain/feed.ts'
import type { FetchedPage, FetchPage } from '../fetch-page.ts'
import { recogniseSource } from '../sources/sources.ts'
import type { ParsedFeed, Source } from '../sources/source.ts'
import { walkSitemapIndex } from '../walk-sitemap-index.ts'
import type { FeedAddress } from './find-feed-addresses.ts'

export type FoundFeed = {
  readonly url: string
  readonly kind: Source['kind']
  readonly title: string | null
  /** For `listing`: the selector that was guessed. */
  readonly selector: string | null
  /** How it was found, in words. */
  readonly how: string
  readonly count: number
  readonly newestAt: number | null
  readonly samples: readonly Pick<Entry, 'title' | 'url' | 'publishedAt'>[]
  readonly languages: readonly string[]
  readonly notes: readonly string[]
  /** The one we would choose. */
  readonly recommended: boolean
}

export type Description =
  | { readonly kind: 'feed'; readonly feed: FoundFeed }
  /** A web page: it may lead to feeds itself. */
  | { readonly kind: 'page'; readonly page: FetchedPage }
  | { readonly kind: 'nothing'; readonly reason: string }

const sampleCount = 5

export async function describeAddress(address: FeedAddress, fetch: FetchPage, now: number): Promise<Description> {
  const page = await fetch({ url: address.url })
  if (page.kind === 'failed') return { kind: 'nothing', reason: page.reason }
  if (page.status < 200 || page.status > 299) return { kind: 'nothing', reason: `The server answered ${page.status}.` }
  return describePage(page, address.how, fetch, now)
}

/** As `describeAddress`, for a page that is already here. */
export async function describePage(
  page: FetchedPage,
  how: string,
  fetch: FetchPage,
  now: number,
): Promise<Description> {
  const source = recogniseSource(page.text, page.contentType, page.url)
  if (!source) return { kind: 'page', page }
  const parsed = source.parse({ body: page.text, url: page.url, contentType: page.contentType, now })
  if (parsed.kind === 'not-a-feed') return { kind: 'nothing', reason: parsed.reason }
  const filled = parsed.more.length > 0 && source.kind !== 'listing' ? await fillFromParts(parsed, fetch, now) : parsed
  return { kind: 'feed', feed: describeParsed(filled, { url: page.url, kind: source.kind, how, selector: null }) }
}

type Parsed = Extract<ParsedFeed, { kind: 'parsed' }>

async function fillFromParts(parsed: Parsed, fetch: FetchPage, now: number): Promise<Parsed> {
  const walked = await walkSitemapIndex({ ...parsed, more: parsed.more.slice(0, 2) }, (url) => fetch({ url }), now)
  if (walked.kind === 'failed') return { ...parsed, notes: [...parsed.notes, walked.reason] }
  if (walked.kind !== 'fetched') return parsed
  const parts = `An index of ${parsed.more.length} parts, of which the likeliest were looked at.`
  return { ...parsed, entries: walked.entries, notes: [parts, ...walked.notes] }
}

export function describeParsed(parsed: Parsed, found: Pick<FoundFeed, 'url' | 'kind' | 'how' | 'selector'>): FoundFeed {
  const dates = parsed.entries.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]))
  const languages = [parsed.language, ...parsed.entries.map((entry) => entry.language)].filter((tag) => tag !== null)
  return {
    ...found,
    title: parsed.title,
    count: parsed.entries.length,
    newestAt: dates.length === 0 ? null : dates.reduce((one, other) => Math.max(one, other)),
    samples: parsed.entries.slice(0, sampleCount).map(({ title, url, publishedAt }) => ({ title, url, publishedAt })),
    languages: [...new Set(languages)].slice(0, 5),
    notes: parsed.notes,
    recommended: false,
  }
}
