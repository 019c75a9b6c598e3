// In: a page tree. Out: its segments in reading order, everything that can be seen, good and bad alike.
// One loop over the nodes with a stack of open blocks; what a page hides or runs is passed over whole.

import { attributeOf, decodeReferences } from '../html/attributes.ts'
import { tag, tagTraits, trait, firstUnknownTag } from '../html/tag-names.ts'
import type { PageTree } from '../html/page-tree.ts'
import { stand, type Segment } from './segment.ts'
import { addWeight, type TextWeight } from './weigh-text.ts'
import { isHidden } from './is-hidden.ts'

const maxSegments = 60_000
const maxSegmentLength = 200_000

const standsOfTag = new Int32Array(1024)
for (const [number, bits] of [
  [tag.h1, stand.heading],
  [tag.h2, stand.heading],
  [tag.h3, stand.heading],
  [tag.h4, stand.heading],
  [tag.h5, stand.heading],
  [tag.h6, stand.heading],
  [tag.li, stand.listItem],
  [tag.dt, stand.listItem],
  [tag.dd, stand.listItem],
  [tag.td, stand.cell],
  [tag.th, stand.cell],
  [tag.blockquote, stand.quotation],
  [tag.figcaption, stand.caption],
  [tag.caption, stand.caption],
  [tag.pre, stand.preformatted],
  [tag.p, stand.paragraph],
  [tag.header, stand.header],
  [tag.footer, stand.footer],
  [tag.nav, stand.nav],
  [tag.aside, stand.aside],
  [tag.form, stand.form],
  [tag.article, stand.article],
] as const)
  standsOfTag[number] = bits

/** What a block starts anew: a paragraph in a list item is still in the list, a list in a heading's box is not in the heading. */
const innermost = stand.heading | stand.paragraph | stand.broken

type Open = { readonly node: number; readonly end: number; readonly stands: number; readonly level: number }

/** Collects the segments of the whole body. */
export function collectSegments(tree: PageTree, isLate: () => boolean): Segment[] {
  const segments: Segment[] = []
  const opens: Open[] = [{ node: 0, end: tree.size, stands: 0, level: 0 }]
  const gather = createGatherer(segments)
  let linkEnd = -1
  for (let node = 0; node < tree.size; node++) {
    for (let top = opens.at(-1); top && node >= top.end; top = opens.at(-1)) {
      gather.flush(top)
      opens.pop()
    }
    const here = opens.at(-1)
    if (!here) break
    const number = tree.tags[node] ?? 0
    if (number === tag.text) {
      gather.add(tree, node, node < linkEnd, here)
      continue
    }
    if ((node & 1023) === 0 && (isLate() || segments.length > maxSegments)) break
    const traits = traitsOf(tree, number)
    if ((traits & trait.skip) !== 0 || (mayHide(number, traits) && isHidden(tree, node))) {
      if ((traits & trait.block) !== 0) gather.flush(here)
      node = (tree.ends[node] ?? node + 1) - 1
      continue
    }
    if (number === tag.br) gather.breakLine(here)
    else if (number === tag.hr) gather.flush(here)
    else if (number === tag.a) linkEnd = openLink(tree, node, linkEnd, gather)
    if ((traits & trait.block) === 0) continue
    gather.flush(here)
    const isHeading = (traits & trait.heading) !== 0
    opens.push({
      node,
      end: tree.ends[node] ?? node + 1,
      stands: (here.stands & ~innermost) | (standsOfTag[number] ?? 0) | (isHeading ? 0 : here.stands & stand.heading),
      level: isHeading ? number - tag.h1 + 1 : here.level,
    })
  }
  for (let top = opens.pop(); top; top = opens.pop()) gather.flush(top)
  return segments
}

/** Pages hide blocks and spans; letters in bold they do not. */
function mayHide(number: number, traits: number): boolean {
  return number !== tag.body && ((traits & trait.block) !== 0 || number === tag.span || number >= firstUnknownTag)
}

function openLink(tree: PageTree, node: number, linkEnd: number, gather: Gatherer): number {
  if (node < linkEnd || attributeOf(tree, node, 'href') === undefined) return linkEnd
  gather.countLink()
  return tree.ends[node] ?? node + 1
}

function traitsOf(tree: PageTree, number: number): number {
  if (number < firstUnknownTag) return tagTraits[number] ?? 0
  return tree.unknownNames[number - firstUnknownTag]?.includes('-') ? trait.block : 0
}

