// In: a page. Out: who signed it. Declared authors come first; but a publisher that declares itself as the author
// of everything is only believed when nobody is named beside the headline.

import { attributeOf } from '../html/attributes.ts'
import { textOfNode } from '../html/node-text.ts'
import { tag } from '../html/tag-names.ts'
import type { PageTree } from '../html/page-tree.ts'
import type { FoundArticle } from '../text/find-article.ts'
import { fold } from '../text/fold.ts'
import { hint, hintsOf } from '../text/hints.ts'
import { cleanName, looksLikePerson, namesIn } from './clean-name.ts'
import { compact, ownNamesOf } from './own-names.ts'
import type { PageFacts } from './page-facts.ts'

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
  if (people.some(looksLikePerson)) return withCompanions(ask, people).filter((name) => !isOwn(name))
  const shown = shownAuthors(ask, isOwn)
  if (shown.length > 0) return withCompanions(ask, shown).filter((name) => !isOwn(name))
  return people.length > 0 ? people : declared
}

function declaredAuthors(facts: PageFacts): string[] {
  const linked = (facts.jsonLd.article?.authors ?? []).flatMap(splitDeclared)
  if (linked.length > 0) return unique(linked)
  for (const name of [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'cxenseparse:author',
    'cxenseparse:recs:author',
    'article.author',
    'og:author',
    'article:author_name',
    'book:author',
    'twitter:creator_name',
    'creator',
    'authors',
    'dc.contributor',
    'article_author',
    'mediator_author',
    'vr:author',
    'lp.article:author',
  ]) {
    const names = (facts.meta.get(name) ?? []).flatMap(splitDeclared)
    if (names.length > 0) return unique(names)
  }
  return []
}

/** Declared names may hold several, or one with a comma before a title. */
function splitDeclared(value: string): string[] {
  if (/https?:\/\/|^@/.test(value)) return []
  const names = namesIn(value)
  return names.length > 0 ? names : []
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => !seen.has(fold(name)) && seen.add(fold(name)))
}

/** Names printed where authors are printed: rel=author, itemprop=author, names of classes, "By …" beside the headline. */
function shownAuthors(ask: BylineAsk, isOwn: (name: string) => boolean): string[] {
  const marked = [
    ...ask.facts.relAuthors,
    ...ask.facts.properties.filter(([, property]) => /\b(?:author|creator)\b/.test(property)).map(([node]) => node),
  ]
  const names = marked.filter((node) => !isElsewhere(ask, node)).flatMap((node) => namesOfNode(ask.tree, node))
  const people = unique(names).filter((name) => !isOwn(name))
  if (people.length > 0 && people.length < 8) return people
  return unique(authorsNearTitle(ask)).filter((name) => !isOwn(name))
}

const joinsNames = /\s(?:and|und|et|y|e|en|og|och|ja|és|și|i|и|та|ve|و|dan|và|&)\s/iu
const isPlainName = /^\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u

/** Where only one of two authors has an element of its own, the line «By Ada Bell and Ivo Pál» still names both. */
function withCompanions({ article: { plan, picked }, titleNode }: BylineAsk, known: readonly string[]): string[] {
  const first = Math.max(0, picked.indexOf(1))
  const start = titleNode >= 0 ? Math.max(0, (plan.segmentAt[titleNode] ?? 0) - 3) : Math.max(0, first - 6)
  for (let at = start; at <= first + 6 && at < plan.segments.length; at++) {
    const segment = plan.segments[at]
    if (!segment || segment.weight > 160) continue
    for (const line of segment.text.split('\n').slice(0, 6)) {
      if (!opensByline.test(line) || !joinsNames.test(line)) continue
      const names = namesIn(cutLine(line))
      const others = names.filter((name) => !known.some((one) => fold(one) === fold(name)))
      if (names.length === known.length + others.length && others.every((name) => isPlainName.test(name))) return names
    }
  }
  return [...known]
}

/** A byline without what follows the names: dates, labels of dates, places. */
function cutLine(line: string): string {
  return (line.split(/\s[|·•–—]\s|\s{2,}|,?\s(?=\d)|,?\s(?=(?:updated|published|posted)\b)/i)[0] ?? '').replace(
    /(?<=\p{Lu}\S*) (?:in|à|aus) \p{Lu}\S+(?: \p{Lu}\S+)?$/u,
    '',
  )
}

function isElsewhere({ article }: BylineAsk, node: number): boolean {
  const at = article.plan.segmentAt[node] ?? 0
  return ((article.plan.out[at] ?? 0) & (hint.comments | hint.related)) !== 0
}

function namesOfNode(tree: PageTree, node: number): string[] {
  const content = attributeOf(tree, node, 'content')
  if (content) return namesIn(content)
  const end = tree.ends[node] ?? node + 1
  const named: string[] = []
  for (let inner = node + 1; inner < end; inner++) {
    if (tree.tags[inner] === tag.text || attributeOf(tree, inner, 'itemprop') !== 'name') continue
    const name = cleanName(attributeOf(tree, inner, 'content') ?? textOfNode(tree, inner, 120))
    if (name) named.push(name)
  }
  return named.length > 0
    ? named
    : namesIn(textOfNode(tree, node, 160)).filter((name) => looksLikePerson(name) || name.length < 24)
}

