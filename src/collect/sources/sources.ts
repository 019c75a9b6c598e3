// All ways to notice pages, by kind, and the question which of them a body is.

import { listing } from './listing.ts'
import { newsSitemap } from './news-sitemap.ts'
import { sitemap } from './sitemap.ts'
import type { Source } from './source.ts'
import { syndication } from './syndication.ts'

export const sources: { readonly [Kind in Source['kind']]: Source } = {
  syndication,
  'news-sitemap': newsSitemap,
  sitemap,
  listing,
}

/** What a body looks like; `null` when like nothing that holds entries. A web page counts as a listing only where that is asked. */
export function recogniseSource(body: string, contentType: string | null, url: string): Source | null {
  for (const source of [newsSitemap, sitemap, syndication]) if (source.looksLike(body, contentType, url)) return source
  return null
}
