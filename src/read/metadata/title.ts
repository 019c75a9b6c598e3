// In: what a page says of its title in half a dozen places. Out: the headline as a reader sees it, without the outlet's name.
// No single place is right everywhere: h1 may be the logo, og:title may be a teaser, <title> carries the site's name.
// So the visible headline wins when any other place agrees with it, and the others are cleaned and compared when none does.

import type { PageTree } from '../html/page-tree.ts'
import { textOfNode } from '../html/node-text.ts'
import { tag } from '../html/tag-names.ts'
import { fold } from '../text/fold.ts'
import { cutNameBefore } from './name-before-title.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

export type TitleChoice = {
  readonly title: string | null
  /** The heading element that prints it, or -1. */ readonly node: number
}

const dividers = /\s+[|\-–—•·»«:⋆/~‹›]+\s+|\s*[|｜]\s*|\s+[—–]\s*|_(?=[\p{Script=Han}])/u

/** Chooses the title of a page. */
export function chooseTitle(tree: PageTree, facts: PageFacts, siteName: string | null): TitleChoice {
  const claims = gatherClaims(facts, tree, siteName)
  const cleaned = claims.map((claim) => cutSiteName(claim, siteName, claims))
  const visible = longer(bestHeading(tree, facts.h1s, claims, siteName), claims, () =>
    headingInTitle(tree, facts.titleElement, siteName),
  )
  const declared = declaredTwice(facts, siteName, claims)
  if (visible && (!declared || fold(declared) === fold(visible.text)))
    return { title: visible.text, node: visible.node }
  if (declared) return { title: declared, node: visible?.node ?? -1 }
  const only = facts.h1s[0] !== undefined ? { node: facts.h1s[0], text: headingText(tree, facts.h1s[0]) } : null
  return cleaned[0] ? { title: cleaned[0], node: -1 } : { title: only?.text || null, node: only?.node ?? -1 }
}

type Heading = { readonly node: number; readonly text: string }

/** A first-level heading that is only a part of what the head says may be the site's name; a longer part shown elsewhere is not. */
function longer(first: Heading | null, claims: readonly string[], other: () => Heading | null): Heading | null {
  if (first && claims.some((claim) => fold(claim) === fold(first.text))) return first
  const second = other()
  if (!first || !second) return first ?? second
  return second.text.length > first.text.length * 1.3 && !fold(second.text).includes(fold(first.text)) ? second : first
}

function gatherClaims(facts: PageFacts, tree: PageTree, siteName: string | null): string[] {
  return [
    ...(facts.jsonLd.article?.headlines.slice(0, 1) ?? []),
    metaOf(facts, 'og:title'),
    metaOf(facts, 'twitter:title'),
    metaOf(facts, 'dc.title', 'dcterms.title', 'title', 'parsely-title', 'sailthru.title', 'cxenseparse:recs:title'),
    facts.titleElement && cutNameBefore(tree, facts.titleElement, siteName),
  ]
    .filter((claim): claim is string => typeof claim === 'string' && claim.trim().length > 1)
    .map((claim) => tidyTitle(claim.replace(/<[^>]+>/g, '')))
}

/** What linked data and the sharing card both say, word for word, outranks a heading that differs: that often carries a kicker. */
function declaredTwice(facts: PageFacts, siteName: string | null, claims: readonly string[]): string | null {
  const headline = facts.jsonLd.article?.headlines[0]
  const shared = metaOf(facts, 'og:title')
  if (
    !headline ||
    !shared ||
    !facts.jsonLd.article?.types.some((type) => /Article|Posting|Report|Review|Story/.test(type))
  )
    return null
  const [one, other] = [
    cutSiteName(tidyTitle(headline), siteName, claims, false),
    cutSiteName(tidyTitle(shared), siteName, claims, false),
  ]
  return fold(one) === fold(other) && !/(?:…|\.\.\.)$/.test(one) ? one : null
}

function headingText(tree: PageTree, node: number): string {
  return tidyTitle(textOfNode(tree, node, 600))
}

function tidyTitle(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The heading with which the other places agree most. */
function bestHeading(
  tree: PageTree,
  nodes: readonly number[],
  claims: readonly string[],
  siteName: string | null,
): { node: number; text: string } | null {
  const site = siteName ? fold(siteName) : ''
  let best: { node: number; text: string } | null = null
  let bestScore = 0.45
  const seen = new Set<string>()
  for (const node of nodes.slice(0, 30)) {
    const text = headingText(tree, node)
    const folded = fold(text)
    if (folded.length < 2 || seen.has(folded) || (folded === site && claims.some((claim) => fold(claim) !== site)))
      continue
    seen.add(folded)
    let most = 0
    let sum = 0
    for (const claim of claims) {
      const score = agreement(folded, fold(claim))
      most = Math.max(most, score)
      sum += score
    }
    const score = most > 0.45 ? most + sum / 10 : 0
    if (score > bestScore) {
      best = { node, text }
      bestScore = score
    }
  }
  return best
}

/** A smaller heading that is, word for word, a part of the <title>: many sites keep h1 for their own name. */
function headingInTitle(
  tree: PageTree,
  title: string | null,
  siteName: string | null,
): { node: number; text: string } | null {
  if (!title) return null
  const site = siteName ? fold(siteName) : ''
  const parts = new Set([title, ...title.split(dividers)].map(fold).filter((part) => part.length > 3 && part !== site))
  let best: { node: number; text: string } | null = null
  for (let node = 0; node < tree.size; node++) {
    const number = tree.tags[node] ?? 0
    if (number < tag.h1 || number > tag.h4) continue
    const text = headingText(tree, node)
    if (parts.has(fold(text)) && text.length > (best?.text.length ?? 0)) best = { node, text }
  }
  return best
}

/** How far a heading and a claim say the same, 0–1; a claim may go on with a site's name. */
function agreement(heading: string, claim: string): number {
  if (heading === claim) return 1
  if (heading.length >= 8 && claim.includes(heading))
    return Math.max(heading.length > 16 ? 0.5 : 0, heading.length / claim.length)
  if (claim.length >= 12 && heading.includes(claim)) return claim.length / heading.length
  const words = new Set(heading.split(' '))
  const others = claim.split(' ')
  let common = 0
  for (const word of others) if (words.has(word)) common++
  return common / Math.max(words.size, others.length, 3)
}

/** Cuts the name of the site off a title: the part named so, or the part that no other place knows. */
export function cutSiteName(
  title: string,
  siteName: string | null,
  claims: readonly string[],
  mayGuess = true,
): string {
  const parts = title
    .split(dividers)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length < 2) return title
  const site = siteName ? fold(siteName) : ''
  const shorter = !mayGuess
    ? undefined
    : claims.find((claim) => claim.length < title.length && claim.length > 9 && fold(title).includes(fold(claim)))
  if (shorter) return shorter
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  const isSite = (part: string): boolean =>
    site !== '' &&
    (fold(part) === site || (fold(part).length > 3 && (site.includes(fold(part)) || fold(part).includes(site))))
  if (isSite(last)) return cutAtLast(title, last, parts)
  if (isSite(first) && parts.length > 1)
    return title.slice(title.indexOf(first) + first.length).replace(/^[\s|\-–—•·»«:⋆/~‹›｜_]+/u, '')
  return mayGuess && last.length * 2 < title.length && last.split(' ').length <= 4
    ? cutAtLast(title, last, parts)
    : title
}

function cutAtLast(title: string, last: string, parts: readonly string[]): string {
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—•·»«:⋆/~‹›｜_]+$/u, '')
  return cut.length > 3 ? cut : (parts[0] ?? title)
}
