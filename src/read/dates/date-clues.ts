// In: a page. Out: every sign of when it was published or changed, each with how much it is worth.
// Weights are of kinds of places, not of sites: what a publisher writes for machines counts most,
// then the address, then what is printed beside the headline, then what is printed elsewhere.

import type { PrintedDate } from '../../domain/reading.ts'
import { attributeOf } from '../html/attributes.ts'
import { textOfNode } from '../html/node-text.ts'
import type { PageTree } from '../html/page-tree.ts'
import type { PageFacts } from '../metadata/page-facts.ts'
import type { FoundArticle } from '../text/find-article.ts'
import { hint, hintsOf } from '../text/hints.ts'
import { dateInAddress, monthInAddress } from './address-date.ts'
import { findLabelledDates, isUpdateWord, roleBefore, type DateRole, type LabelledDate } from './labelled-dates.ts'
import { readMachineDate } from './machine-date.ts'
import { findPrintedDates, toPrintedDate, type DateContext, type FoundDate } from './printed-dates.ts'
import { readRelative } from './relative-dates.ts'
import { settleOrder } from './settle-order.ts'

export type DateClue = {
  readonly date: PrintedDate
  readonly day: string
  readonly weight: number
  readonly role: DateRole
  /** The day it means if day and month change places; absent where they cannot. */ readonly swapped?: string
  /** Whether nothing tells day from month, and the usual guess was taken. */ readonly isGuessed?: boolean
  /** Local time printed beside it, HH:MM. */ readonly time?: string
}

export type DateAsk = {
  readonly tree: PageTree
  readonly facts: PageFacts
  readonly article: FoundArticle
  readonly titleNode: number
  readonly url: string
  readonly context: DateContext
  readonly now: number
}

const publishedNames: readonly (readonly [name: string, weight: number])[] = [
  ['article:published_time', 9],
  ['og:published_time', 9],
  ['article:published', 9],
  ['og:article:published_time', 9],
  ['datepublished', 9],
  ['og:pubdate', 8],
  ['pubdate', 8],
  ['publishdate', 8],
  ['publish-date', 8],
  ['publish_date', 8],
  ['published_time', 8],
  ['publication_date', 8],
  ['publicationdate', 8],
  ['article.published', 8],
  ['article.created', 7],
  ['article:created_time', 7],
  ['parsely-pub-date', 8],
  ['sailthru.date', 7],
  ['cxenseparse:recs:publishtime', 8],
  ['cxenseparse:publishtime', 8],
  ['dc.date.issued', 8],
  ['dcterms.issued', 8],
  ['dc.date.created', 7],
  ['dcterms.created', 7],
  ['dcterms.date', 7],
  ['dc.date', 7],
  ['datecreated', 7],
  ['citation_publication_date', 7],
  ['citation_date', 6],
  ['date', 6.5],
  ['dat', 5],
  ['article_date_original', 8],
  ['originalpublicationdate', 8],
  ['published', 7],
  ['published-date', 8],
  ['pub_date', 8],
  ['pubtime', 7],
  ['publishtime', 7],
  ['news:publication_date', 8],
  ['analyticsattributes.articledate', 7],
  ['lastpubdate', 5],
  ['rnews:datepublished', 8],
  ['vr:published_time', 7],
  ['mediator_published_time', 8],
  ['weibo:article:create_at', 8],
  ['bt:pubdate', 7],
  ['date.release', 7],
  ['release_date', 6],
  ['dateposted', 7],
  ['created', 6],
  ['article:post_date', 7],
  ['page-date', 6],
  ['content-date', 6],
  ['timestamp', 5],
  ['datetime', 6],
  ['last_published', 4],
  ['article-date', 7],
  ['story_date', 7],
]
const updatedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:modified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified_time',
  'revision_date',
  'article:updated_time',
  'article.updated',
  'og:modified_time',
  'cxenseparse:modified',
  'updated_time',
  'revised',
  'modified',
]

/** All clues of a page. */
export function gatherClues(ask: DateAsk): DateClue[] {
  const clues: DateClue[] = []
  addLinkedData(ask, clues)
  addMeta(ask, clues)
  const inAddress = dateInAddress(ask.url) ?? dateInAddress(ask.facts.canonical ?? '')
  if (inAddress)
    push(clues, { edtf: inAddress, literal: null, calendar: 'gregorian', from: 'address' }, 8, 'published', ask.now)
  addProperties(ask, clues)
  addTimes(ask, clues)
  addPrinted(ask, clues)
  if (!clues.some((clue) => clue.role === 'published')) {
    addScriptDates(ask, clues)
    addPrintedAnywhere(ask, clues)
  }
  return heedMonth(ask, settleOrder(clues, ask.context, ask.now))
}

/** The month in an address is seldom wrong: clues of other months count for less, and without any clue it is the date. */
function heedMonth(ask: DateAsk, clues: DateClue[]): DateClue[] {
  const month = monthInAddress(ask.url)
  if (!month) return clues
  const date: PrintedDate = { edtf: month, literal: null, calendar: 'gregorian', from: 'address' }
  if (!clues.some((clue) => clue.role === 'published'))
    return [...clues, { date, day: month, weight: 2, role: 'published' }]
  return clues.map((clue) =>
    clue.day.startsWith(month) ? clue : { ...clue, weight: clue.weight * weightOfOtherMonth },
  )
}

