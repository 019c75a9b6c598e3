// In: one `item` or `entry` of a feed. Out: what it says of a page, addresses not yet resolved.
// A field that the end of the document cut short is not believed: half an address leads elsewhere.

import type { DraftEntry } from './draft-entry.ts'
import { languageTag } from './language-tag.ts'
import { literalText, plainText, plainTextOrNull } from './plain-text.ts'
import { elementText, firstDate } from './feed-fields.ts'
import { childrenOf, firstChild, innerText, ownText, type XmlElement } from './xml-element.ts'

const longestSummary = 2_000

export function readSyndicationEntry(record: XmlElement): DraftEntry {
  const guid = readGuid(record)
  const links = readLinks(record, guid)
  const title = firstText(record, ['title', 'dc:title', 'media:title', 'itunes:title'])
  const summary = firstText(
    record,
    [
      'description',
      'summary',
      'content:encoded',
      'content',
      'abstract',
      'itunes:summary',
      'dc:description',
      'media:description',
    ],
    longestSummary,
  )
  return {
    links,
    guid: guid?.value ?? null,
    title,
    summary,
    author: readAuthor(record),
    publishedAt: readPublished(record),
    changedAt: firstDate(record, changedNames),
    language: readLanguage(record),
  }
}

const changedNames = ['updated', 'modified', 'dcterms:modified', 'lastmod']

function readPublished(record: XmlElement): number | null {
  const published = firstDate(record, [
    'pubdate',
    'published',
    'issued',
    'dcterms:issued',
    'dc:date',
    'dcterms:created',
    'created',
    'date',
  ])
  return published ?? firstDate(record, changedNames)
}

type Guid = { value: string; mayBeAddress: boolean; base: string | null }

function readGuid(record: XmlElement): Guid | null {
  const element = firstChild(record, 'guid') ?? firstChild(record, 'id') ?? firstChild(record, 'dc:identifier')
  const about = record.attributes['rdf:about']
  const written = element && !element.cut ? literalText(innerText(element)) : literalText(about ?? '')
  if (written === '') return null
  const base = element?.base ?? record.base
  const value = base === null ? written : (URL.parse(written, base)?.href ?? written)
  const mayBeAddress = element?.attributes.ispermalink?.trim().toLowerCase() !== 'false' && /^https?:\/\//i.test(value)
  return { value: value.slice(0, 2_000), mayBeAddress, base }
}

/**
 * Every address the entry may be read at, the likeliest first: the publisher's own before a
 * counting service's, a link before an identifier that looks like one.
 */
function readLinks(record: XmlElement, guid: Guid | null): DraftEntry['links'] {
  const links: { written: string; base: string | null; rank: number }[] = []
  const add = (written: string | undefined, base: string | null, rank: number): void => {
    const text = literalText(written ?? '')
    if (text !== '') links.push({ written: text, base, rank })
  }
  const original = firstChild(record, 'feedburner:origlink')
  if (original && !original.cut) add(ownText(original), original.base, 0)
  for (const link of childrenOf(record, 'link')) {
    if (link.cut) continue
    if (link.attributes.href === undefined) add(innerText(link), link.base, 1)
    else add(link.attributes.href, link.base, rankOfAtomLink(link))
  }
  if (record.attributes.href !== undefined) add(record.attributes.href, record.base, 1) // Channel Definition Format
  if (guid?.mayBeAddress) add(guid.value, guid.base, 4)
  if (record.attributes['rdf:about'] !== undefined) add(record.attributes['rdf:about'], record.base, 5)
  return links.toSorted((one, other) => one.rank - other.rank).filter((link) => link.rank < 9)
}

/** RFC 4287, section 4.2.7: no `rel` means `alternate`; other relations are not the page. */
function rankOfAtomLink(link: XmlElement): number {
  const relation = (link.attributes.rel ?? 'alternate')
    .trim()
    .toLowerCase()
    .replace('http://www.iana.org/assignments/relation/', '')
  if (relation !== 'alternate' && relation !== '') return 9
  const type = link.attributes.type ?? 'text/html'
  return /html/i.test(type) ? 2 : 3
}

function readAuthor(record: XmlElement): string | null {
  const names: string[] = []
  for (const tag of ['author', 'dc:creator', 'dc:author', 'itunes:author', 'creator']) {
    for (const element of childrenOf(record, tag)) {
      const name = element.cut ? '' : authorName(element)
      if (name !== '' && !names.includes(name)) names.push(name)
    }
    if (names.length > 0) break
  }
  return names.length > 0 ? names.slice(0, 20).join(', ') : null
}

/** Atom names the parts of an author; RSS writes `address (name)`, `name (address)` or either alone. */
function authorName(author: XmlElement): string {
  const part = ['name', 'email', 'uri']
    .map((name) => firstChild(author, name))
    .find((found) => found && innerText(found).trim() !== '')
  const text = plainText(part ? innerText(part) : innerText(author), 200)
  const address = String.raw`[^\s@()<>]+@[^\s@()<>]+`
  const both = new RegExp(String.raw`^${address} ?\(([^)]+)\)$|^([^(<]+?) ?[(<]${address}[)>]$`).exec(text)
  return (both?.[1] ?? both?.[2] ?? text).trim()
}

function readLanguage(record: XmlElement): string | null {
  const said = firstChild(record, 'dc:language') ?? firstChild(record, 'language')
  const content = firstChild(record, 'title') ?? firstChild(record, 'content')
  return languageTag(said && ownText(said)) ?? languageTag(content?.language ?? record.language)
}

/** The first of these fields that says something, as plain text. */
function firstText(record: XmlElement, names: readonly string[], most?: number): string | null {
  for (const name of names) {
    for (const element of childrenOf(record, name)) {
      const text = element.cut ? null : plainTextOrNull(elementText(element), most)
      if (text !== null) return text
    }
  }
  return null
}
