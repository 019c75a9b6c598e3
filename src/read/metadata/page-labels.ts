// In: what a page says of itself. Out: its canonical address, outlet's name, section, tags and leading picture.

import { metaOf, type PageFacts } from './page-facts.ts'

export type PageLabels = {
  readonly canonicalUrl: string | null
  readonly siteName: string | null
  readonly section: string | null
  readonly tags: readonly string[]
  readonly leadImage: string | null
}

const maxTags = 40

export function readLabels(facts: PageFacts, url: string): PageLabels {
  const article = facts.jsonLd.article
  return {
    canonicalUrl:
      absolute(facts.canonical, url) ?? absolute(metaOf(facts, 'og:url'), url) ?? absolute(article?.url ?? null, url),
    siteName: tidy(
      metaOf(facts, 'og:site_name') ??
        facts.jsonLd.siteName ??
        article?.publisher ??
        metaOf(facts, 'application-name', 'publisher'),
    ),
    section: tidy(
      metaOf(facts, 'article:section', 'og:article:section') ??
        article?.section ??
        metaOf(
          facts,
          'articlesection',
          'parsely-section',
          'cxenseparse:recs:category',
          'section',
          'news_category',
          'category',
          'dc.subject.category',
        ),
    ),
    tags: readTags(facts),
    leadImage: absolute(
      metaOf(facts, 'og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src') ??
        article?.image ??
        metaOf(facts, 'thumbnail', 'image'),
      url,
    ),
  }
}

function readTags(facts: PageFacts): string[] {
  const listed = facts.meta.get('article:tag') ?? []
  const declared = facts.jsonLd.article?.keywords ?? []
  const words = (name: string): string[] => (metaOf(facts, name) ?? '').split(/[,;،、，|]/)
  const sources = [
    listed.flatMap((tag) => tag.split(/[,،]/)),
    declared,
    words('news_keywords'),
    words('parsely-tags'),
    words('keywords'),
  ]
  const chosen = sources.find((source) => source.some((tag) => tag.trim() !== '')) ?? []
  const seen = new Set<string>()
  return chosen
    .map((tag) => tidy(tag))
    .filter((tag): tag is string => tag !== null && tag.length < 80 && !/^[\w-]+:/.test(tag))
    .filter((tag) => !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()))
    .slice(0, maxTags)
}

function tidy(text: string | null | undefined): string | null {
  return (
    text
      ?.replace(/<[^>]*>/g, '')
      .replace(/[\s\0]+/g, ' ')
      .trim() || null
  )
}

/** A web address, resolved; null when it is none. */
function absolute(address: string | null, base: string): string | null {
  if (!address) return null
  try {
    const resolved = new URL(address, /^https?:/.test(base) ? base : undefined)
    return /^https?:$/.test(resolved.protocol) ? resolved.href : null
  } catch {
    return null
  }
}
