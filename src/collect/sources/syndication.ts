// RSS (all versions), RDF, Atom (0.3, 1.0) and JSON Feed, sound or broken.

import { finishEntries } from '../finish-entries.ts'
import { readJsonFeed } from '../read-json-feed.ts'
import { readSyndication } from '../read-syndication.ts'
import type { ParsedFeed, Source, SourceInput } from './source.ts'

export const syndication: Source = { kind: 'syndication', looksLike, parse }

function looksLike(body: string, contentType: string | null): boolean {
  const start = body.slice(0, 4_096)
  if (isJson(body)) return /jsonfeed\.org|"items"\s*:/.test(start)
  if (/(rss|atom|rdf)\+xml|feed\+json/i.test(contentType ?? '')) return true
  return /<([a-z0-9]+:)?(rss|feed|rdf)[\s>]|<channel[\s>]/i.test(start) && !/<html[\s>]/i.test(start.slice(0, 1_000))
}

function isJson(body: string): boolean {
  return /^[\s\ufeff]*\{/.test(body)
}

function parse({ body, url, now }: SourceInput): ParsedFeed {
  const reading = isJson(body) ? readJsonFeed(body) : readSyndication(body)
  if (reading.kind === 'not-a-feed') return reading
  // RSS says nothing of relative links; publishers mean the site, which a feed's own host need not be.
  const site = reading.link === null ? null : URL.parse(reading.link, reading.linkBase ?? url)
  const base = site && /^https?:$/.test(site.protocol) ? site.href : url
  const { entries, notes } = finishEntries(reading.entries, { base, now, seen: reading.seen })
  if (reading.truncated) notes.unshift('The feed is cut short or not well formed: read as far as it goes.')
  return {
    kind: 'parsed',
    title: reading.title,
    language: reading.language,
    entries: entries.map((entry) => ({ ...entry, language: entry.language ?? reading.language })),
    more: [],
    notes,
    ttlMinutes: reading.ttlMinutes,
  }
}
