// In: a page. Out: who signed it. Declared authors come first; but a publisher that declares itself as the author
// of everything is only believed when nobody is named beside the headline.

import { attributeOf } from '../html/attributes.ts'
import { textOfNode } from '../html/node-text.ts'
import { tag } from '../html/tag-names.ts'
import type { PageTree } from '../html/page-tree.ts'
import type { FoundArticle } from '../text/find-article.ts'
import { fold } from '../text/fold.ts'
import { hint } from '../text/hints.ts'
import { cleanName, looksLikePerson, namesIn } from './clean-name.ts'
import { declaredAuthors, unique, widest } from './declared-authors.ts'
import { compact, ownNamesOf } from './own-names.ts'
import type { PageFacts } from './page-facts.ts'
import { authorsNearTitle, shownAgencies, withCompanions } from './printed-byline.ts'

export type BylineAsk = {
  readonly tree: PageTree
  readonly facts: PageFacts
  readonly article: FoundArticle
  readonly titleNode: number
  readonly siteName: string | null
  readonly host: string
}

/** The names that signed a page, in their order; empty when nobody is named. */
export function findByline(ask: BylineAsk): string[] {
  const own = ownNamesOf(ask.facts, ask.siteName, ask.host)
  const isOwn = (name: string): boolean => own.has(compact(name))
  const declared = declaredAuthors(ask.facts)
  const people = declared.filter(
    (name) => !isOwn(name) && !/^(?:admin|administrator|editor|webmaster|root|user|unknown)$/i.test(name),
  )
  const isNamed = people.some((name) => looksLikePerson(name) || office.test(name))
  const isMakerOfPage = isNamed && isMerePage(ask.facts)
  const shown = isNamed && !isMakerOfPage ? [] : shownAuthors(ask, isOwn)
  if (isNamed && (!isMakerOfPage || !shown.some(looksLikePerson) || shares(people, shown))) {
    const signed = marksOf(ask).filter(({ name }) => !isOwn(name) && looksLikePerson(name))
    return widest(people, [withCompanions(ask, people), besideKnown(people, signed)]).filter((name) => !isOwn(name))
  }
  if (shown.length > 0) return withCompanions(ask, shown).filter((name) => !isOwn(name))
  return people.length > 0 ? people : shownAgencies(ask, declared)
}

/** What an outlet writes where it names nobody: a byline all the same. */
const office =
  /\b(?:staff|team|desk|newsroom|correspondents?|reporters?|agenc(?:y|ies)|redaktion|redacci[oó]n|rédaction|redazione)\b/iu

type Mark = { readonly name: string; /** Its segment. */ readonly at: number }

/** The names marked within three lines of one that is known: two authors stand beside each other, those of other stories do not. */
function besideKnown(known: readonly string[], marks: readonly Mark[]): string[] {
  const places = marks.filter(({ name }) => known.some((one) => fold(one) === fold(name))).map(({ at }) => at)
  return unique(marks.filter(({ at }) => places.some((place) => Math.abs(place - at) <= 3)).map(({ name }) => name))
}

/** Who made a page in the system is not always who wrote it: a mere page is not heard against its own byline. */
function isMerePage({ jsonLd: { article } }: PageFacts): boolean {
  return article !== null && article.authors.length > 0 && article.types.every((type) => type.endsWith('Page'))
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((name) => others.some((other) => fold(other) === fold(name)))
}

/** Names printed where authors are printed: rel=author, itemprop=author, names of classes, "By …" beside the headline. */
function shownAuthors(ask: BylineAsk, isOwn: (name: string) => boolean): string[] {
  const people = unique(marksOf(ask).map(({ name }) => name)).filter((name) => !isOwn(name))
  if (people.length > 0 && people.length < 8) return people
  return unique(authorsNearTitle(ask, isOwn))
}

/** Names in elements that are marked as the author's for machines. */
function marksOf({ tree, facts, article }: BylineAsk): Mark[] {
  const marked = [
    ...facts.relAuthors,
    ...facts.properties.filter(([, property]) => /\b(?:author|creator)\b/.test(property)).map(([node]) => node),
  ]
  return marked
    .filter((node) => !isElsewhere(article, node))
    .flatMap((node) => namesOfNode(tree, node).map((name) => ({ name, at: article.plan.segmentAt[node] ?? 0 })))
}

function isElsewhere(article: FoundArticle, node: number): boolean {
  const at = article.plan.segmentAt[node] ?? 0
  return ((article.plan.out[at] ?? 0) & (hint.comments | hint.related)) !== 0
}

function namesOfNode(tree: PageTree, node: number): string[] {
  const content = attributeOf(tree, node, 'content')
  if (content) return namesIn(content)
  const end = tree.ends[node] ?? node + 1
  const named: string[] = []
  for (let inner = node + 1; inner < end; inner++) {
    if (isAffiliation(tree, inner)) inner = (tree.ends[inner] ?? inner + 1) - 1
    if (tree.tags[inner] === tag.text || attributeOf(tree, inner, 'itemprop') !== 'name') continue
    const name = cleanName(attributeOf(tree, inner, 'content') ?? textOfNode(tree, inner, 120))
    if (name) named.push(name)
  }
  return named.length > 0
    ? named
    : namesIn(textOfNode(tree, node, 160)).filter((name) => looksLikePerson(name) || name.length < 24)
}

function isAffiliation(tree: PageTree, node: number): boolean {
  return /^(?:affiliation|worksFor|memberOf|publisher)$/.test(attributeOf(tree, node, 'itemprop') ?? '')
}
