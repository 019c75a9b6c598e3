// In: an outlet's address, as a person writes it. Out: its feeds and sitemaps with what they hold, and what it says of itself.
// A dry run: nothing is kept. The number of requests is bounded, because the outlet has done nothing to deserve more.

import type { FailureKind } from '../domain/feed.ts'
import { parseRobots } from '../lib/robots.ts'
import { describeAddress, describePage, describeParsed, type FoundFeed } from './discovery/describe-feed.ts'
import { findFeedAddresses, isOfComments, type FeedAddress } from './discovery/find-feed-addresses.ts'
import { readOutletFacts, type OutletFacts } from './discovery/read-outlet-facts.ts'
import type { FailedFetch, FetchedPage, FetchPage } from './fetch-page.ts'
import { guessListing } from './guess-listing.ts'
import { rankSitemapParts } from './rank-sitemap-parts.ts'
import { readPage } from './read-page-links.ts'
import { listing } from './sources/listing.ts'

export type Discovery =
  | {
      readonly kind: 'found'
      /** Where the way ended, after redirects. */
      readonly address: string
      readonly outlet: OutletFacts
      /** The best first; perhaps none. */
      readonly feeds: readonly FoundFeed[]
      readonly notes: readonly string[]
    }
  | { readonly kind: 'failed'; readonly failure: FailureKind; readonly reason: string }

/** Requests of one discovery, redirects not counted. */
const mostRequests = 30
const mostSitemaps = 4

const usualFeeds = ['/feed/', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json']
const usualSitemaps = ['/sitemap.xml', '/sitemap_index.xml', '/news-sitemap.xml', '/sitemap-news.xml']

export async function discover(address: string, { fetch }: { fetch: FetchPage }, now: number): Promise<Discovery> {
  const search = createSearch(limitRequests(fetch), now)
  const start = await fetchStart(address, fetch)
  if (start.kind === 'failed') return { kind: 'failed', failure: start.failure, reason: start.reason }
  const itself = await search.tryPage(start, 'the address itself')
  const isHome = itself === 'page' && (isWell(start) || new URL(start.url).pathname === '/')
  const home = isHome ? start : await fetchHome(start, fetch)
  const page = readPage(home.text, home.url)
  for (const found of findFeedAddresses(page)) await search.tryAddress(found, 'tell')
  await searchRobots(search, home.url, fetch)
  if (!search.has('syndication'))
    for (const path of usualFeeds)
      if (!search.has('syndication')) await search.tryAddress(usual(path, home.url), 'silent')
  if (!search.has('sitemap'))
    for (const path of usualSitemaps)
      if (!search.has('sitemap')) await search.tryAddress(usual(path, home.url), 'silent')
  const links = describeListing(home, now)
  if (links) search.feeds.push(links)
  if (!isWell(start)) search.notes.push(`${start.url} answered ${start.status}.`)
  if (!isWell(home) && home.url !== start.url) search.notes.push(`The front page answered ${home.status}.`)
  return {
    kind: 'found',
    address: home.url,
    outlet: addFeedLanguages(readOutletFacts(page, home.url), search.feeds),
    feeds: rank(search.feeds),
    notes: search.notes,
  }
}

const isWell = ({ status }: FetchedPage): boolean => status >= 200 && status <= 299

function usual(path: string, home: string): FeedAddress {
  return { url: new URL(path, home).href, how: 'tried the usual place' }
}

/** A bare host name is tried over TLS first. */
async function fetchStart(address: string, fetch: FetchPage): Promise<FetchedPage | FailedFetch> {
  const text = address.trim()
  const isBare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const url = URL.parse(isBare ? `https://${text}` : text)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    return {
      kind: 'failed',
      failure: 'refused-address',
      reason: `“${text.slice(0, 200)}” is not a web address.`,
      retryAfterSeconds: null,
    }
  }
  const page = await fetch({ url: url.href })
  const mayBePlain = isBare && page.kind === 'failed' && ['connect', 'tls', 'timeout'].includes(page.failure)
  return mayBePlain ? fetch({ url: url.href.replace(/^https:/, 'http:') }) : page
}

/** The front page of the site that a feed was found on; an empty one when it cannot be had. */
async function fetchHome(start: FetchedPage, fetch: FetchPage): Promise<FetchedPage> {
  const url = new URL('/', start.url).href
  const home = await fetch({ url })
  return home.kind === 'page' ? home : { ...start, url, text: '', contentType: null, status: 200 }
}

