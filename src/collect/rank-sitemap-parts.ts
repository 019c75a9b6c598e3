// In: the parts of a sitemap index. Out: their addresses, the likeliest to hold today's pages first.

import type { SitemapPart } from './read-sitemap.ts'

const aside = /tag|categor|author|autor|image|video|topic|taxonom|users?[-_.]|static|pages?[-_.]/i
const numbers = new Intl.Collator('en', { numeric: true })

/**
 * News before all, then by the day of the last change; parts without a day after those with one,
 * and among them the higher number first, because publishers count upwards.
 */
export function rankSitemapParts(parts: readonly SitemapPart[]): string[] {
  const ranked = parts.toSorted((one, other) => {
    const byKind = rankOf(one.url) - rankOf(other.url)
    if (byKind !== 0) return byKind
    if (one.changedAt !== other.changedAt) return (other.changedAt ?? 0) - (one.changedAt ?? 0)
    return numbers.compare(other.url, one.url)
  })
  return [...new Set(ranked.map((part) => part.url))]
}

function rankOf(url: string): number {
  const path = URL.parse(url)?.pathname ?? url
  if (/news|latest|recent|google/i.test(path)) return 0
  return aside.test(path) ? 2 : 1
}
