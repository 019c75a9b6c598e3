// In: a judged plan. Out: the element whose segments are worth most together.
// Every element holds a run of segments, so one pass over prefix sums finds the best of all elements.

import { attributeOf } from '../html/attributes.ts'
import { nextSibling } from '../html/page-tree.ts'
import { tag } from '../html/tag-names.ts'
import { segmentsUnder, type ArticlePlan } from './article-plan.ts'
import { hint, hintsOf } from './hints.ts'

/** What a segment marked as out counts in the sum: a small cost, so that tight elements win. */
const costOfChrome = -3
/** From this share of a page-wide sum on, a smaller element is the article. */
const nearlyAll = 0.8

export function chooseRoot(plan: ArticlePlan): number {
  const sums = new Float64Array(plan.segments.length + 1)
  for (let at = 0; at < plan.segments.length; at++) {
    const worth = plan.worth[at] ?? 0
    sums[at + 1] = (sums[at] ?? 0) + ((plan.out[at] ?? 0) !== 0 ? Math.min(costOfChrome, worth * 0.05) : worth)
  }
  let best = -1
  let bestSum = 0
  for (let node = 0; node < plan.tree.size; node++) {
    if (plan.tree.tags[node] === tag.text) continue
    const [from, to] = segmentsUnder(plan, node)
    if (to <= from) continue
    let sum = (sums[to] ?? 0) - (sums[from] ?? 0)
    if (sum < bestSum * 0.8) continue
    if ((hintsOf(plan.tree, node) & hint.body) !== 0) sum *= 1.15
    if (sum >= bestSum) {
      best = node
      bestSum = sum
    }
  }
  if (best < 0) return best
  return isPageWide(plan, best) ? descend(plan, sums, best) : widen(plan, sums, best)
}

/**
 * A body in several boxes of one name: where the chosen one is called the body of an article and others beside it are
 * called the same, what holds them all is the article.
 */
function widen(plan: ArticlePlan, sums: Float64Array, root: number): number {
  if ((hintsOf(plan.tree, root) & hint.body) === 0) return root
  const parent = plan.tree.parents[root] ?? 0
  const name = attributeOf(plan.tree, root, 'class')
  if (!name || parent <= 0) return root
  let others = 0
  for (let child = parent + 1; child >= 0; child = nextSibling(plan.tree, child)) {
    if (child === root || attributeOf(plan.tree, child, 'class') !== name) continue
    const [from, to] = segmentsUnder(plan, child)
    others += (sums[to] ?? 0) - (sums[from] ?? 0)
  }
  return others > 0 ? parent : root
}

/** The body, or a lone box around all that is in it: prose outside the article has been let in. */
function isPageWide({ tree, segments, segmentAt }: ArticlePlan, root: number): boolean {
  if (tree.tags[root] === tag.body || tree.tags[root] === tag.html) return true
  const held = (segmentAt[tree.ends[root] ?? root + 1] ?? 0) - (segmentAt[root] ?? 0)
  return held > segments.length * 0.9 && segments.length > 30
}

/** A smaller element that holds nearly all of the worth leaves out what a page says beside its article. */
function descend(plan: ArticlePlan, sums: Float64Array, root: number): number {
  const sumOf = (node: number): number => {
    const [from, to] = segmentsUnder(plan, node)
    return (sums[to] ?? 0) - (sums[from] ?? 0)
  }
  const whole = sumOf(root)
  let best = root
  for (let node = root + 1; node < (plan.tree.ends[root] ?? 0); node++) {
    if (plan.tree.tags[node] !== tag.text && node < (plan.tree.ends[best] ?? 0) && sumOf(node) >= whole * nearlyAll)
      best = node
  }
  return best
}
