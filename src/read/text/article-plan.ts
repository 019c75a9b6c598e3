// What the steps of finding an article hand on to each other: the segments, what each is worth, and why some are out.

import type { PageTree } from '../html/page-tree.ts'
import type { Segment } from './segment.ts'

export type ArticlePlan = {
  readonly tree: PageTree
  readonly segments: readonly Segment[]
  /** How much each segment speaks for the place it stands in; below zero speaks against it. */
  readonly worth: Float64Array
  /** Hint bits of the element that puts a segment out of the article; 0 = it is not out. */
  readonly out: Int32Array
  /** Hint bits of all elements around a segment. */
  readonly around: Int32Array
  /** 1 for what is written under or beside a picture. */
  readonly captions: Uint8Array
  /** 1 where the page's own linked data prints the same text as the article's body. */
  readonly confirmed: Uint8Array
  /** For each node, how many segments begin before it. */
  readonly segmentAt: Int32Array
}

/** The segments under a node: [from, to). */
export function segmentsUnder(
  plan: Pick<ArticlePlan, 'tree' | 'segmentAt'>,
  node: number,
): readonly [from: number, to: number] {
  return [plan.segmentAt[node] ?? 0, plan.segmentAt[plan.tree.ends[node] ?? node + 1] ?? 0]
}

/** For each node (and one past the last), how many segments begin before it. */
export function indexSegments(tree: PageTree, segments: readonly Segment[]): Int32Array {
  const segmentAt = new Int32Array(tree.size + 1)
  let next = 0
  for (let node = 0; node <= tree.size; node++) {
    while (next < segments.length && (segments[next]?.first ?? 0) < node) next++
    segmentAt[node] = next
  }
  return segmentAt
}
