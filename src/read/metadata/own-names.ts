// What an outlet calls itself: in the head, in linked data, by its address. Such names are no titles and no authors.

import { fold } from '../text/fold.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

/** Folded, without spaces: "The Gull", "TheGull" and "the-gull" are one name. */
export function compact(name: string): string {
  return fold(name).replaceAll(' ', '')
}

/** The outlet's own names, compact. */
export function ownNamesOf(facts: PageFacts, siteName: string | null, host: string): ReadonlySet<string> {
  const bare = host.replace(/^(?:www|m|amp|mobile)\d?\./, '')
  const names = [
    siteName,
    facts.jsonLd.siteName,
    facts.jsonLd.article?.publisher,
    metaOf(facts, 'og:site_name'),
    metaOf(facts, 'publisher', 'article:publisher', 'application-name'),
    bare,
    bare.split('.')[0],
  ]
  return new Set(
    names
      .filter((name): name is string => Boolean(name))
      .map(compact)
      .filter((name) => name !== ''),
  )
}