const opensByline =
  /^[\s\p{P}\p{S}]*(?:(?:written |reported |posted |text |story |words )?by|von|par|por|di|door|av|af|autor(?:in|a|es|en)?|author|auteur|autore|text|texte|автор|текст|بقلم|كتب|كتبت|نویسنده|خبرنگار|作者|記者|记者|文)[\s:：/]+/iu

function authorsNearTitle(ask: BylineAsk): string[] {
  const { plan, picked } = ask.article
  const first = Math.max(0, picked.indexOf(1))
  const last = picked.lastIndexOf(1)
  const start = ask.titleNode >= 0 ? Math.max(0, (plan.segmentAt[ask.titleNode] ?? 0) - 3) : Math.max(0, first - 6)
  for (const [from, to] of [
    [start, Math.min(first + 6, start + 30)],
    [Math.max(start, last - 1), last + 6],
  ] as const) {
    for (let at = from; at <= to && at < plan.segments.length; at++) {
      const names = namesInSegment(ask, at)
      if (names.length > 0) return names
    }
  }
  return signature(ask, first - 2, first + 1) ?? signature(ask, last, last + 2) ?? []
}

/** A line that is nothing but an emphasised name, right before or after the text. */
function signature({ tree, article: { plan } }: BylineAsk, from: number, to: number): string[] | null {
  for (let at = Math.max(0, from); at <= to && at < plan.segments.length; at++) {
    const segment = plan.segments[at]
    if (!segment || segment.weight > 60 || segment.stops > 1 || segment.level > 0) continue
    const inner = tree.tags[tree.parents[segment.first] ?? 0]
    if (inner !== tag.strong && inner !== tag.b && inner !== tag.em && inner !== tag.i) continue
    const names = namesIn(segment.text)
    if (
      names.length > 0 &&
      names.every((name) => /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s?){2,4}$/u.test(name)) &&
      names.join(' ').length > segment.text.length * 0.7
    )
      return names
  }
  return null
}

function namesInSegment(ask: BylineAsk, at: number): string[] {
  const { plan } = ask.article
  const segment = plan.segments[at]
  if (
    !segment ||
    segment.weight > 110 ||
    segment.level === 1 ||
    ((plan.out[at] ?? 0) & (hint.comments | hint.related | hint.consent)) !== 0
  )
    return []
  const marked = markedNames(ask.tree, segment.node)
  if (marked.length > 0) return marked
  const lines = segment.text.split('\n').slice(0, 6)
  const line = lines.find((one) => opensByline.test(one)) ?? lines[0] ?? ''
  const opened = opensByline.test(line)
  const isCalledAuthor = ((plan.around[at] ?? 0) & (hint.author | hint.credits)) !== 0 && isNarrow(ask, segment.node)
  const dated = /^((?:\p{Lu}[\p{L}\p{M}.'’-]+\s?){2,4})\s*[|·•,–—-]\s*.{0,20}\d{1,4}/u.exec(line)
  if (dated?.[1] && !opened && !isCalledAuthor) return namesIn(dated[1]).filter(looksLikePerson)
  if (!opened && !isCalledAuthor) return []
  return namesIn(cutLine(line)).filter(looksLikePerson)
}

/** Whether the element or one just around it is called by a name for authors. */
function isNarrow({ tree }: BylineAsk, node: number): boolean {
  for (let at = node, steps = 0; at > 0 && steps < 3; at = tree.parents[at] ?? 0, steps++) {
    if ((hintsOf(tree, at) & hint.author) !== 0 || /byline/i.test(attributeOf(tree, at, 'class') ?? '')) return true
  }
  return false
}

const authorAddress =
  /\/(?:authors?|autor(?:es|en)?|auteurs?|autori|staff|newsteam|team|people|person|profil(?:e|es)?|contributors?|reporters?|journalists?|journalistes?|redaktion|redazione|columnistas?|firmas?|writers?|byline|avtor|yazar(?:lar)?)\/[^/?#]+/i

/** An element called author or byline, or a link to the page of one. */
function isAuthorElement(tree: PageTree, node: number): boolean {
  if ((hintsOf(tree, node) & hint.author) !== 0) return true
  return tree.tags[node] === tag.a && authorAddress.test(attributeOf(tree, node, 'href') ?? '')
}

/** Names in inline elements that are called author or byline. */
function markedNames(tree: PageTree, node: number): string[] {
  const end = Math.min(tree.ends[node] ?? node + 1, node + 60)
  const names: string[] = []
  for (let inner = node + 1; inner < end; inner++) {
    if (tree.tags[inner] === tag.text || !isAuthorElement(tree, inner)) continue
    names.push(...namesIn(textOfNode(tree, inner, 120)).filter(looksLikePerson))
    inner = (tree.ends[inner] ?? inner + 1) - 1
  }
  return unique(names)
}
