// In: a plan. Out: the same plan, with lists of other stories marked as out, whatever they are called.
// Such a list is three or more boxes side by side, each with a linked headline and at most a short teaser.

import { isWithin, nextSibling } from '../html/page-tree.ts'
import { tag } from '../html/tag-names.ts'
import { segmentsUnder, type ArticlePlan } from './article-plan.ts'
import { hint } from './hints.ts'
import { isProse } from './worth.ts'

const minBoxes = 3
const maxTeaserWeight = 420
const maxShare = 0.5

export function markTeasers(plan: ArticlePlan, titleNode: number): void {
  const { tree } = plan
  let prose = 0
  for (const [at, segment] of plan.segments.entries()) if (!plan.out[at] && isProse(segment)) prose += segment.weight
  for (let node = 1; node < tree.size; node++) {
    if (tree.tags[node] === tag.text) continue
    const [from, to] = segmentsUnder(plan, node)
    if (to - from >= minBoxes) markBoxes(plan, node, prose * maxShare, titleNode)
  }
}

/** Marks the children of a node that are teaser boxes, when there are enough of them and they are not the page itself. */
function markBoxes(plan: ArticlePlan, node: number, maxProse: number, titleNode: number): void {
  const { tree } = plan
  const boxes: (readonly [from: number, to: number])[] = []
  let prose = 0
  for (let child = node + 1; child >= 0 && child < (tree.ends[node] ?? 0); child = nextSibling(tree, child)) {
    if (tree.tags[child] === tag.text || tree.tags[child] === tag.p) continue
    const [from, to] = segmentsUnder(plan, child)
    if (to <= from || to - from > 8 || isWithin(tree, titleNode, child)) continue
    const teaser = weighTeaser(plan, from, to)
    if (teaser < 0) continue
    boxes.push([from, to])
    prose += teaser
  }
  if (boxes.length < minBoxes || prose > maxProse) return
  for (const [from, to] of boxes) for (let at = from; at < to; at++) plan.out[at] = (plan.out[at] ?? 0) | hint.related
}

/** The weight of prose in one box, or -1 when it is no teaser. */
function weighTeaser(plan: ArticlePlan, from: number, to: number): number {
  let hasHeadline = false
  let prose = 0
  for (let at = from; at < to; at++) {
    const segment = plan.segments[at]
    if (!segment) continue
    if (segment.linkShare > 0.75 && segment.weight >= 18) hasHeadline = true
    else if (isProse(segment)) prose += segment.weight
  }
  return hasHeadline && prose <= maxTeaserWeight ? prose : -1
}
