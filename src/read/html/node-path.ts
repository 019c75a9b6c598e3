// The place of an element in its page: child-element indexes from the root, "0/1/4".

import { tag } from './tag-names.ts'
import { nextSibling, type PageTree } from './page-tree.ts'

/** Gives paths of elements; remembers the ones above, so that many paths cost little more than one. */
export function createPathFinder(tree: PageTree): (node: number) => string {
  const known = new Map<number, string>([[0, '0']])

  // Where the count of a parent's children was last left: paths are asked for in order, so a million siblings are counted once.
  const counted = new Map<number, { child: number; index: number }>()

  function indexInParent(node: number, parent: number): number {
    const left = counted.get(parent)
    let { child, index } = left && left.child <= node ? left : { child: parent + 1, index: 0 }
    for (; child >= 0 && child < node; child = nextSibling(tree, child)) {
      if (tree.tags[child] !== tag.text) index++
    }
    counted.set(parent, { child: node, index })
    return index
  }

  return function pathOf(node) {
    const chain: number[] = []
    let at = node
    while (!known.has(at)) {
      chain.push(at)
      at = tree.parents[at] ?? 0
    }
    let path = known.get(at) ?? '0'
    for (const step of chain.reverse()) {
      path += `/${indexInParent(step, tree.parents[step] ?? 0)}`
      known.set(step, path)
    }
    return path
  }
}

/** The element at a path, or -1. */
export function nodeAtPath(tree: PageTree, path: string): number {
  const steps = path.split('/').slice(1).map(Number)
  let at = 0
  for (const step of steps) {
    let child = at + 1 < (tree.ends[at] ?? 0) ? at + 1 : -1
    let index = -1
    for (; child >= 0; child = nextSibling(tree, child)) {
      if (tree.tags[child] !== tag.text && ++index === step) break
    }
    if (child < 0) return -1
    at = child
  }
  return at
}