function limitRequests(fetch: FetchPage): FetchPage {
  let left = mostRequests
  return async (request) => {
    if (left-- > 0) return fetch(request)
    return {
      kind: 'failed',
      failure: 'refused-address',
      reason: 'Not asked: enough was asked of this outlet for one look.',
      retryAfterSeconds: null,
    }
  }
}

async function searchRobots(search: Search, home: string, fetch: FetchPage): Promise<void> {
  const robots = await fetch({ url: new URL('/robots.txt', home).href })
  if (robots.kind === 'failed' || robots.status !== 200) return
  const named = parseRobots(robots.text).sitemaps.flatMap((written) => URL.parse(written, home)?.href ?? [])
  const ranked = rankSitemapParts(named.map((url) => ({ url, changedAt: null })))
  for (const url of ranked.slice(0, mostSitemaps)) await search.tryAddress({ url, how: 'named in robots.txt' }, 'tell')
  if (ranked.length > mostSitemaps)
    search.notes.push(`robots.txt names ${ranked.length} sitemaps; ${mostSitemaps} were looked at.`)
}

type Search = ReturnType<typeof createSearch>

function createSearch(fetch: FetchPage, now: number) {
  const feeds: FoundFeed[] = []
  const notes: string[] = []
  const tried = new Set<string>()

  function add(feed: FoundFeed): void {
    const same = feeds.find(
      (known) => known.url === feed.url || (known.kind === feed.kind && holdsTheSame(known, feed)),
    )
    if (!same) feeds.push(feed)
  }

  /** Pages that are no feeds are looked through once for feeds, but not further. */
  async function tryAddress(address: FeedAddress, failures: 'tell' | 'silent', level = 0): Promise<void> {
    if (tried.has(address.url)) return
    tried.add(address.url)
    const description = await describeAddress(address, fetch, now)
    if (description.kind === 'feed') add(description.feed)
    else if (description.kind === 'nothing' && failures === 'tell')
      notes.push(`${address.url}, ${address.how}: ${description.reason}`)
    else if (description.kind === 'page' && failures === 'tell' && level === 0) {
      const onPage = findFeedAddresses(readPage(description.page.text, description.page.url))
      for (const found of onPage.slice(0, 6)) await tryAddress(found, 'silent', 1)
    }
  }

  return {
    feeds,
    notes,
    tryAddress,
    async tryPage(page: FetchedPage, how: string): Promise<'feed' | 'page'> {
      tried.add(page.url)
      const description = page.status === 200 ? await describePage(page, how, fetch, now) : null
      if (description?.kind === 'feed') add(description.feed)
      return description?.kind === 'feed' ? 'feed' : 'page'
    },
    has(kind: 'syndication' | 'sitemap'): boolean {
      return feeds.some((feed) =>
        kind === 'syndication' ? feed.kind === kind && !isOfComments(feed.url) : feed.kind.endsWith('sitemap'),
      )
    },
  }
}

/** The links on the front page that look like a list of articles, as a feed; `null` when none stand out. */
function describeListing(home: FetchedPage, now: number): FoundFeed | null {
  if (!listing.looksLike(home.text, home.contentType, home.url)) return null
  const selector = guessListing(readPage(home.text, home.url))
  if (selector === null) return null
  const parsed = listing.parse({ body: home.text, url: home.url, contentType: home.contentType, selector, now })
  if (parsed.kind === 'not-a-feed') return null
  return describeParsed(parsed, { url: home.url, kind: 'listing', how: 'links on the front page', selector })
}

function holdsTheSame(one: FoundFeed, other: FoundFeed): boolean {
  const urls = (feed: FoundFeed): string => feed.samples.map((sample) => sample.url).join('\n')
  return one.count > 0 && one.count === other.count && urls(one) === urls(other)
}

const order = { syndication: 0, 'news-sitemap': 1, listing: 2, sitemap: 3 } as const

/** The kinds that tell most first; within a kind in the order found, comments and empty ones last. */
function rank(feeds: readonly FoundFeed[]): FoundFeed[] {
  const weight = (feed: FoundFeed): number =>
    order[feed.kind] + (isOfComments(feed.url) ? 10 : 0) + (feed.count === 0 ? 20 : 0)
  const ranked = feeds.toSorted((one, other) => weight(one) - weight(other))
  return ranked.map((feed, index) => ({ ...feed, recommended: index === 0 && weight(feed) < 10 }))
}

function addFeedLanguages(outlet: OutletFacts, feeds: readonly FoundFeed[]): OutletFacts {
  if (outlet.languages.length > 0) return outlet
  const first = feeds.find((feed) => feed.languages.length > 0)?.languages[0]
  return first ? { ...outlet, languages: [new Intl.Locale(first).language] } : outlet
}
