// In: the text of a JSON Feed (jsonfeed.org, 1.0 and 1.1), perhaps cut short. Out: as for XML feeds.

import type { DraftEntry } from './draft-entry.ts'
import { languageTag } from './language-tag.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { literalText, plainText, plainTextOrNull } from './plain-text.ts'
import type { SyndicationReading } from './read-syndication.ts'
import { mostEntries } from './sources/source.ts'

type Fields = Readonly<Record<string, unknown>>

export function readJsonFeed(text: string): SyndicationReading | { kind: 'not-a-feed'; reason: string } {
  const { value, truncated } = parseForgiving(text)
  if (!isFields(value)) return { kind: 'not-a-feed', reason: 'The answer looks like JSON but cannot be read as such.' }
  const isDeclared = typeof value.version === 'string' && value.version.includes('jsonfeed.org')
  if (!Array.isArray(value.items) && !isDeclared)
    return { kind: 'not-a-feed', reason: 'The answer is JSON, but no JSON Feed: it has no list of items.' }
  const items = (Array.isArray(value.items) ? value.items : []).filter(isFields)
  return {
    kind: 'read',
    title: plainTextOrNull(textOf(value.title)),
    description: plainTextOrNull(textOf(value.description), 2_000),
    link: textOf(value.home_page_url),
    linkBase: null,
    language: languageTag(textOf(value.language)),
    ttlMinutes: null,
    updatedAt: null,
    entries: newest(items.map(readItem)),
    seen: items.length,
    truncated,
  }
}

function readItem(item: Fields): DraftEntry {
  const id = typeof item.id === 'number' ? String(item.id) : textOf(item.id)
  const links = [item.url, item.external_url, id !== null && /^https?:/i.test(id) ? id : null]
    .map(textOf)
    .filter((link) => link !== null)
  const changedAt = parseFeedDate(textOf(item.date_modified))
  return {
    links: links.map((written) => ({ written: literalText(written), base: null })),
    guid: id === null ? null : literalText(id).slice(0, 2_000) || null,
    title: plainTextOrNull(textOf(item.title)),
    summary:
      [item.summary, item.content_text, item.content_html]
        .map((part) => plainTextOrNull(textOf(part), 2_000))
        .find((part) => part !== null) ?? null,
    author: readAuthors(item),
    publishedAt: parseFeedDate(textOf(item.date_published)) ?? changedAt,
    changedAt,
    language: languageTag(textOf(item.language)),
  }
}

/** Version 1.1 has `authors`, version 1.0 had one `author`. */
function readAuthors(item: Fields): string | null {
  const authors = Array.isArray(item.authors) ? item.authors : [item.author]
  const names = authors
    .map((author) => (isFields(author) ? textOf(author.name) : textOf(author)))
    .filter((name) => name !== null)
  return (
    names
      .map((name) => plainText(name, 200))
      .slice(0, 20)
      .join(', ') || null
  )
}

function newest(entries: DraftEntry[]): DraftEntry[] {
  if (entries.length <= mostEntries) return entries
  return entries.toSorted((one, other) => (other.publishedAt ?? 0) - (one.publishedAt ?? 0)).slice(0, mostEntries)
}

/** Parses JSON; of a document cut short, the members and items that are whole. */
function parseForgiving(text: string): { value: unknown; truncated: boolean } {
  const body = text.replace(/^\ufeff/, '').trim()
  const whole = tryParse(body)
  if (whole !== undefined) return { value: whole, truncated: false }
  // What a reader of the first half can be sure of ends at the last item that was closed.
  for (const mend of [']}', '}', ']}]}']) {
    const value = tryParse(body.slice(0, endOfLastItem(body)) + mend)
    if (value !== undefined) return { value, truncated: true }
  }
  return { value: undefined, truncated: true }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where the last object inside the top object's array ended (depth 2), found in one pass that knows strings. */
function endOfLastItem(text: string): number {
  let depth = 0
  let inString = false
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (inString) {
      if (char === '\\') at++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') {
      depth--
      if (depth === 2 && char === '}') end = at + 1
    }
  }
  return end
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
