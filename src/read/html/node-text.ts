// The visible text of one element, for headings, bylines and the like; not for whole pages.

import { decodeReferences } from './attributes.ts'
import { tag, tagTraits, trait } from './tag-names.ts'
import type { PageTree } from './page-tree.ts'

/** Text under a node with whitespace in single spaces; at most `limit` letters of source are looked at. */
export function textOfNode(tree: PageTree, node: number, limit = 2000): string {
  let text = ''
  const end = tree.ends[node] ?? node + 1
  for (let at = node; at < end && text.length < limit; at++) {
    const number = tree.tags[at] ?? 0
    if (number === tag.text) text += tree.html.slice(tree.from[at], tree.to[at])
    else if (((tagTraits[number] ?? 0) & trait.skip) !== 0) at = (tree.ends[at] ?? at + 1) - 1
    else if (number === tag.br || ((tagTraits[number] ?? 0) & trait.block) !== 0) text += ' '
  }
  return decodeReferences(text)
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
