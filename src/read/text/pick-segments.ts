// In: a judged plan and the root of the article. Out: which segments are its text.

import { isWithin } from '../html/page-tree.ts'
import { segmentsUnder, type ArticlePlan } from './article-plan.ts'
import type { BodyEvidence } from './confirm-body.ts'
import { toAsciiDigits } from '../dates/ascii-digits.ts'
import { findCore, holderOf, isInCore, type ArticleCore } from './article-core.ts'
import { dropEndings } from './drop-endings.ts'
import { fold } from './fold.ts'
import { hint } from './hints.ts'
import { announcesOthers, isAnnouncement } from './phrases.ts'
import { stand, type Segment } from './segment.ts'
import { isProse } from './worth.ts'

export type Picking = {
  readonly title: string | null
  readonly titleNode: number
  readonly description: string | null
  readonly evidence: BodyEvidence | null
  /** Names declared as authors, by which lines about them are known. */
  readonly authors: readonly string[]
}

/** 1 for each segment of the article. */
export function pickSegments(plan: ArticlePlan, root: number, about: Picking): Uint8Array {
  const picked = new Uint8Array(plan.segments.length)
  const [from, to] = segmentsUnder(plan, root)
  const title = about.title ? fold(about.title) : ''
  const core = findCore(plan, from, to)
  const barred = findBarredLists(plan, from, to)
  for (let at = from; at < to; at++) {
    const segment = plan.segments[at]
    if (
      segment &&
      (plan.out[at] ?? 0) === 0 &&
      !barred.has(holderOf(plan, segment)) &&
      belongs(plan, segment, at, title, core)
    )
      picked[at] = 1
  }
  if (about.evidence) heedEvidence(plan, picked, [from, to], about.evidence, core)
  trimEnds(plan, picked, [from, to], core)
  dropEmptyHeadings(plan, picked, from, to)
  addLead(plan, picked, Math.max(from, picked.indexOf(1)), about)
  dropEndings(plan, picked, about.authors)
  return picked
}

/** Lists that an appeal opens: what a subscription gives. */
function findBarredLists(plan: ArticlePlan, from: number, to: number): ReadonlySet<number> {
  const barred = new Set<number>()
  for (let at = Math.max(1, from); at < to; at++) {
    const segment = plan.segments[at]
    const before = plan.segments[at - 1]
    if (!segment || !before || (segment.stands & stand.listItem) === 0 || (before.stands & stand.listItem) !== 0)
      continue
    if (isAnnouncement(before.text, before.weight, before.linkShare)) barred.add(holderOf(plan, segment))
  }
  return barred
}

/** Where a short line may stand and still be text. */
const runningText = stand.paragraph | stand.listItem | stand.broken | stand.quotation | stand.preformatted | stand.cell

function belongs(plan: ArticlePlan, segment: Segment, at: number, title: string, core: ArticleCore): boolean {
  if (segment.weight === 0) return false
  if (plan.captions[at]) return segment.weight > 15
  if (isAnnouncement(segment.text, segment.weight, segment.linkShare)) return false
  if (mayEqual(segment.text, title) && fold(segment.text) === title) return false
  if ((segment.stands & stand.heading) !== 0) return segment.linkShare < 0.7
  const inCore = isInCore(plan, segment, core)
  if (isDateline(segment)) return false
  if (isProse(segment)) return true
  const isParagraph = (segment.stands & (stand.paragraph | stand.broken)) !== 0
  if (inCore && isParagraph) return segment.linkShare < 0.8 || segment.weight < 30
  if (segment.linkShare > 0.6) return false
  if (((plan.around[at] ?? 0) & (hint.tags | hint.credits | hint.author)) !== 0 && segment.weight < 60 && !inCore)
    return false
  if ((segment.stands & runningText) !== 0) return true
  return segment.weight > 40 || (inCore && segment.stops + segment.commas > 0)
}

/** Folding is slow; lengths that differ by half cannot become equal by it. */
function mayEqual(text: string, folded: string): boolean {
  return text.length >= folded.length && text.length < folded.length * 1.5 + 12
}

/** A short line that is mostly a date or a time: when, and by whom, a page was made. */
function isDateline(segment: Segment): boolean {
  if (segment.weight > 60 || (segment.stands & (stand.listItem | stand.quotation)) !== 0) return false
  const text = toAsciiDigits(segment.text)
  return (
    /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?年\s?\d{1,2}\s?月/.test(text) &&
    !/[,;:].*[,;:].*[,;:].*[,;:]/.test(text)
  )
}

/**
 * Where linked data prints the whole body and the page shows it, what that body lacks is an insertion;
 * but bodies lack lists, quotations and even paragraphs, so what stands among its paragraphs is left in.
 */
