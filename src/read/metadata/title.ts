// In: what a page says of its title in half a dozen places. Out: the headline as a reader sees it, without the outlet's name.
// No single place is right everywhere: h1 may be the logo, og:title may be a teaser, <title> carries the site's name.
// So the visible headline wins when any other place agrees with it, and the others are cleaned and compared when none does.

import type { PageTree } from '../html/page-tree.ts'
import { textOfNode } from '../html/node-text.ts'
import { fold } from '../text/fold.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

export type TitleChoice = { readonly title: string | null; /** The heading element that prints it, or -1. */ readonly node: number }

const dividers = /\s+[|\-–—•·»«:⋆/~‹›]+\s+|\s*[|｜]\s*|\s+[—–]\s*|_(?=[\p{Script=Han}])/u

/** Chooses the title of a page. */
export function chooseTitle(tree: PageTree, facts: PageFacts, siteName: string | null): TitleChoice {
  const headings = facts.h1s.slice(0, 30).map((node) => ({ node, text: textOfNode(tree, node, 600) })).filter((one) => one.text.length > 1)
  const claims = [
    ...(facts.jsonLd.article?.headlines ?? []),
    metaOf(facts, 'og:title'),
    metaOf(facts, 'twitter:title'),
    metaOf(facts, 'dc.title', 'dcterms.title', 'title', 'parsely-title', 'sailthru.title', 'cxenseparse:recs:title', 'headline', 'name'),
    facts.titleElement,
  ].filter((claim): claim is string => typeof claim === 'string' && claim.trim().length > 1).map((claim) => claim.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim())

  const visible = bestHeading(headings, claims)
  if (visible) return { title: visible.text, node: visible.node }
  const cleaned = claims.map((claim) => cutSiteName(claim, siteName, claims))
  return { title: cleaned[0] ?? headings[0]?.text ?? null, node: -1 }
}

/** The heading with which the other places agree most. */
function bestHeading(headings: readonly { node: number; text: string }[], claims: readonly string[]): { node: number; text: string } | undefined {
  let best: { node: number; text: string } | undefined
  let bestScore = 0.45
  const seen = new Set<string>()
  for (const heading of headings) {
    const folded = fold(heading.text)
    if (folded.length < 2 || seen.has(folded)) continue
    seen.add(folded)
    let score = 0
    for (const claim of claims) score = Math.max(score, agreement(folded, fold(claim)))
    if (score > bestScore) {
      best = heading
      bestScore = score
    }
  }
  return best
}

/** How far a heading and a claim say the same, 0–1; a claim may go on with a site's name. */
function agreement(heading: string, claim: string): number {
  if (heading === claim) return 1
  if (heading.length >= 8 && claim.includes(heading)) return Math.max(0.5, heading.length / claim.length)
  if (claim.length >= 12 && heading.includes(claim)) return claim.length / heading.length
  const words = new Set(heading.split(' '))
  const others = claim.split(' ')
  let common = 0
  for (const word of others) if (words.has(word)) common++
  return common / Math.max(words.size, others.length, 3)
}

/** Cuts the name of the site off a title: the part named so, or the part that no other place knows. */
export function cutSiteName(title: string, siteName: string | null, claims: readonly string[]): string {
  const parts = title.split(dividers).map((part) => part.trim()).filter(Boolean)
  if (parts.length < 2) return title
  const site = siteName ? fold(siteName) : ''
  const shorter = claims.find((claim) => claim.length < title.length && claim.length > 9 && fold(title).includes(fold(claim)))
  if (shorter) return shorter
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  const isSite = (part: string): boolean => site !== '' && (fold(part) === site || (fold(part).length > 3 && (site.includes(fold(part)) || fold(part).includes(site))))
  if (isSite(last)) return cutAtLast(title, last, parts)
  if (isSite(first) && parts.length > 1) return title.slice(title.indexOf(first) + first.length).replace(/^[\s|\-–—•·»«:⋆/~‹›｜_]+/u, '')
  return last.length * 2 < title.length && last.split(' ').length <= 4 ? cutAtLast(title, last, parts) : title
}

function cutAtLast(title: string, last: string, parts: readonly string[]): string {
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—•·»«:⋆/~‹›｜_]+$/u, '')
  return cut.length > 3 ? cut : (parts[0] ?? title)
}
