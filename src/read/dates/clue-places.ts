// Where on a page a date stands: between headline and end of the article, in its credits, or among other stories.

import { hint } from '../text/hints.ts'
import type { DateAsk } from './date-clue.ts'

/** Whether a node lies in a list of other stories or in comments. */
export function isInOthers(ask: DateAsk, node: number): boolean {
  const { plan } = ask.article
  const at = plan.segmentAt[node] ?? 0
  const inside = (plan.segmentAt[ask.tree.ends[node] ?? node + 1] ?? 0) > at
  const others = hint.related | hint.comments | hint.promo | hint.teaser
  const place = inside ? at : Math.min(at, plan.segments.length - 1)
  return ((plan.out[place] ?? 0) & others) !== 0 && ((plan.out[place] ?? 0) & hint.credits) === 0
}

/** The segments between headline and end of the article. */
export function articleSpan({ article, titleNode }: DateAsk): readonly [from: number, to: number] {
  const { plan, picked } = article
  let first = picked.indexOf(1)
  let last = picked.lastIndexOf(1)
  if (first < 0) first = last = 0
  return [titleNode >= 0 ? Math.min(plan.segmentAt[titleNode] ?? first, first) : first, last]
}

export function isCredits(out: number | undefined): boolean {
  return ((out ?? 0) & hint.credits) !== 0
}
