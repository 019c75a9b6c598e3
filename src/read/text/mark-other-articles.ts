// In: a plan and the heading of the article. Out: the same plan, with other articles on the same page marked as out.
// Pages that scroll on without end hold several articles, each with a first-level heading of its own.

import { isWithin } from '../html/page-tree.ts'
import { tag } from '../html/tag-names.ts'
import { segmentsUnder, type ArticlePlan } from './article-plan.ts'
import { hint } from './hints.ts'
import { isProse } from './worth.ts'

const maxShare = 0.6

export function markOtherArticles(plan: ArticlePlan, titleNode: number, headings: readonly number[]): void {
  if (titleNode < 0 || plan.tree.tags[titleNode] !== tag.h1) return
  let all = 0
  for (const [at, segment] of plan.segments.entries()) if (!plan.out[at] && isProse(segment)) all += segment.weight
  const seen = new Set<number>()
  for (const heading of headings) {
    if (heading <= titleNode) continue
    const article = articleAround(plan, heading)
    if (article < 0 || seen.has(article) || isWithin(plan.tree, titleNode, article)) continue
    seen.add(article)
    const [from, to] = segmentsUnder(plan, article)
    let prose = 0
    for (let at = from; at < to; at++) {
      const segment = plan.segments[at]
      if (segment && !plan.out[at] && isProse(segment)) prose += segment.weight
    }
    // The first article is the one asked for even where the ones that follow are longer, unless it has no text at all.
    if (prose > all * maxShare && !hasProseBefore(plan, titleNode, from)) continue
    for (let at = from; at < to; at++) plan.out[at] = (plan.out[at] ?? 0) | hint.related
  }
}

function articleAround({ tree }: ArticlePlan, node: number): number {
  for (let at = node; at > 0; at = tree.parents[at] ?? 0) if (tree.tags[at] === tag.article) return at
  return -1
}

function hasProseBefore(plan: ArticlePlan, titleNode: number, end: number): boolean {
  let prose = 0
  for (let at = plan.segmentAt[titleNode] ?? 0; at < end; at++) {
    const segment = plan.segments[at]
    if (segment && !plan.out[at] && isProse(segment)) prose += segment.weight
  }
  return prose > 250
}