const weightOfOtherMonth = 0.6

function push(
  clues: DateClue[],
  date: PrintedDate,
  weight: number,
  role: DateClue['role'],
  now: number,
  { time, swapped }: Partial<Pick<FoundDate, 'time' | 'swapped'>> = {},
): void {
  const day = date.edtf.slice(0, 10)
  if (isPossible(day, now)) {
    const other = swapped !== undefined && isPossible(swapped, now) ? { swapped } : {}
    clues.push({ date, day, weight, role, ...(time ? { time } : {}), ...other })
  } else if (swapped !== undefined && isPossible(swapped, now)) {
    clues.push({ date: { ...date, edtf: swapped }, day: swapped, weight, role, ...(time ? { time } : {}) })
  }
}

/** Nothing was published on the Web before it, or after it was captured (a day is allowed for the zones of the earth). */
function isPossible(day: string, now: number): boolean {
  return day >= '1995-01-01' && !(Date.parse(day) > now + 36 * 36e5)
}

function pushMachine(
  clues: DateClue[],
  value: string | null | undefined,
  from: PrintedDate['from'],
  weight: number,
  role: DateClue['role'],
  ask: DateAsk,
): boolean {
  if (!value) return false
  const edtf = readMachineDate(value)
  if (edtf) {
    push(clues, { edtf, literal: null, calendar: 'gregorian', from }, weight, role, ask.now)
    return true
  }
  const printed = findPrintedDates(value, ask.context)[0]
  if (printed) push(clues, { ...toPrintedDate(printed), from }, weight - 1, role, ask.now, swapOf(printed))
  return printed !== undefined
}

function swapOf({ swapped }: FoundDate): { swapped?: string } {
  return swapped ? { swapped } : {}
}

function addLinkedData({ facts, ...rest }: DateAsk, clues: DateClue[]): void {
  const ask = { facts, ...rest }
  const article = facts.jsonLd.article
  if (!article) return
  const isArticle = article.types.some((type) => /Article|Posting|Report|Review|Story/.test(type))
  pushMachine(clues, article.datePublished, 'json-ld', isArticle ? 10 : 8, 'published', ask)
  if (!article.datePublished) pushMachine(clues, article.dateCreated, 'json-ld', 7, 'published', ask)
  pushMachine(clues, article.dateModified, 'json-ld', 4, 'updated', ask)
}

function addMeta(ask: DateAsk, clues: DateClue[]): void {
  for (const [name, weight] of publishedNames) {
    const value = ask.facts.meta.get(name)?.[0]
    if (value) pushMachine(clues, value, 'meta', weight, 'published', ask)
  }
  for (const name of updatedNames) pushMachine(clues, ask.facts.meta.get(name)?.[0], 'meta', 3, 'updated', ask)
}

/** Microdata: itemprop="datePublished" with a content or datetime, or with text. */
function addProperties(ask: DateAsk, clues: DateClue[]): void {
  let seen = 0
  for (const [node, property] of ask.facts.properties) {
    const role = /datePublished|dateCreated/.test(property)
      ? 'published'
      : /dateModified/.test(property)
        ? 'updated'
        : null
    if (!role || isInOthers(ask, node)) continue
    const value =
      attributeOf(ask.tree, node, 'content') ??
      attributeOf(ask.tree, node, 'datetime') ??
      textOfNode(ask.tree, node, 120)
    if (
      pushMachine(clues, value, 'time-element', role === 'published' ? 8.5 - Math.min(seen, 4) : 3, role, ask) &&
      role === 'published'
    )
      seen++
  }
}

/** Whether a node lies in a list of other stories or in comments. */
function isInOthers(ask: DateAsk, node: number): boolean {
  const { plan } = ask.article
  const at = plan.segmentAt[node] ?? 0
  const inside = (plan.segmentAt[ask.tree.ends[node] ?? node + 1] ?? 0) > at
  const others = hint.related | hint.comments | hint.promo | hint.teaser
  const place = inside ? at : Math.min(at, plan.segments.length - 1)
  return ((plan.out[place] ?? 0) & others) !== 0 && ((plan.out[place] ?? 0) & hint.credits) === 0
}

function addTimes(ask: DateAsk, clues: DateClue[]): void {
  const [from, to] = articleSpan(ask)
  let nth = 0
  for (const node of ask.facts.times.slice(0, 200)) {
    const at = ask.article.plan.segmentAt[node] ?? 0
    if (isInOthers(ask, node)) continue
    const isNear = at >= from - 8 && at <= to + 4
    const names = hintsOf(ask.tree, node)
    const class_ = (attributeOf(ask.tree, node, 'class') ?? '').toLowerCase()
    const label = labelOfTime(ask, node, at)
    const role = isUpdateWord(class_) || label === 'updated' ? 'updated' : 'published'
    const bonus = (names & hint.credits) !== 0 || attributeOf(ask.tree, node, 'pubdate') !== undefined ? 1 : 0
    const weight = (isNear ? 6.5 : 3) + bonus - Math.min(nth * 0.7, 3)
    const value = attributeOf(ask.tree, node, 'datetime')
    const done =
      pushMachine(clues, value, 'time-element', role === 'published' ? weight : 3, role, ask) ||
      pushMachine(
        clues,
        textOfNode(ask.tree, node, 120),
        'time-element',
        role === 'published' ? weight - 0.5 : 3,
        role,
        ask,
      )
    if (done) nth++
  }
}

