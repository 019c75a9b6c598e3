// In: a page tree and what is known of its title. Out: the segments of its article, in order.

import type { PageTree } from '../html/page-tree.ts'
import { indexSegments, type ArticlePlan } from './article-plan.ts'
import { chooseRoot } from './choose-root.ts'
import { collectSegments } from './collect-segments.ts'
import { markChrome } from './mark-chrome.ts'
import { pickSegments, type Picking } from './pick-segments.ts'
import { worthOf } from './worth.ts'

export type FoundArticle = { readonly plan: ArticlePlan; readonly root: number; readonly picked: Uint8Array }

export function findArticle(tree: PageTree, about: Picking, isLate: () => boolean): FoundArticle {
  const segments = collectSegments(tree, isLate)
  const plan: ArticlePlan = {
    tree,
    segments,
    worth: Float64Array.from(segments, worthOf),
    out: new Int32Array(segments.length),
    around: new Int32Array(segments.length),
    segmentAt: indexSegments(tree, segments),
  }
  markChrome(plan)
  const root = chooseRoot(plan)
  const picked = root < 0 ? new Uint8Array(segments.length) : pickSegments(plan, root, about)
  return { plan, root, picked }
}
