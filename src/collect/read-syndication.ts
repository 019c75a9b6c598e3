// In: the text of an RSS, RDF, Atom or Channel Definition feed, sound or broken. Out: what it says, addresses not yet resolved.
// One tolerant reading for all of them: publishers mix the formats, and a broken feed is to yield what it holds.

import { languageTag } from './language-tag.ts'
import { elementText, firstDate } from './feed-fields.ts'
import { plainTextOrNull } from './plain-text.ts'
import { readSyndicationEntry } from './read-syndication-entry.ts'
import { readXml } from './read-xml.ts'
import { mostEntries } from './sources/source.ts'
import { childrenOf, firstChild, innerText, ownText, type XmlElement } from './xml-element.ts'
import type { DraftEntry } from './draft-entry.ts'

export type SyndicationReading = {
  readonly kind: 'read'
  readonly title: string | null
  readonly description: string | null
  /** The outlet's page, as written; `linkBase` is the `xml:base` in force there. */
  readonly link: string | null
  readonly linkBase: string | null
  readonly language: string | null
  readonly ttlMinutes: number | null
  readonly updatedAt: number | null
  readonly entries: readonly DraftEntry[]
  /** Entries met, of which `entries` keeps the newest. */
  readonly seen: number
  readonly truncated: boolean
}

const roots = new Set(['rss', 'feed', 'rdf:rdf', 'rdf', 'channel'])
const records = new Set(['item', 'entry'])
const leaves = new Set('title link guid id pubdate published updated issued modified created'.split(' '))
const fields = new Set([
  ...leaves,
  ...'title description summary content content:encoded author category comments enclosure source dc:creator dc:date'.split(
    ' ',
  ),
])

/** Above this a feed is an attack or an archive; what follows is counted no more. */
const mostRecords = 200_000

export function readSyndication(text: string): SyndicationReading | { kind: 'not-a-feed'; reason: string } {
  const kept = createNewestFirst(mostEntries)
  const { document, openings, truncated } = readXml(text, {
    records,
    leaves,
    fields,
    onRecord(record) {
      kept.add(readSyndicationEntry(record))
      return kept.seen() < mostRecords ? 'more' : 'enough'
    },
  })
  const root = openings.find((name) => roots.has(name))
  if (root === undefined && !isFragment(openings, kept.seen()))
    return { kind: 'not-a-feed', reason: whatElse(text, openings) }
  const head = findHead(document)
  return {
    kind: 'read',
    ...readHead(head),
    entries: kept.entries(),
    seen: kept.seen(),
    truncated,
  }
}

/** Entries without any root around them: the middle of a feed, or a feed in a wrapper of the publisher's own. */
function isFragment(openings: readonly string[], seen: number): boolean {
  return seen > 0 && openings[0] !== 'html'
}

function whatElse(text: string, openings: readonly string[]): string {
  if (text.trim() === '') return 'The answer is empty.'
  const first = openings[0]
  if (first === undefined) return 'The answer is neither XML nor JSON.'
  if (openings.includes('html') || openings.includes('xhtml:html')) return 'The answer is a web page, not a feed.'
  return `The answer is XML of another kind: its first element is <${first.slice(0, 40)}>.`
}

/** The element that holds the feed's own title: `channel`, or `feed`, or whatever there is. */
function findHead(document: XmlElement): XmlElement {
  const queue = [document]
  let fallback = document
  for (const element of queue) {
    if (element.name === 'channel' || element.name === 'feed') return element
    if (roots.has(element.name)) fallback = element
    if (queue.length < 200) for (const part of element.content) if (typeof part !== 'string') queue.push(part)
  }
  return fallback
}

function readHead(head: XmlElement) {
  const title = ['title', 'dc:title', 'itunes:title', 'media:title']
    .map((name) => firstChild(head, name))
    .find((found) => found && innerText(found).trim())
  const description = ['description', 'subtitle', 'tagline', 'itunes:summary', 'itunes:subtitle']
    .map((name) => firstChild(head, name))
    .find(Boolean)
  const link = findHeadLink(head)
  const language = firstChild(head, 'language') ?? firstChild(head, 'dc:language')
  return {
    title: title && !title.cut ? plainTextOrNull(elementText(title)) : null,
    description: description && !description.cut ? plainTextOrNull(elementText(description), 2_000) : null,
    link: link?.written ?? null,
    linkBase: link?.base ?? null,
    language: languageTag(language && ownText(language)) ?? languageTag(head.language),
    ttlMinutes: readTtl(head),
    updatedAt: firstDate(head, ['updated', 'modified', 'lastbuilddate', 'pubdate', 'dc:date']),
  }
}

function findHeadLink(head: XmlElement): { written: string; base: string | null } | null {
  const links = childrenOf(head, 'link').filter((link) => !link.cut)
  const page = links.find((link) => link.attributes.href === undefined && ownText(link).trim() !== '')
  if (page) return { written: ownText(page).trim(), base: page.base }
  const alternate = links.find(
    (link) => link.attributes.href !== undefined && (link.attributes.rel ?? 'alternate') === 'alternate',
  )
  if (alternate) return { written: (alternate.attributes.href ?? '').trim(), base: alternate.base }
  return null
}

/** RSS 2.0 `ttl`, in minutes. */
function readTtl(head: XmlElement): number | null {
  const ttl = firstChild(head, 'ttl')
  const minutes = ttl ? Number(ownText(ttl).trim()) : Number.NaN
  return Number.isFinite(minutes) && minutes > 0 ? Math.round(minutes) : null
}

/** Keeps the newest entries of a long feed without holding them all. */
function createNewestFirst(most: number) {
  let entries: DraftEntry[] = []
  let seen = 0
  const orderOf = (entry: DraftEntry): number => entry.publishedAt ?? entry.changedAt ?? 0
  function shed(): void {
    entries = entries.toSorted((one, other) => orderOf(other) - orderOf(one)).slice(0, most)
  }
  return {
    add(entry: DraftEntry): void {
      seen++
      entries.push(entry)
      if (entries.length >= most * 2) shed()
    },
    seen: () => seen,
    entries: () => {
      if (entries.length > most) shed()
      return entries
    },
  }
}
