// In: what the head of a page says of its title. Out: the claims, made comparable; none of them believed yet.

import { decodeReferences } from '../html/attributes.ts'
import type { PageTree } from '../html/page-tree.ts'
import { cutNameBefore } from './name-before-title.ts'
import { compact } from './own-names.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

export type TitleClaims = {
  /** What linked data calls the headline, if it speaks of an article. */ readonly headline: string | null
  /** What the sharing card says. */ readonly shared: string | null
  /** All places, the likeliest first; the outlet's own name is not among them. */ readonly all: readonly string[]
  /** Other headlines of linked data: they confirm what is printed, and are never taken by themselves. */
  readonly others: readonly string[]
}

const isArticleType = (type: string): boolean => /Article|Posting|Report|Review|Story/.test(type)

export function gatherClaims(
  facts: PageFacts,
  tree: PageTree,
  siteName: string | null,
  own: ReadonlySet<string>,
): TitleClaims {
  const article = facts.jsonLd.article
  const [headline = null, ...others] = (article?.headlines ?? []).map(tidyClaim)
  const shared = tidyOrNull(metaOf(facts, 'og:title'))
  const claims = [
    headline,
    shared,
    tidyOrNull(metaOf(facts, 'twitter:title')),
    tidyOrNull(
      metaOf(facts, 'dc.title', 'dcterms.title', 'title', 'parsely-title', 'sailthru.title', 'cxenseparse:recs:title'),
    ),
    facts.titleElement && tidyClaim(cutNameBefore(tree, facts.titleElement, siteName)),
  ].filter((claim): claim is string => claim !== null && claim.length > 1)
  const whole = claims.filter((claim) => !isTorn(claim, claims))
  const known = (claim: string | null): string | null => (claim !== null && whole.includes(claim) ? claim : null)
  return {
    headline: article?.types.some(isArticleType) ? known(headline) : null,
    shared: known(shared),
    all: whole.filter((claim) => !own.has(compact(claim))),
    others,
  }
}

export function tidyTitle(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** References that were escaped twice are undone twice; markup is left out. */
function tidyClaim(text: string): string {
  return tidyTitle(decodeReferences(text).replace(/<[^>]+>/g, ''))
}

function tidyOrNull(text: string | null): string | null {
  return text === null ? null : tidyClaim(text)
}

/** A value that ended at a quotation mark nobody escaped: another place goes on with that very mark. */
function isTorn(claim: string, claims: readonly string[]): boolean {
  return claims.some(
    (other) => other.length > claim.length && other.startsWith(claim) && /^\s*["“”„«»]/.test(other.slice(claim.length)),
  )
}
