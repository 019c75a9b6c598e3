// In: a judged plan and the root of the article. Out: which segments are its text.

import { isWithin } from '../html/page-tree.ts'
import { segmentsUnder, type ArticlePlan } from './article-plan.ts'
import { hint } from './hints.ts'
import { stand, type Segment } from './segment.ts'
import { isProse } from './worth.ts'
import { fold } from './fold.ts'

export type Picking = { readonly title: string | null; readonly titleNode: number; readonly description: string | null }

/** 1 for each segment of the article. */
export function pickSegments(plan: ArticlePlan, root: number, about: Picking): Uint8Array {
  const picked = new Uint8Array(plan.segments.length)
  const [from, to] = segmentsUnder(plan, root)
  const title = about.title ? fold(about.title) : ''
  for (let at = from; at < to; at++) {
    const segment = plan.segments[at]
    if (segment && (plan.out[at] ?? 0) === 0 && belongs(plan, segment, at, title)) picked[at] = 1
  }
  trimEnds(plan, picked, from, to)
  dropEmptyHeadings(plan, picked, from, to)
  addLead(plan, picked, from, about)
  return picked
}

function belongs(plan: ArticlePlan, segment: Segment, at: number, title: string): boolean {
  if (isProse(segment)) return true
  if ((segment.stands & stand.heading) !== 0) return segment.linkShare < 0.7 && fold(segment.text) !== title
  if (segment.linkShare > 0.6) return false
  if (((plan.around[at] ?? 0) & (hint.caption | hint.tags | hint.credits)) !== 0 && segment.weight < 60) return false
  return (segment.stands & (stand.paragraph | stand.listItem | stand.broken | stand.quotation | stand.preformatted)) !== 0 || segment.weight > 40
}

/** The article begins and ends with something to read, not with a label. */
function trimEnds(plan: ArticlePlan, picked: Uint8Array, from: number, to: number): void {
  let first = from
  while (first < to && !(picked[first] && isStrong(plan.segments[first]))) picked[first++] = 0
  let last = to - 1
  while (last > first && !(picked[last] && isStrong(plan.segments[last]))) picked[last--] = 0
}

function isStrong(segment: Segment | undefined): boolean {
  return segment !== undefined && isProse(segment)
}

function dropEmptyHeadings(plan: ArticlePlan, picked: Uint8Array, from: number, to: number): void {
  let below = 7
  let hasText = false
  for (let at = to - 1; at >= from; at--) {
    const segment = plan.segments[at]
    if (!picked[at] || !segment) continue
    if ((segment.stands & stand.heading) === 0) {
      hasText = true
      below = 7
      continue
    }
    if (!hasText && segment.level <= below) picked[at] = 0
    else below = segment.level
    hasText = false
  }
}

/** The standfirst often stands beside the headline, outside the element that holds the article. */
function addLead(plan: ArticlePlan, picked: Uint8Array, from: number, about: Picking): void {
  const start = about.titleNode >= 0 ? (plan.segmentAt[about.titleNode] ?? 0) : Math.max(0, from - 12)
  const description = about.description ? fold(about.description) : ''
  for (let at = start; at < from; at++) {
    const segment = plan.segments[at]
    if (!segment || segment.weight < 20 || segment.linkShare > 0.4) continue
    if (about.titleNode >= 0 && isWithin(plan.tree, segment.first, about.titleNode)) continue
    const folded = fold(segment.text)
    const isDescribed = description.length > 20 && (folded.startsWith(description.slice(0, 60)) || description.startsWith(folded))
    const isCalledLead = ((plan.around[at] ?? 0) & hint.lead) !== 0 && (plan.out[at] ?? 0) === 0
    if (isDescribed || isCalledLead) picked[at] = 1
  }
}
