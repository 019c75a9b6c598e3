// In: a judged plan. Out: the element whose segments are worth most together.
// Every element holds a run of segments, so one pass over prefix sums finds the best of all elements.

import { tag } from '../html/tag-names.ts'
import { segmentsUnder, type ArticlePlan } from './article-plan.ts'
import { hint, hintsOf } from './hints.ts'

/** What a segment marked as out counts in the sum: a small cost, so that tight elements win. */
const costOfChrome = -3

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
  return best
}
