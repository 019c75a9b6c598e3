// Whether a page hides an element from its readers, as far as the markup alone can tell.

import type { PageTree } from '../html/page-tree.ts'

/**
 * True for `hidden` and `display:none` set in the element itself.
 * `aria-hidden` is no such sign: pages put it on what is seen but need not be read aloud.
 */
export function isHidden(tree: PageTree, node: number): boolean {
  const from = tree.from[node] ?? 0
  const to = tree.to[node] ?? 0
  if (to - from < 6) return false
  const source = tree.html.slice(from, to)
  if (source.includes('display')) return /style\s*=\s*["'][^"']*display\s*:\s*none/i.test(source)
  return (
    source.includes('hidden') &&
    /(?:^|\s)hidden(?:=""|=hidden)?(?=[\s/]|$)/i.test(
      source.replace(/"(?:hidden)?"|'(?:hidden)?'/g, '""').replace(/"[^"]+"|'[^']+'/g, '"x"'),
    )
  )
}
