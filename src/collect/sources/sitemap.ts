// Sitemaps, their indexes, and plain lists of addresses.

import { finishEntries, resolvePage } from '../finish-entries.ts'
import { rankSitemapParts } from '../rank-sitemap-parts.ts'
import { readSitemap } from '../read-sitemap.ts'
import type { ParsedFeed, Source, SourceInput } from './source.ts'

export const sitemap: Source = { kind: 'sitemap', looksLike: looksLikeSitemap, parse: parseSitemap }

export function looksLikeSitemap(body: string, contentType: string | null, url: string): boolean {
  if (/<([a-z0-9]+:)?(urlset|sitemapindex)[\s>]/i.test(body.slice(0, 4_096))) return true
  const isPlain = /text\/plain/i.test(contentType ?? '') || URL.parse(url)?.pathname.endsWith('.txt') === true
  return isPlain && /^[\s\ufeff]*https?:\/\/\S+\s*([\r\n]|$)/i.test(body)
}

export function parseSitemap({ body, url, now }: SourceInput): ParsedFeed {
  const reading = readSitemap(body)
  if (reading.kind === 'not-a-feed') return reading
  const parts = reading.parts.flatMap((part) => {
    const address = resolvePage(part.url, url)
    return address === null ? [] : [{ ...part, url: address }]
  })
  const { entries, notes } = finishEntries(reading.entries, { base: url, now, seen: reading.seen })
  if (reading.truncated) notes.unshift('The sitemap is cut short or not well formed: read as far as it goes.')
  const language = entries.find((entry) => entry.language !== null)?.language ?? null
  return { kind: 'parsed', title: null, language, entries, more: rankSitemapParts(parts), notes, ttlMinutes: null }
}
