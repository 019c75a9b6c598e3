// In: what a page says of its title in half a dozen places. Out: the headline as a reader sees it, without the outlet's name.
// No single place is right everywhere: h1 may be the logo or the end of the trail, og:title may be a teaser, <title>
// carries the site's name. So the visible headline wins when any other place agrees with it, and the others are cleaned
// and compared when none does.

import type { PageTree } from '../html/page-tree.ts'
import { fold } from '../text/fold.ts'
import { cutSiteName, dividers } from './cut-site-name.ts'
import { bestHeading, headingThatSays, isInTrail, readHeadings, withoutKicker, type Heading } from './headings.ts'
import { compact, ownNamesOf } from './own-names.ts'
import type { PageFacts } from './page-facts.ts'
import { gatherClaims, type TitleClaims } from './title-claims.ts'

export type TitleChoice = {
  readonly title: string | null
  /** The heading element that prints it, or -1. */ readonly node: number
  /** What is odd about it. */ readonly notes: readonly string[]
}

/** Agreement that is enough where a page has one first-level heading and no other. */
const enoughForOnly = 0.3

/** Chooses the title of a page found at `host`. */
export function chooseTitle(tree: PageTree, facts: PageFacts, siteName: string | null, host = ''): TitleChoice {
  const own = ownNamesOf(facts, siteName, host)
  const claims = gatherClaims(facts, tree, siteName, own)
  const cleaned = claims.all.map((claim) => cutSiteName(claim, { own, claims: claims.all, mayGuess: true }))
  const known = [...claims.all, ...cleaned]
  const visible = visibleHeadline(tree, facts, claims, known, own)
  const declared = declaredTwice(claims, own)
  if (visible && (!declared || fold(declared) === fold(visible.text)))
    return withNotes({ title: visible.text, node: visible.node }, claims, own)
  if (declared) return { title: declared, node: visible?.node ?? -1, notes: [] }
  if (cleaned[0]) return { title: longest(cleaned[0], cleaned), node: -1, notes: [] }
  const only = readHeadings(tree, facts.h1s)[0]
  return { title: only?.text ?? facts.titleElement ?? siteName, node: only?.node ?? -1, notes: [] }
}

/** The heading that prints the title, without a kicker; null when no heading agrees with anything. */
function visibleHeadline(
  tree: PageTree,
  facts: PageFacts,
  claims: TitleClaims,
  known: readonly string[],
  own: ReadonlySet<string>,
): Heading | null {
  const ofOthers = readHeadings(tree, facts.h1s).filter(({ text }) => !own.has(compact(text)))
  const first =
    bestHeading(ofOthers, claims.all) ??
    (ofOthers.length === 1 ? bestHeading(ofOthers, claims.all, enoughForOnly) : null)
  const chosen =
    first && isInTrail(tree, first.node)
      ? (printedBelow(tree, first, claims) ?? first)
      : longer(tree, first, claims, known, own)
  return chosen && { node: chosen.node, text: withoutKicker(tree, chosen, [...known, ...claims.others]) }
}

/** Where the first-level heading only ends the trail, the headline is the one below it that linked data or the card knows. */
function printedBelow(tree: PageTree, first: Heading, claims: TitleClaims): Heading | null {
  return headingThatSays(tree, [...claims.all, ...claims.others], first.node + 1)
}

/** A first-level heading that is only a part of what the head says may be the site's name; a longer part shown elsewhere is not. */
function longer(
  tree: PageTree,
  first: Heading | null,
  claims: TitleClaims,
  known: readonly string[],
  own: ReadonlySet<string>,
): Heading | null {
  if (first && known.some((claim) => fold(claim) === fold(first.text))) return first
  const parts = claims.all.flatMap((claim) => claim.split(dividers))
  const second = headingThatSays(tree, [...known, ...parts])
  if (!first || !second) return first ?? second
  const [one, other] = [fold(first.text), fold(second.text)]
  const isDeclared = declaredTitles(claims, own).some((claim) => fold(claim) === other)
  return other.includes(one) ? (isDeclared ? second : first) : other.length > one.length * 1.3 ? second : first
}

/** What linked data and the card call the article, without names of the site that are known to be such. */
function declaredTitles({ headline, shared, all }: TitleClaims, own: ReadonlySet<string>): string[] {
  return [headline, shared].flatMap((claim) =>
    claim ? [cutSiteName(claim, { own, claims: all, mayGuess: false })] : [],
  )
}

/** What linked data and the sharing card both say, word for word, outranks a heading that differs: that often carries a kicker. */
function declaredTwice(claims: TitleClaims, own: ReadonlySet<string>): string | null {
  const [one, other] = declaredTitles(claims, own)
  return one && other && fold(one) === fold(other) && !isCutShort(one) ? one : null
}

const isCutShort = (title: string): boolean => /(?:…|\.\.\.)$/.test(title)

/** A title that breaks off is replaced by one that goes on. */
function longest(title: string, others: readonly string[]): string {
  if (!isCutShort(title)) return title
  const begin = fold(title)
  return others.find((other) => !isCutShort(other) && fold(other).startsWith(begin)) ?? title
}

/** A headline that linked data gives otherwise is worth telling: pages are renamed after they are published. */
function withNotes(
  choice: Omit<TitleChoice, 'notes'>,
  { headline }: TitleClaims,
  own: ReadonlySet<string>,
): TitleChoice {
  const title = fold(choice.title ?? '')
  const other = headline && fold(cutSiteName(headline, { own, claims: [], mayGuess: false }))
  if (!other || isCutShort(headline) || title.includes(other) || other.includes(title)) return { ...choice, notes: [] }
  return { ...choice, notes: [`The page prints this headline; its linked data calls the article “${headline}”.`] }
}