type Gatherer = ReturnType<typeof createGatherer>

/** Gathers pieces of text into the segment under way. */
function createGatherer(segments: Segment[]) {
  let pieces = ''
  let linked = ''
  let links = 0
  let first = -1
  let broken = 0
  let pendingBreak = false
  let isAfterDropCap = false

  function flush(open: Open): void {
    if (first < 0) {
      links = 0
      pendingBreak = false
      return
    }
    const text = tidy(pieces, (open.stands & stand.preformatted) !== 0)
    if (text !== '') segments.push(makeSegment(text, linked, links, first, open, broken > 0))
    pieces = ''
    linked = ''
    links = 0
    first = -1
    pendingBreak = false
    isAfterDropCap = false
  }

  return {
    flush(open: Open) {
      flush(open)
      broken = 0
    },
    add(tree: PageTree, node: number, isLinked: boolean, open: Open) {
      const raw = tree.html.slice(tree.from[node] ?? 0, tree.to[node] ?? 0)
      const text = decodeReferences(raw)
      if (first < 0 && isBlank(text)) return
      if (pieces.length > maxSegmentLength) return
      if (pendingBreak && !isBlank(text)) pendingBreak = false
      if (isAfterDropCap && isBlank(text)) return
      const wasDropCap = isAfterDropCap
      if (wasDropCap) pieces = joinDropCap(pieces, text)
      isAfterDropCap = first < 0 && text.length <= 3 && isDropCap(tree, node, text)
      if (first < 0) first = node
      const piece = (open.stands & stand.preformatted) === 0 && text.includes('\n') ? text.replaceAll('\n', ' ') : text
      pieces += wasDropCap ? piece.trimStart() : piece
      if (isLinked) linked += text
    },
    /** Two line breaks in a row end a paragraph; one divides lines. */
    breakLine(open: Open) {
      if (first < 0) return
      if (pendingBreak) {
        broken++
        flush(open)
        return
      }
      pieces += '\n'
      pendingBreak = true
    },
    countLink() {
      links++
    },
  }
}

const dropCapName = /initial|drop-?cap|first-?letter|lettrine|capolettera|letra-?capital/i

/** A large first letter in an element of its own; letters that are words by themselves are left alone. */
function isDropCap(tree: PageTree, node: number, text: string): boolean {
  if (!/^\s*\p{Lu}\s*$/u.test(text) || /[AEIOUYVZSKWÀÈÉÓÚАИОУЯВСКБЖ]/u.test(text)) return false
  const parent = tree.parents[node] ?? 0
  return dropCapName.test(tree.html.slice(tree.from[parent], tree.to[parent]))
}

/** A large letter and the rest of its word are laid side by side by the style, and parted by spaces in the source. */
function joinDropCap(letter: string, rest: string): string {
  return /^\s*\p{Ll}/u.test(rest) ? letter.trim() : `${letter} `
}

function makeSegment(text: string, linked: string, links: number, first: number, open: Open, broken: boolean): Segment {
  const whole: TextWeight = { weight: 0, stops: 0, commas: 0 }
  addWeight(text, whole)
  const inLinks: TextWeight = { weight: 0, stops: 0, commas: 0 }
  if (linked !== '') addWeight(linked, inLinks)
  return {
    text,
    node: open.node,
    first,
    weight: whole.weight,
    linkShare: whole.weight > 0 ? Math.min(1, inLinks.weight / whole.weight) : 0,
    links,
    stops: whole.stops,
    commas: whole.commas,
    stands: open.stands | (broken ? stand.broken : 0),
    level: (open.stands & stand.heading) !== 0 ? open.level : 0,
  }
}

/** What most texts do not have: runs of space, other spaces than the plain one, line breaks, space at the ends. */
const needsTidying = /\s\s|[^\S ]|^\s|\s$/

function tidy(text: string, keepsSpace: boolean): string {
  const clean = text.includes('\u00ad') || text.includes('\0') ? text.replace(/[\u00ad\0]/g, '') : text
  if (!keepsSpace && !needsTidying.test(clean)) return clean
  if (keepsSpace)
    return clean
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t\u00a0]+$/gm, '')
      .trim()
  return clean
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 32 && code !== 0xa0 && code !== 0xfeff && code !== 0x200b) return false
  }
  return true
}
