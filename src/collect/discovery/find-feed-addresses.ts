// In: a web page. Out: the addresses on it that may be feeds, the surest first.

import { addressOf, findElements, isLink, textOf, type Page } from '../read-page-links.ts'
import { resolvePage } from '../finish-entries.ts'

export type FeedAddress = { readonly url: string; readonly how: string }

const feedTypes = /(rss|atom|rdf)\+xml|feed\+json|(application|text)\/(xml|json)/i
const most = 12

/** Feeds named in the head, then links that look like feeds by address or words. */
export function findFeedAddresses(page: Page): FeedAddress[] {
  const found = new Map<string, FeedAddress>()
  const add = (url: string | null, how: string): void => {
    if (url !== null && !found.has(url) && found.size < most) found.set(url, { url, how })
  }
  for (const link of findElements(page, (element) => element.name === 'link' && element.attribs.href !== undefined)) {
    const relation = (link.attribs.rel ?? '').toLowerCase().split(/\s+/)
    if (
      (relation.includes('alternate') && isFeedType(link.attribs.type, link.attribs.href)) ||
      relation.includes('feed')
    ) {
      add(resolvePage(link.attribs.href ?? '', page.base), 'named in the page')
    }
  }
  for (const link of findElements(page, isLink)) {
    const url = addressOf(link, page)
    if (url !== null && isSameSite(url, page.base) && looksLikeFeed(url, textOf(link, 40)))
      add(url, 'linked from the page')
  }
  return [...found.values()].toSorted((one, other) => Number(isOfComments(one.url)) - Number(isOfComments(other.url)))
}

function isFeedType(type: string | undefined, href: string | undefined): boolean {
  if (type === undefined) return /rss|atom|feed/i.test(href ?? '')
  // WordPress offers its machine interface and its embeds in the same way; they are no feeds.
  return feedTypes.test(type) && !/wp-json|oembed/i.test(href ?? '')
}

function looksLikeFeed(url: string, words: string): boolean {
  const address = URL.parse(url)
  const path = `${address?.pathname ?? ''}${address?.search ?? ''}`
  return (
    /\/(rss|feed|feeds|atom)(\/|\.(xml|php|aspx?)|\?|$)|\.(rss|atom|rdf)$|[?&](feed|format|type)=(rss|atom)|\/(index|feed|rss)\.xml$/i.test(
      path,
    ) || /^(rss|atom)([\s-]?feeds?)?$/i.test(words)
  )
}

/** Feeds of readers' comments, not of the outlet's pages. */
export function isOfComments(url: string): boolean {
  return /comments?([/=?&]|$)|replies/i.test(url)
}

export function isSameSite(url: string, home: string): boolean {
  const one = siteOf(url)
  const other = siteOf(home)
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}

function siteOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^www\./, '')
}
