// In: a judged plan and a root. Out: the ground on which its paragraphs stand, so that a short line on the same ground
// is known to belong: the elements that hold paragraphs side by side, and the names such paragraphs share.

import { attributeOf } from '../html/attributes.ts'
import type { ArticlePlan } from './article-plan.ts'
import { stand, type Segment } from './segment.ts'
import { isProse } from './worth.ts'

export type ArticleCore = { readonly holders: ReadonlySet<number>; readonly names: ReadonlySet<string> }

/** Least share of the prose that makes a holder or a name part of the core. */
const leastShare = 0.12

export function findCore(plan: ArticlePlan, from: number, to: number): ArticleCore {
  const byHolder = new Map<number, number>()
  const byName = new Map<string, number>()
  let all = 0
  for (let at = from; at < to; at++) {
    const segment = plan.segments[at]
    if (!segment || (plan.out[at] ?? 0) !== 0 || plan.captions[at] || !isProse(segment)) continue
    const holder = holderOf(plan, segment)
    byHolder.set(holder, (byHolder.get(holder) ?? 0) + segment.weight)
    const name = nameOf(plan, segment)
    if (name !== '') byName.set(name, (byName.get(name) ?? 0) + segment.weight)
    all += segment.weight
  }
  const large = <Key>(sums: ReadonlyMap<Key, number>): Set<Key> =>
    new Set([...sums].filter(([, sum]) => sum > all * leastShare).map(([key]) => key))
  return { holders: large(byHolder), names: large(byName) }
}

/** Whether a segment stands side by side with the paragraphs of the article, or is called as they are. */
export function isInCore(plan: ArticlePlan, segment: Segment, core: ArticleCore): boolean {
  return core.holders.has(holderOf(plan, segment)) || core.names.has(nameOf(plan, segment))
}

export function holderOf(plan: ArticlePlan, segment: Segment): number {
  return (segment.stands & stand.broken) !== 0 ? segment.node : (plan.tree.parents[segment.node] ?? 0)
}

/** Tag and class of a segment's element; empty when it has no class, for then it tells nothing. */
function nameOf(plan: ArticlePlan, segment: Segment): string {
  const name = attributeOf(plan.tree, segment.node, 'class')?.trim()
  return name ? `${plan.tree.tags[segment.node]} ${name}` : ''
}
