// OPML 2.0 in and out: how lists of feeds move between programs (opml.org/spec2.opml).
// Out: one folder an outlet, its feeds inside. In: any nesting; what belongs to one outlet is found by folder or by host.
// What OPML has no word for (our kinds of feed, the selector of a listing) goes into a namespace of ours.

import type { FeedKind } from '../domain/feed.ts'
import { languageTag } from './language-tag.ts'
import { literalText, plainTextOrNull } from './plain-text.ts'
import { readXml } from './read-xml.ts'
import { resolvePage } from './finish-entries.ts'
import { firstChild, innerText, type XmlElement } from './xml-element.ts'

export type OpmlFeed = {
  readonly url: string
  readonly title: string | null
  readonly kind: Exclude<FeedKind, 'single'>
  readonly selector: string | null
}

export type OpmlOutlet = {
  readonly name: string
  /** Null when the list does not say. */
  readonly homepage: string | null
  /** BCP 47, where the list says. */
  readonly languages: readonly string[]
  /** Folders around the outlet, the outermost first. */
  readonly folders: readonly string[]
  readonly feeds: readonly OpmlFeed[]
}

export type Opml = { readonly title: string | null; readonly outlets: readonly OpmlOutlet[] }

export type OpmlReading =
  | (Opml & { readonly kind: 'read'; readonly notes: readonly string[] })
  | { readonly kind: 'not-opml'; readonly reason: string }

const namespace = 'https://dragoman.example/opml'

/** Reads a list, sound or broken. Never throws. */
export function parseOpml(text: string): OpmlReading {
  const { document, openings, truncated, leftOut } = readXml(text, { records: new Set(), onRecord: () => 'more' })
  if (!openings.includes('opml') && !openings.includes('outline')) {
    return { kind: 'not-opml', reason: 'This is no OPML: it has neither an <opml> nor an <outline> element.' }
  }
  const groups = new Map<string, Group>()
  const notes: string[] = []
  collect(document, { folders: [], outlet: null }, groups, notes)
  if (truncated) notes.unshift('The list is cut short or not well formed: read as far as it goes.')
  if (leftOut > 0) notes.push(`The list is too long: ${leftOut} elements at its end were left out.`)
  return { kind: 'read', title: readTitle(document), outlets: [...groups.values()].map(finishGroup), notes }
}

type Group = {
  name: string | null
  homepage: string | null
  folders: readonly string[]
  languages: Set<string>
  feeds: OpmlFeed[]
}
type Place = { readonly folders: readonly string[]; readonly outlet: XmlElement | null }

function collect(element: XmlElement, place: Place, groups: Map<string, Group>, notes: string[]): void {
  for (const part of element.content) {
    if (typeof part === 'string') continue
    if (part.name !== 'outline') collect(part, place, groups, notes)
    else if (part.attributes.xmlurl?.trim()) addFeed(part, place, groups, notes)
    else collect(part, placeInside(part, place), groups, notes)
  }
}

/** A folder with a page of its own is an outlet, as we write them; any other is a folder. */
function placeInside(folder: XmlElement, place: Place): Place {
  if (folder.attributes.htmlurl?.trim() || folder.attributes['dragoman:kind'] === 'outlet')
    return { ...place, outlet: folder }
  const name = nameOf(folder)
  return name === null ? place : { ...place, folders: [...place.folders, name] }
}

function nameOf(outline: XmlElement): string | null {
  return plainTextOrNull(outline.attributes.title, 300) ?? plainTextOrNull(outline.attributes.text, 300)
}

function addFeed(outline: XmlElement, place: Place, groups: Map<string, Group>, notes: string[]): void {
  const written = literalText(outline.attributes.xmlurl ?? '')
  const url = /^(feed|https?):/i.test(written)
    ? resolvePage(written.replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:'), written)
    : null
  if (url === null) {
    notes.push(
      `“${nameOf(outline) ?? written.slice(0, 100)}” has no web address that can be watched: ${written.slice(0, 200)}`,
    )
    return
  }
  const page = resolvePage(place.outlet?.attributes.htmlurl ?? outline.attributes.htmlurl ?? '', url)
  const key = place.outlet ? `outlet ${page ?? nameOf(place.outlet)}` : hostOf(page ?? url)
  const group = groups.get(key) ?? {
    name: place.outlet && nameOf(place.outlet),
    homepage: page,
    folders: place.folders,
    languages: new Set(),
    feeds: [],
  }
  groups.set(key, group)
  const language = languageTag(outline.attributes.language ?? place.outlet?.attributes.language)
  if (language !== null) group.languages.add(language)
  if (group.feeds.some((feed) => feed.url === url)) notes.push(`${url} stands in the list twice.`)
  else
    group.feeds.push({
      url,
      title: titleOf(outline, written),
      kind: kindOf(outline),
      selector: outline.attributes['dragoman:selector'] ?? null,
    })
}

/** Lists that have no title for a feed repeat its address. */
function titleOf(outline: XmlElement, address: string): string | null {
  const name = nameOf(outline)
  return name === address ? null : name
}

function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? url).replace(/^www\./, '')
}

