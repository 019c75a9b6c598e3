// In: a page tree and what is known of its title. Out: the segments of its article, in order.

import type { PageTree } from '../html/page-tree.ts'
import { indexSegments, type ArticlePlan } from './article-plan.ts'
import { chooseRoot } from './choose-root.ts'
import { collectSegments } from './collect-segments.ts'
import { confirmBody, type BodyEvidence } from './confirm-body.ts'
import { markChrome } from './mark-chrome.ts'
import { pickSegments, type Picking } from './pick-segments.ts'
import { isProse, worthOf } from './worth.ts'

export type FoundArticle = {
  readonly plan: ArticlePlan
  readonly root: number
  readonly picked: Uint8Array
  readonly evidence: BodyEvidence | null
}

export type About = Omit<Picking, 'evidence'> & { readonly articleBody: string | null }

export function findArticle(tree: PageTree, about: About, isLate: () => boolean): FoundArticle {
  const segments = collectSegments(tree, isLate)
  const plan: ArticlePlan = {
    tree,
    segments,
    worth: Float64Array.from(segments, worthOf),
    out: new Int32Array(segments.length),
    around: new Int32Array(segments.length),
    captions: new Uint8Array(segments.length),
    confirmed: new Uint8Array(segments.length),
    segmentAt: indexSegments(tree, segments),
  }
  markChrome(plan)
  const evidence = confirmBody(plan, about.articleBody)
  if (evidence && evidence.coverage > 0.75) weighConfirmation(plan, evidence)
  const root = chooseRoot(plan)
  const picked = root < 0 ? new Uint8Array(segments.length) : pickSegments(plan, root, { ...about, evidence })
  return { plan, root, picked, evidence }
}

/** A confirmed segment is in, whatever its surroundings are called; other prose counts for less. */
function weighConfirmation(plan: ArticlePlan, evidence: BodyEvidence): void {
  for (const [at, segment] of plan.segments.entries()) {
    if (plan.confirmed[at]) {
      plan.out[at] = 0
      plan.worth[at] = Math.max(plan.worth[at] ?? 0, segment.weight)
    } else if (evidence.endsWell && isProse(segment)) plan.worth[at] = -Math.min(20, segment.weight * 0.1)
  }
}
