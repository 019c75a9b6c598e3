// In: a plan. Out: the same plan, with lists of other stories marked as out, whatever they are called.
// Such a list is three or more boxes side by side, each with a linked headline and at most a short teaser.

import { nextSibling } from '../html/page-tree.ts'
import { tag } from '../html/tag-names.ts'
import { segmentsUnder, type ArticlePlan } from './article-plan.ts'
import { hint } from './hints.ts'
import { isProse } from './worth.ts'

const minBoxes = 3
const maxTeaserWeight = 420
const maxShare = 0.5

export function markTeasers(plan: ArticlePlan): void {
  const { tree } = plan
  let prose = 0
  for (const [at, segment] of plan.segments.entries()) if (!plan.out[at] && isProse(segment)) prose += segment.weight
  for (let node = 0; node < tree.size; node++) {
    if (tree.tags[node] === tag.text) continue
    const [from, to] = segmentsUnder(plan, node)
    if (to - from < minBoxes || to - from > 400 || node === 0) continue
    const teased = weighBoxes(plan, node)
    if (teased < 0 || teased > prose * maxShare) continue
    for (let at = from; at < to; at++) plan.out[at] = (plan.out[at] ?? 0) | hint.related
    node = (tree.ends[node] ?? node + 1) - 1
  }
}

/** The weight of prose in a row of teaser boxes, or -1 when the children of a node are no such row. */
function weighBoxes(plan: ArticlePlan, node: number): number {
  const { tree } = plan
  let boxes = 0
  let others = 0
  let prose = 0
  for (let child = node + 1; child >= 0 && child < (tree.ends[node] ?? 0); child = nextSibling(tree, child)) {
    const [from, to] = segmentsUnder(plan, child)
    if (to <= from) continue
    const teaser = tree.tags[child] === tag.text ? -1 : weighTeaser(plan, from, to)
    if (teaser >= 0) {
      boxes++
      prose += teaser
    } else if (++others > 2) return -1
  }
  return boxes >= minBoxes && others * 3 <= boxes ? prose : -1
}

/** The weight of prose in one box, or -1 when it is no teaser. */
function weighTeaser(plan: ArticlePlan, from: number, to: number): number {
  if (to - from > 8) return -1
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