function heedEvidence(
  plan: ArticlePlan,
  picked: Uint8Array,
  [from, to]: readonly [number, number],
  evidence: BodyEvidence,
  core: ArticleCore,
): void {
  let first = -1
  let last = -1
  for (let at = from; at < to; at++) {
    if (!plan.confirmed[at]) continue
    if (first < 0) first = at
    last = at
  }
  for (let at = from; at < to; at++) {
    const segment = plan.segments[at]
    if (!segment || plan.captions[at]) continue
    if (plan.confirmed[at]) {
      if (segment.linkShare < 0.8 && !isAnnouncement(segment.text, segment.weight, segment.linkShare)) picked[at] = 1
    } else if (at > last && evidence.endsWell) picked[at] = 0
    else if (isProse(segment) && (segment.stands & (stand.quotation | stand.listItem | stand.cell)) === 0) {
      const isInserted = !isInCore(plan, segment, core) || (segment.weight < 160 && segment.links > 0)
      if (isInserted) picked[at] = 0
    }
  }
}

/** The article begins and ends with something to read, not with a label. */
function trimEnds(
  plan: ArticlePlan,
  picked: Uint8Array,
  [from, to]: readonly [number, number],
  core: ArticleCore,
): void {
  let first = from
  // A body of nothing but short lines, such as a list of winners, has no other ends than its own.
  if (!picked.some((one, at) => one === 1 && isStrong(plan, at))) return
  while (first < to && !(picked[first] && isStrong(plan, first))) picked[first++] = 0
  let last = to - 1
  while (last > first && !(picked[last] && (isStrong(plan, last) || isCoreLine(plan, last, core)))) picked[last--] = 0
}

/** A short paragraph right among the paragraphs of the article: the last lines of a list or a poem. */
function isCoreLine(plan: ArticlePlan, at: number, core: ArticleCore): boolean {
  const segment = plan.segments[at]
  if (!segment || plan.captions[at] || segment.linkShare > 0.3 || segment.level > 0) return false
  const holder = holderOf(plan, segment)
  if ((segment.stands & stand.listItem) !== 0)
    return segment.stops > 0 && (core.holders.has(holder) || core.holders.has(plan.tree.parents[holder] ?? 0))
  return (segment.stands & (stand.paragraph | stand.broken)) !== 0 && isInCore(plan, segment, core)
}

function isStrong(plan: ArticlePlan, at: number): boolean {
  const segment = plan.segments[at]
  return segment !== undefined && !plan.captions[at] && (isProse(segment) || plan.confirmed[at] === 1)
}

/** Drops headings over nothing, and what stands under a heading that announces other things. */
function dropEmptyHeadings(plan: ArticlePlan, picked: Uint8Array, from: number, to: number): void {
  let below = 7
  let hasText = false
  for (let at = to - 1; at >= from; at--) {
    const segment = plan.segments[at]
    if (!picked[at] || !segment || plan.captions[at]) continue
    if ((segment.stands & stand.heading) === 0) {
      hasText = true
      below = 7
      continue
    }
    if ((!hasText && segment.level <= below) || announcesOthers(segment.text)) picked[at] = 0
    else below = segment.level
    hasText = false
  }
}

/** The standfirst often stands beside the headline, outside the element that holds the article. */
function addLead(plan: ArticlePlan, picked: Uint8Array, from: number, about: Picking): void {
  const start = about.titleNode >= 0 ? (plan.segmentAt[about.titleNode] ?? 0) : Math.max(0, from - 12)
  const description = about.description ? fold(about.description) : ''
  const title = about.title ? fold(about.title) : ''
  for (let at = start; at < from; at++) {
    const segment = plan.segments[at]
    if (!segment || segment.weight < 20 || segment.linkShare > 0.4 || isDateline(segment)) continue
    if (about.titleNode >= 0 && isWithin(plan.tree, segment.first, about.titleNode)) continue
    if (mayEqual(segment.text, title) && fold(segment.text) === title) continue
    if (isLead(plan, segment, at, description) && !isRepeated(plan, picked, segment, from)) picked[at] = 1
  }
}

function isLead(plan: ArticlePlan, segment: Segment, at: number, description: string): boolean {
  const folded = fold(segment.text)
  const isDescribed =
    description.length > 20 &&
    (folded.includes(description.slice(0, 60)) || (folded.length > 30 && description.includes(folded.slice(0, 60))))
  const hard = hint.comments | hint.related | hint.navigation | hint.consent | hint.promo | hint.unseen
  if (isDescribed && ((plan.out[at] ?? 0) & hard) === 0) {
    plan.captions[at] = 0
    return true
  }
  return (
    !plan.captions[at] &&
    ((plan.around[at] ?? 0) & hint.lead) !== 0 &&
    (plan.out[at] ?? 0) === 0 &&
    !isAnnouncement(segment.text, segment.weight, segment.linkShare)
  )
}

function isRepeated(plan: ArticlePlan, picked: Uint8Array, segment: Segment, from: number): boolean {
  for (let at = from; at < Math.min(from + 8, plan.segments.length); at++) {
    if (picked[at] && plan.segments[at]?.text === segment.text) return true
  }
  return false
}
