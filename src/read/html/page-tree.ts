// A page as flat arrays: node i has a tag, a parent, and the end of its subtree.
// Nodes stand in document order, so the subtree of i is the range [i, end[i]): no objects, no recursion,
// and a million elements cost a few tens of megabytes.

import { tag } from './tag-names.ts'

export type PageTree = {
  /** The source; all ranges below point into it. */
  readonly html: string
  readonly size: number
  readonly tags: Uint16Array
  readonly parents: Int32Array
  /** First node after the subtree. */
  readonly ends: Int32Array
  /** For text: the range of the text. For elements: the range of the attributes. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Elements whose content is not parsed (script, style, title…): where that content lies; 0,0 for others. */
  readonly rawFrom: ReadonlyMap<number, readonly [from: number, to: number]>
  /** Names of tags the reader has no number for. */
  readonly unknownNames: readonly string[]
  /** True when time or room ended before the source did. */
  readonly cut: boolean
}

/** All nodes with this tag, in document order. */
export function findTags(tree: PageTree, wanted: number): number[] {
  const found: number[] = []
  for (let node = 0; node < tree.size; node++) if (tree.tags[node] === wanted) found.push(node)
  return found
}

/** The first child of a node, or -1. */
export function firstChild(tree: PageTree, node: number): number {
  return node + 1 < (tree.ends[node] ?? 0) ? node + 1 : -1
}

/** The next sibling of a node, or -1. */
export function nextSibling(tree: PageTree, node: number): number {
  const next = tree.ends[node] ?? 0
  const parent = tree.parents[node] ?? -1
  return parent >= 0 && next < (tree.ends[parent] ?? 0) ? next : -1
}

/** The child elements of a node. */
export function childElements(tree: PageTree, node: number): number[] {
  const found: number[] = []
  for (let child = firstChild(tree, node); child >= 0; child = nextSibling(tree, child)) {
    if (tree.tags[child] !== tag.text) found.push(child)
  }
  return found
}

/** Whether `inner` is `outer` or lies in it. */
export function isWithin(tree: PageTree, inner: number, outer: number): boolean {
  return inner >= outer && inner < (tree.ends[outer] ?? 0)
}
