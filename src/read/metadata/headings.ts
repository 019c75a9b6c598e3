// In: a page and what its head claims to be the title. Out: the heading that prints it.

import { nextSibling, type PageTree } from '../html/page-tree.ts'
import { textOfNode } from '../html/node-text.ts'
import { tag } from '../html/tag-names.ts'
import { fold } from '../text/fold.ts'
import { tidyTitle } from './title-claims.ts'

export type Heading = { readonly node: number; readonly text: string }

const mostHeadings = 30
const longestHeading = 600

/** The texts of headings; empty ones, which hold a picture, are left out. */
export function readHeadings(tree: PageTree, nodes: readonly number[]): Heading[] {
  return nodes
    .slice(0, mostHeadings)
    .map((node) => ({ node, text: headingText(tree, node) }))
    .filter(({ text }) => fold(text).length > 1)
}

export function headingText(tree: PageTree, node: number): string {
  return tidyTitle(textOfNode(tree, node, longestHeading))
}

/** The heading with which the claims agree most; null when none agrees more than `least`. */
export function bestHeading(headings: readonly Heading[], claims: readonly string[], least = 0.45): Heading | null {
  let best: Heading | null = null
  let bestScore = least
  const seen = new Set<string>()
  for (const heading of headings) {
    const folded = fold(heading.text)
    if (seen.has(folded)) continue
    seen.add(folded)
    let most = 0
    let sum = 0
    for (const claim of claims) {
      const score = agreement(folded, fold(claim))
      most = Math.max(most, score)
      sum += score
    }
    const score = most > least ? most + sum / 10 : 0
    if (score > bestScore) {
      best = heading
      bestScore = score
    }
  }
  return best
}

/** How far a heading and a claim say the same, 0–1; a claim may go on with a site's name. */
function agreement(heading: string, claim: string): number {
  if (heading === claim) return 1
  if (heading.length >= 8 && claim.includes(heading))
    return Math.max(heading.length > 16 ? 0.5 : 0, heading.length / claim.length)
  if (claim.length >= 12 && heading.includes(claim)) return claim.length / heading.length
  const words = new Set(heading.split(' '))
  const others = claim.split(' ')
  let common = 0
  for (const word of others) if (words.has(word)) common++
  return common / Math.max(words.size, others.length, 3)
}

/** The longest heading of any level that says, word for word, one of these; headings before `after` do not count. */
export function headingThatSays(tree: PageTree, claims: readonly string[], after = 0): Heading | null {
  const wanted = new Set(claims.map(fold).filter((claim) => claim.length > 3))
  if (wanted.size === 0) return null
  let best: Heading | null = null
  for (let node = after; node < tree.size; node++) {
    const number = tree.tags[node] ?? 0
    if (number < tag.h1 || number > tag.h4) continue
    const text = headingText(tree, node)
    if (wanted.has(fold(text)) && text.length > (best?.text.length ?? 0)) best = { node, text }
  }
  return best
}

const trailName = /breadcrumb|[\s"'_-]crumbs?[\s"'_-]|migas|fil-?d?-?ariane/i

/** Whether a heading is the last link of the trail to the page: search engines are told so, readers see another. */
export function isInTrail(tree: PageTree, node: number): boolean {
  for (let at = node, steps = 0; at > 0 && steps < 5; at = tree.parents[at] ?? 0, steps++)
    if (trailName.test(tree.html.slice(tree.from[at], tree.to[at]))) return true
  return false
}

const kickerName =
  /kicker|overline|eyebrow|topline|dachzeile|spitzmarke|roofline|pre-?headline|super-?title|volanta|antetitulo|occhiello|sobretitulo|surtitre|over-?title/i

/** A heading without the kicker (or subtitle) inside it, where names or the claims tell that it is one. */
export function withoutKicker(tree: PageTree, heading: Heading, claims: readonly string[]): string {
  const parts = partsOf(tree, heading.node)
  if (parts.length < 2 || parts.length > 6) return heading.text
  const said = new Set(claims.map(fold))
  const isWhole = said.has(fold(heading.text))
  for (let cut = 1; cut < parts.length; cut++) {
    const head = joinParts(parts.slice(0, cut))
    const tail = joinParts(parts.slice(cut))
    if (fold(head).length < 2 || fold(tail).length < 8) continue
    if (!isWhole && said.has(fold(tail))) return tail
    if (!isWhole && said.has(fold(head)) && head.length > 12) return head
    const isNamed = parts.slice(0, cut).every((part) => kickerName.test(part.name))
    const isParted = head.length < tail.length && claims.some((claim) => isPartedIn(claim, head, tail))
    if (isParted || (isNamed && !isWhole)) return tail
  }
  return heading.text
}

/** Whether a claim puts a mark between two parts that the heading prints without one, or puts them the other way round. */
function isPartedIn(claim: string, head: string, tail: string): boolean {
  if (/[\p{P}\p{S}]$/u.test(head) || /^[:–—|-]/.test(tail)) return false
  if (fold(claim) === fold(`${tail} ${head}`)) return true
  return (
    claim.startsWith(head) && claim.endsWith(tail) && /^\s*[:|–—-]\s+$/.test(claim.slice(head.length, -tail.length))
  )
}

type Part = { readonly text: string; readonly name: string }

const joinParts = (parts: readonly Part[]): string => parts.map((part) => part.text).join(' ')

/** What stands side by side in a heading, below boxes that hold everything; letters in italics part nothing. */
function partsOf(tree: PageTree, node: number): Part[] {
  let children = childrenWithText(tree, node)
  for (
    let only = children[0];
    children.length === 1 && only !== undefined && tree.tags[only] !== tag.text;
    only = children[0]
  )
    children = childrenWithText(tree, only)
  if (children.some((child) => inline.has(tree.tags[child] ?? 0))) return []
  return children.map((child) => ({
    text: headingText(tree, child),
    name: tree.tags[child] === tag.text ? '' : tree.html.slice(tree.from[child], tree.to[child]),
  }))
}

const inline = new Set<number>([tag.em, tag.i, tag.b])

function childrenWithText(tree: PageTree, node: number): number[] {
  const found: number[] = []
  const end = tree.ends[node] ?? node + 1
  for (let child = node + 1; child >= 0 && child < end; child = nextSibling(tree, child))
    if (headingText(tree, child) !== '') found.push(child)
  return found
}