const kinds = new Set<string>(['syndication', 'sitemap', 'news-sitemap', 'listing'] satisfies OpmlFeed['kind'][])

function kindOf(outline: XmlElement): OpmlFeed['kind'] {
  const said = outline.attributes['dragoman:kind'] ?? ''
  return isKind(said) ? said : 'syndication'
}

function isKind(text: string): text is OpmlFeed['kind'] {
  return kinds.has(text)
}

function finishGroup(group: Group): OpmlOutlet {
  const { homepage, folders, feeds } = group
  const titles = feeds.map((feed) => feed.title).filter((title) => title !== null)
  const name = group.name ?? commonBeginning(titles) ?? hostOf(homepage ?? feeds[0]?.url ?? '')
  return { name, homepage, languages: [...group.languages], folders, feeds }
}

/** What the titles of one outlet's feeds begin with, up to a break: "The Dial: World", "The Dial: Trade" → "The Dial". */
function commonBeginning(titles: readonly string[]): string | null {
  const [first, ...others] = titles
  if (first === undefined || others.length === 0) return first ?? null
  let length = 0
  while (length < first.length && others.every((title) => title[length] === first[length])) length++
  const whole = others.every((title) => title.length === length || first.length === length)
  const common = (whole ? first.slice(0, length) : first.slice(0, length).replace(/[\p{L}\p{N}]+$/u, '')).replace(
    /[\s\p{P}\p{S}]+$/u,
    '',
  )
  return common.length >= 3 ? common : null
}

function readTitle(document: XmlElement): string | null {
  const opml = firstChild(document, 'opml')
  const head = opml && firstChild(opml, 'head')
  const title = head && firstChild(head, 'title')
  return title ? plainTextOrNull(innerText(title), 300) : null
}

/** Writes a list that other readers can take, and that `parseOpml` gives back as it was. */
export function writeOpml({ title, outlets }: Opml, now: number): string {
  const body = outlets.map((outlet) => inFolders(outlet.folders, writeOutlet(outlet)))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:dragoman="${namespace}">`,
    `<head><title>${escape(title ?? 'Feeds')}</title><dateCreated>${new Date(now).toUTCString()}</dateCreated></head>`,
    '<body>',
    ...body,
    '</body>',
    '</opml>',
    '',
  ].join('\n')
}

function inFolders(folders: readonly string[], inner: string): string {
  return folders.reduceRight((inside, folder) => `<outline text="${escape(folder)}">\n${inside}\n</outline>`, inner)
}

function writeOutlet({ name, homepage, languages, feeds }: OpmlOutlet): string {
  const page = homepage === null ? '' : ` htmlUrl="${escape(homepage)}"`
  const mark = homepage === null ? ' dragoman:kind="outlet"' : page
  const language = languages[0] === undefined ? '' : ` language="${escape(languages[0])}"`
  const inside = feeds.map((feed) => writeFeed(feed, page)).join('\n')
  return `<outline text="${escape(name)}"${mark}${language}>\n${inside}\n</outline>`
}

function writeFeed({ url, title, kind, selector }: OpmlFeed, page: string): string {
  const own =
    kind === 'syndication'
      ? ''
      : ` dragoman:kind="${kind}"${selector === null ? '' : ` dragoman:selector="${escape(selector)}"`}`
  const name = title === null ? `text="${escape(url)}"` : `text="${escape(title)}" title="${escape(title)}"`
  return `<outline type="rss" ${name} xmlUrl="${escape(url)}"${page}${own}/>`
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return literalText(text).replace(/[&<>"]/g, (mark) => references[mark] ?? mark)
}
