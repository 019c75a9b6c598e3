// In: an outlet and the items its map shows. Out: a sitemaps.org urlset, or one with the news extension.

import type { FeedContent } from './feed-text.ts'
import { escapeXml, feedRows } from './feed-text.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export function writeSitemap(content: FeedContent): string {
  const urls = feedRows(content).map((row) => `<url><loc>${row.url}</loc><lastmod>${row.published}</lastmod></url>`)
  return `${XML}<urlset ${SITEMAP}>\n${urls.join('\n')}\n</urlset>\n`
}

export function writeNewsSitemap(content: FeedContent): string {
  const name = escapeXml(content.outlet.nameAsPrinted)
  const urls = feedRows(content).map(
    (row) => `<url>
<loc>${row.url}</loc>
<news:news>
<news:publication><news:name>${name}</news:name><news:language>${row.language}</news:language></news:publication>
<news:publication_date>${row.published}</news:publication_date>
<news:title>${row.title}</news:title>
</news:news>
</url>`,
  )
  return `${XML}<urlset ${SITEMAP} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('\n')}\n</urlset>\n`
}
