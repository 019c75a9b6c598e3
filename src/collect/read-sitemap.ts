// In: the text of a sitemap, a news sitemap, an index of them, or a plain list of addresses (sitemaps.org 0.9). Out: what it says.

import type { DraftEntry } from './draft-entry.ts'
import { firstDate } from './feed-fields.ts'
import { languageTag } from './language-tag.ts'
import { literalText, plainTextOrNull } from './plain-text.ts'
import { readXml } from './read-xml.ts'
import { mostEntries } from './sources/source.ts'
import { firstChild, innerText, ownText, type XmlElement } from './xml-element.ts'

/** A part of a sitemap index. */
export type SitemapPart = { readonly url: string; readonly changedAt: number | null }

export type SitemapReading = {
  readonly kind: 'read'
  readonly entries: readonly DraftEntry[]
  readonly parts: readonly SitemapPart[]
  readonly seen: number
  /** At least one entry has the fields of a news sitemap. */
  readonly hasNews: boolean
  readonly truncated: boolean
}

/** The protocol allows 50,000 in a file; beyond four times that nobody means it. */
const mostRecords = 200_000

export function readSitemap(text: string): SitemapReading | { kind: 'not-a-feed'; reason: string } {
  if (!/^[\s\ufeff]*</.test(text)) return readAddressList(text)
  const parts: SitemapPart[] = []
  let entries: DraftEntry[] = []
  let seen = 0
  let hasNews = false
  const { openings, truncated } = readXml(text, {
    records: new Set(['url', 'sitemap']),
    onRecord(record) {
      seen++
      if (record.name === 'sitemap') parts.push(...readPart(record))
      else {
        hasNews ||= firstChild(record, 'news:news') !== undefined
        entries.push(readPage(record))
      }
      if (entries.length >= mostEntries * 2) entries = keepNewest(entries)
      return seen < mostRecords ? 'more' : 'enough'
    },
  })
  const isSitemap = openings.some((name) => name === 'urlset' || name === 'sitemapindex')
  if (!isSitemap)
    return { kind: 'not-a-feed', reason: 'The answer is no sitemap: it has neither <urlset> nor <sitemapindex>.' }
  return { kind: 'read', entries: keepNewest(entries), parts, seen: seen - parts.length, hasNews, truncated }
}

function readPart(record: XmlElement): SitemapPart[] {
  const location = firstChild(record, 'loc')
  if (!location || location.cut) return []
  return [{ url: literalText(innerText(location)), changedAt: firstDate(record, ['lastmod']) }]
}

/** `lastmod` orders the pages but is no date of publication: an old page may have been touched today. */
function readPage(record: XmlElement): DraftEntry {
  const location = firstChild(record, 'loc')
  const news = firstChild(record, 'news:news')
  const publication = news && firstChild(news, 'news:publication')
  const title = news && firstChild(news, 'news:title')
  const language = publication && firstChild(publication, 'news:language')
  return {
    links: location && !location.cut ? [{ written: literalText(innerText(location)), base: null }] : [],
    guid: null,
    title: title && !title.cut ? plainTextOrNull(innerText(title)) : null,
    summary: null,
    author: null,
    publishedAt: news ? firstDate(news, ['news:publication_date']) : null,
    changedAt: firstDate(record, ['lastmod']),
    language: languageTag(language && ownText(language)),
  }
}

function keepNewest(entries: DraftEntry[]): DraftEntry[] {
  if (entries.length <= mostEntries) return entries
  const orderOf = (entry: DraftEntry): number => entry.publishedAt ?? entry.changedAt ?? 0
  return entries.toSorted((one, other) => orderOf(other) - orderOf(one)).slice(0, mostEntries)
}

/** One address a line, nothing else. */
function readAddressList(text: string): SitemapReading | { kind: 'not-a-feed'; reason: string } {
  const entries: DraftEntry[] = []
  let seen = 0
  let foreign = 0
  for (const line of text.split(/[\r\n]+/, mostRecords)) {
    const written = literalText(line)
    if (written === '') continue
    if (!/^https?:\/\/\S+$/i.test(written)) {
      foreign++
      continue
    }
    seen++
    // Without dates the later lines are as likely new as the earlier ones; the order given is kept.
    if (entries.length < mostEntries) entries.push(bareEntry(written))
  }
  if (seen === 0 || foreign > seen) return { kind: 'not-a-feed', reason: 'The answer is no list of addresses.' }
  return { kind: 'read', entries, parts: [], seen, hasNews: false, truncated: false }
}

function bareEntry(written: string): DraftEntry {
  const nothing = {
    guid: null,
    title: null,
    summary: null,
    author: null,
    publishedAt: null,
    changedAt: null,
    language: null,
  }
  return { links: [{ written, base: null }], ...nothing }
}