/** What the words before a time element say; where its text is not found there, those at the head of its segment. */
function labelOfTime(ask: DateAsk, node: number, at: number): DateRole | null {
  const text = ask.article.plan.segments[at]?.text ?? ''
  const shown = textOfNode(ask.tree, node, 120).replace(/\s+/g, ' ').trim()
  const place = shown === '' ? -1 : text.indexOf(shown)
  if (place >= 0) return roleBefore(`${text.slice(Math.max(0, place - 60), place)} ${shown}`)
  return isUpdateWord(text.slice(0, 60)) ? 'updated' : null
}

/** The segments between headline and end of the article. */
function articleSpan({ article, titleNode }: DateAsk): readonly [from: number, to: number] {
  const { plan, picked } = article
  let first = picked.indexOf(1)
  let last = picked.lastIndexOf(1)
  if (first < 0) first = last = 0
  return [titleNode >= 0 ? Math.min(plan.segmentAt[titleNode] ?? first, first) : first, last]
}

/** Dates in short lines: around the headline, at the end of the article, and, for want of better, anywhere. */
function addPrinted(ask: DateAsk, clues: DateClue[]): void {
  const { plan } = ask.article
  const [from, to] = articleSpan(ask)
  const others = hint.related | hint.comments | hint.promo | hint.consent
  // «3 hours ago» tells nothing to a page that says when; its phrases cost a language ten milliseconds to learn.
  const mayBeRelative = !clues.some((clue) => clue.role === 'published' && clue.weight >= 6)
  let nth = 0
  for (let at = Math.max(0, from - 15); at < Math.min(plan.segments.length, to + 12); at++) {
    // Far from both ends of a long text nothing tells when it was printed.
    if (at > from + 200 && at < to - 40) continue
    const segment = plan.segments[at]
    if (!segment || ((plan.out[at] ?? 0) & others & ~(isCredits(plan.out[at]) ? others : 0)) !== 0) continue
    const isLabel = segment.weight < (isCredits(plan.out[at]) || (at > to && at <= to + 4) ? 220 : 110)
    const isBeforeText = at <= from + 8
    if (!isLabel && !(at <= from + 4 && at >= from)) continue
    const found = findLabelledDates(segment.text.slice(0, 200), ask.context)
    const relative =
      mayBeRelative && found.length === 0 && isLabel && at >= from && at <= from + 6 && segment.linkShare < 0.5
        ? readRelative(segment.text, ask.context.language, ask.now)
        : null
    for (const one of relative ? [withRole(relative, segment.text)] : found) {
      const nearness = at >= from - 2 && isBeforeText ? 5.5 : isBeforeText ? 4 : at >= to - 1 ? 3.5 : 1.5
      const weight = (isLabel ? nearness : 1.5) - Math.min(nth * 0.4, 2) + (segment.weight < 40 ? 0.4 : 0)
      const called = one.isCalledPublished && one.isSure ? 0.8 : 0
      push(clues, toPrintedDate(one), one.role === 'published' ? weight + called : 2.5, one.role, ask.now, one)
      nth++
    }
  }
}

function withRole(found: FoundDate, text: string): LabelledDate {
  const label = roleBefore(text.slice(Math.max(0, found.at - 40), found.at))
  return { ...found, role: label ?? 'published', isCalledPublished: false }
}

function isCredits(out: number | undefined): boolean {
  return ((out ?? 0) & hint.credits) !== 0
}

/** Dates in the data of scripts: only where a page says nothing else. */
function addScriptDates(ask: DateAsk, clues: DateClue[]): void {
  const match =
    /"(?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|pubDate|firstPublished|first_published|datePosted|publishedDate|date_published)\\?"\s*:\s*\\?"?([^",}\\]{8,40})/i.exec(
      ask.tree.html,
    )
  if (match?.[1]) pushMachine(clues, match[1], 'meta', 4, 'published', ask)
}

/** Pages of reference works print their date at the very end, beside other small print. */
function addPrintedAnywhere(ask: DateAsk, clues: DateClue[]): void {
  const { plan } = ask.article
  for (let at = plan.segments.length - 1; at >= 0; at--) {
    const segment = plan.segments[at]
    if (!segment || segment.weight > 220 || ((plan.out[at] ?? 0) & (hint.related | hint.comments | hint.consent)) !== 0)
      continue
    const found = findPrintedDates(segment.text, ask.context)[0]
    if (found)
      push(
        clues,
        toPrintedDate(found),
        1.2 + (isUpdateWord(segment.text) ? 0.5 : 0),
        'published',
        ask.now,
        swapOf(found),
      )
  }
}
