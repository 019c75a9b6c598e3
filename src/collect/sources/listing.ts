// Listing pages: web pages whose links, chosen by a CSS selector or guessed, are the entries.

import { selectAll } from 'css-select'
import { DomUtils } from 'htmlparser2'
import type { DraftEntry } from '../draft-entry.ts'
import { finishEntries } from '../finish-entries.ts'
import { guessListing } from '../guess-listing.ts'
import { languageTag } from '../language-tag.ts'
import { parseFeedDate } from '../parse-feed-date.ts'
import { addressOf, findElements, linkOf, readPage, textOf, type Page, type PageElement } from '../read-page-links.ts'
import type { ParsedFeed, Source, SourceInput } from './source.ts'

export const listing: Source = { kind: 'listing', looksLike, parse }

function looksLike(body: string, contentType: string | null): boolean {
  return /html/i.test(contentType ?? '') || /<(!doctype html|html|body)[\s>]/i.test(body.slice(0, 2_000))
}

function parse({ body, url, selector, now }: SourceInput): ParsedFeed {
  const page = readPage(body, url)
  const chosen = selector?.trim() || guessListing(page)
  if (!chosen)
    return {
      kind: 'not-a-feed',
      reason: 'No group of links on the page looks like a list of articles. Give a selector.',
    }
  const found = select(page, chosen)
  if (found === null)
    return { kind: 'not-a-feed', reason: `"${chosen.slice(0, 200)}" is no CSS selector that we understand.` }
  const links = [...new Set(found.map(linkOf).filter((link) => link !== null))]
  if (links.length === 0)
    return { kind: 'not-a-feed', reason: `The selector "${chosen.slice(0, 200)}" finds no links on the page.` }
  const root = findElements(page, (element) => element.name === 'html')[0]
  const language = languageTag(root?.attribs.lang)
  const drafts = readDrafts(links, page, language)
  const { entries, notes } = finishEntries(drafts, { base: page.base, now })
  return { kind: 'parsed', title: readTitle(page), language, entries, more: findNext(page), notes, ttlMinutes: null }
}

/** `null` when the selector cannot be understood. */
function select(page: Page, selector: string): PageElement[] | null {
  try {
    return selectAll(selector, page.root.children).filter((node): node is PageElement => 'attribs' in node)
  } catch {
    return null
  }
}

/** The page that this one calls the next, on the same host: at most one. */
function findNext(page: Page): string[] {
  const host = URL.parse(page.base)?.host
  const links = findElements(
    page,
    ({ name, attribs }) => (name === 'a' || name === 'link') && /(^|\s)next(\s|$)/i.test(attribs.rel ?? ''),
  )
  const addresses = links.flatMap((link) => URL.parse(link.attribs.href ?? '', page.base) ?? [])
  const next = addresses.find((url) => /^https?:$/.test(url.protocol) && url.host === host)
  return next ? [next.href] : []
}

function readTitle(page: Page): string | null {
  const title = findElements(page, (element) => element.name === 'title')[0]
  return title ? textOf(title) || null : null
}

function readDrafts(links: readonly PageElement[], page: Page, language: string | null): DraftEntry[] {
  const shared = countLinksAbove(links)
  const drafts = new Map<string, DraftEntry>()
  for (const link of links) {
    const url = addressOf(link, page)
    if (url === null) continue
    const title = textOf(link) || link.attribs.title?.trim() || null
    const known = drafts.get(url)
    // A picture and a headline often lead to the same page; the headline is the one with words.
    if (known && (known.title ?? '').length >= (title ?? '').length) continue
    const publishedAt = findDate(link, shared) ?? known?.publishedAt ?? null
    drafts.set(url, {
      links: [{ written: url, base: null }],
      guid: null,
      title,
      summary: null,
      author: null,
      publishedAt,
      changedAt: null,
      language,
    })
  }
  return [...drafts.values()]
}

const levelsUp = 5

/** How many of the links lie below each of their near ancestors. */
function countLinksAbove(links: readonly PageElement[]): ReadonlyMap<object, number> {
  const counts = new Map<object, number>()
  for (const link of links) {
    let above = link.parent
    for (let level = 0; level < levelsUp && above; level++, above = above.parent)
      counts.set(above, (counts.get(above) ?? 0) + 1)
  }
  return counts
}

/** The `time` that stands with this link and no other. */
function findDate(link: PageElement, shared: ReadonlyMap<object, number>): number | null {
  let box = link.parent
  for (let level = 0; level < levelsUp && box && shared.get(box) === 1; level++, box = box.parent) {
    const time = DomUtils.findOne((element) => element.name === 'time', box.children)
    if (time) return parseFeedDate(time.attribs.datetime ?? textOf(time))
  }
  return null
}
