// In: a <title> that begins with the outlet's name. Out: the title without it.
// "The Gull: Harbour reopens" and "Gaza: truce holds" look alike; only a page that calls itself The Gull tells them apart.

import { attributeOf } from '../html/attributes.ts'
import { textOfNode } from '../html/node-text.ts'
import type { PageTree } from '../html/page-tree.ts'
import { tag } from '../html/tag-names.ts'
import { fold } from '../text/fold.ts'

const opening = /^(.{2,60}?)\s*[:：|｜–—-]\s+(?=.{8})/u
const homeAddress = /^(?:\/|\.\/|https?:\/\/[^/?#]+\/?|\/?index\.\w{3,5})(?:[?#].*)?$/i
const copyrightReach = 12
const mostPlaces = 50

/** Cuts what stands before a colon or dash where the page names itself so: linking home, beside ©, or in its metadata. */
export function cutNameBefore(tree: PageTree, title: string, siteName: string | null): string {
  const match = opening.exec(title)
  const name = match?.[1]
  if (!match || !name || fold(name).length < 2) return title
  const isOwn =
    (siteName !== null && fold(siteName) === fold(name)) || isBesideCopyright(tree.html, name) || linksHome(tree, name)
  return isOwn ? title.slice(match[0].length) : title
}

function isBesideCopyright(html: string, name: string): boolean {
  let at = html.indexOf(name)
  for (let seen = 0; at >= 0 && seen < mostPlaces; at = html.indexOf(name, at + 1), seen++) {
    if (/©|&copy;|\(c\)/i.test(html.slice(Math.max(0, at - copyrightReach), at))) return true
  }
  return false
}

function linksHome(tree: PageTree, name: string): boolean {
  const wanted = fold(name)
  for (let node = 0; node < tree.size; node++) {
    if (tree.tags[node] !== tag.a || !homeAddress.test(attributeOf(tree, node, 'href')?.trim() ?? '')) continue
    if (fold(textOfNode(tree, node, 120)) === wanted) return true
  }
  return false
}
