// News sitemaps: sitemaps whose pages carry title, language and date of publication, for the last days only.

import { looksLikeSitemap, parseSitemap } from './sitemap.ts'
import type { Source } from './source.ts'

export const newsSitemap: Source = {
  kind: 'news-sitemap',
  looksLike: (body, contentType, url) =>
    looksLikeSitemap(body, contentType, url) && /sitemap-news\/0\.9|<news:/i.test(body.slice(0, 20_000)),
  parse: parseSitemap,
}
