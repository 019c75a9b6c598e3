// In: a page tree and what is known of its title. Out: the segments of its article, in order.

import type { PageTree } from '../html/page-tree.ts'
import { indexSegments, segmentsUnder, type ArticlePlan } from './article-plan.ts'
import { chooseRoot } from './choose-root.ts'
import { collectSegments } from './collect-segments.ts'
import { confirmBody, type BodyEvidence } from './confirm-body.ts'
import { markChrome } from './mark-chrome.ts'
import { markOtherArticles } from './mark-other-articles.ts'
import { markTeasers } from './mark-teasers.ts'
import { pickSegments, type Picking } from './pick-segments.ts'
import type { Segment } from './segment.ts'
import { isProse, worthOf } from './worth.ts'

export type FoundArticle = {
  readonly plan: ArticlePlan
  readonly root: number
  readonly picked: Uint8Array
  readonly evidence: BodyEvidence | null
}

export type About = Omit<Picking, 'evidence'> & {
  readonly articleBody: string | null
  /** First-level headings of the page. */ readonly headings: readonly number[]
}

export function findArticle(tree: PageTree, about: About, isLate: () => boolean): FoundArticle {
  const segments = collectSegments(tree, isLate)
  const plan: ArticlePlan = {
    tree,
    segments,
    worth: worthOfAll(segments),
    out: new Int32Array(segments.length),
    around: new Int32Array(segments.length),
    captions: new Uint8Array(segments.length),
    confirmed: new Uint8Array(segments.length),
    segmentAt: indexSegments(tree, segments),
  }
  markChrome(plan, about.title ?? '')
  markTeasers(plan, about.titleNode)
  markOtherArticles(plan, about.titleNode, about.headings)
  let root = chooseRoot(plan)
  const evidence = confirmBody(plan, about.articleBody)
  const isHeeded = evidence !== null && evidence.coverage > 0.75 && evidence.length > 0.5 * lengthUnder(plan, root)
  if (evidence && isHeeded) {
    weighConfirmation(plan, evidence)
    root = chooseRoot(plan)
  }
  const picked =
    root < 0
      ? new Uint8Array(segments.length)
      : pickSegments(plan, root, { ...about, evidence: isHeeded ? evidence : null })
  return { plan, root, picked, evidence }
}

/** A loop: `Float64Array.from` walks its source through an iterator. */
function worthOfAll(segments: readonly Segment[]): Float64Array {
  const worth = new Float64Array(segments.length)
  for (const [at, segment] of segments.entries()) worth[at] = worthOf(segment)
  return worth
}

/** How many letters of prose stand under a root, chrome left out. */
function lengthUnder(plan: ArticlePlan, root: number): number {
  if (root < 0) return 0
  const [from, to] = segmentsUnder(plan, root)
  let sum = 0
  for (let at = from; at < to; at++) {
    const segment = plan.segments[at]
    if (segment && !plan.out[at] && !plan.captions[at] && isProse(segment)) sum += segment.weight
  }
  return sum
}

/** A confirmed segment is in, whatever its surroundings are called; other prose counts for less. */
function weighConfirmation(plan: ArticlePlan, evidence: BodyEvidence): void {
  for (const [at, segment] of plan.segments.entries()) {
    if (plan.confirmed[at]) {
      plan.out[at] = 0
      plan.worth[at] = Math.max(plan.worth[at] ?? 0, segment.weight)
    } else if (evidence.endsWell && isProse(segment)) plan.worth[at] = -segment.weight * 0.3
  }
}
