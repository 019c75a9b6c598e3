// In: a page with its article found. Out: the names printed where bylines are printed, for people and not for machines.

import { attributeOf } from '../html/attributes.ts'
import { textOfNode } from '../html/node-text.ts'
import { tag } from '../html/tag-names.ts'
import type { PageTree } from '../html/page-tree.ts'
import { fold } from '../text/fold.ts'
import { hint, hintsOf } from '../text/hints.ts'
import type { Segment } from '../text/segment.ts'
import type { BylineAsk } from './byline.ts'
import { agenciesIn, looksLikePerson, namesIn } from './clean-name.ts'
import { unique } from './declared-authors.ts'

const joinsNames = /\s(?:and|und|et|y|e|en|og|och|ja|és|și|i|и|та|ve|و|dan|và|&)\s/iu
const isPlainName = /^\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u

/** Where only one of two authors has an element of its own, the line «By Ada Bell and Ivo Pál» still names both. */
export function withCompanions(
  { article: { plan, picked }, titleNode }: BylineAsk,
  known: readonly string[],
): string[] {
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

const opensByline =
  /^[\s\p{P}\p{S}]*(?:(?:written |reported |posted |text |story |words )?by|(?:erstellt |verfasst |geschrieben |text )?von|(?:publié |rédigé )?par|(?:escrito |publicado )?por|(?:scritto )?di|door|av|af|oleh|autor(?:in|a|es|en)?|author|auteur|autore|text|texte|tekst|penulis|yazan|haber|szerző|írta|автор|авторы|текст|подготовил[аи]?|γράφει|بقلم|كتب|كتبت|إعداد|تحرير|نویسنده|خبرنگار|تحریر|مصنف|ليکوال|लेखक|โดย|tác giả|作者|記者|记者|撰文|文|기자)[\s:：/]+/iu

/** Names in short lines around the headline and at the end: «By …», an author's element or page, a name alone in bold. */
export function authorsNearTitle(ask: BylineAsk, isOwn: (name: string) => boolean): string[] {
  const { plan, picked } = ask.article
  const first = Math.max(0, picked.indexOf(1))
  const last = picked.lastIndexOf(1)
  const start = ask.titleNode >= 0 ? Math.max(0, (plan.segmentAt[ask.titleNode] ?? 0) - 3) : Math.max(0, first - 6)
  for (const [from, to] of [
    [start, Math.min(first + 6, start + 30)],
    [Math.max(start, last - 1), last + 6],
  ] as const) {
    for (let at = from; at <= to && at < plan.segments.length; at++) {
      const names = (
        isLabel(plan.segments[at - 1]) ? labelledNames(plan.segments[at]) : namesInSegment(ask, at)
      ).filter((name) => !isOwn(name))
      if (names.length > 0) return names
    }
  }
  return signature(ask, first - 2, first + 4) ?? signature(ask, last, last + 2) ?? []
}

const label =
  /^(?:authors?|written by|by|autor(?:in|a|es|en)?|auteure?s?|autor[ei]|von|par|por|author name|yazar|penulis|автор(?:ы|и)?|نویسنده|کاتب|الكاتب|بقلم|作者|記者|记者|기자)\s*[:：]?$/iu

/** Whether a line is the label of the line that follows it: «Author» above a name. */
function isLabel(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.weight < 20 && label.test(segment.text)
}

function labelledNames(segment: Segment | undefined): string[] {
  return segment && segment.weight < 80 ? namesIn(segment.text).filter(looksLikePerson) : []
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
  const lines = segment.text.split('\n').slice(0, 6)
  const line = lines.find((one) => opensByline.test(one)) ?? lines[0] ?? ''
  const opened = opensByline.test(line)
  if (((plan.out[at] ?? 0) & hint.tags) !== 0 && !opened) return []
  const marked = markedNames(ask.tree, segment.node, opened)
  if (marked.length > 0) return marked
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
  return (hintsOf(tree, node) & hint.author) !== 0 || isAuthorLink(tree, node)
}

/** Whoever made a picture is called its author too, beside its licence. */
function isOfPicture(tree: PageTree, node: number): boolean {
  for (let at = node; at < Math.min(tree.ends[node] ?? 0, node + 3); at++) {
    if (tree.tags[at] !== tag.text && pictureName.test(tree.html.slice(tree.from[at], tree.to[at]))) return true
  }
  return false
}

const pictureName = /licen[cs]e|copyright|(?:photo|image|picture|media)-?(?:author|credit|by)/i

function isAuthorLink(tree: PageTree, node: number): boolean {
  return tree.tags[node] === tag.a && authorAddress.test(attributeOf(tree, node, 'href') ?? '')
}

/** Names in inline elements that are called author or byline. */
function markedNames(tree: PageTree, node: number, opened: boolean): string[] {
  const end = Math.min(tree.ends[node] ?? node + 1, node + 60)
  const names: string[] = []
  for (let inner = node + 1; inner < end; inner++) {
    if (tree.tags[inner] === tag.text || !isAuthorElement(tree, inner) || isOfPicture(tree, inner)) continue
    // A lone given name or a pen name counts where the line says that an author follows.
    const mayBeShort = opened && isAuthorLink(tree, inner)
    names.push(...namesIn(textOfNode(tree, inner, 120)).filter((name) => mayBeShort || looksLikePerson(name)))
    inner = (tree.ends[inner] ?? inner + 1) - 1
  }
  return unique(names)
}

/** Where no person signs, the agency whose copy it is. */
export function shownAgencies(
  { article: { plan, picked }, titleNode }: BylineAsk,
  declared: readonly string[],
): string[] {
  const first = Math.max(0, picked.indexOf(1))
  const start = titleNode >= 0 ? (plan.segmentAt[titleNode] ?? 0) : Math.max(0, first - 6)
  for (let at = start; at <= first + 1 && at < plan.segments.length; at++) {
    const segment = plan.segments[at]
    const found = segment && segment.level === 0 ? agenciesIn(segment.text) : []
    if (found.length > 0 && !((plan.out[at] ?? 0) & (hint.related | hint.navigation))) return found
  }
  return [...declared]
}
