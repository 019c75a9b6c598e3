// In: tags and texts in the order they are read. Out: a page tree as a browser would build it, near enough.
// The rules of HTML (implied html, head, body and tbody; what ends a paragraph, an item, a row) matter because
// a block's place in the page is told by child indexes, and because real pages leave out half their end tags.

import { firstUnknownTag, lastUnknownTag, tag, tagNumbers, tagTraits, trait } from './tag-names.ts'
import type { PageTree } from './page-tree.ts'

// Browsers flatten what is nested deeper than this; so a million nested elements are a flat page.
const maxDepth = 512
const maxNodes = 3_000_000

export type TreeBuilder = {
  /** Opens an element; true when its content is not to be parsed but passed to `raw`. */
  open(name: string, from: number, to: number, selfClosing: boolean): boolean
  raw(from: number, to: number): void
  close(name: string): void
  text(from: number, to: number): void
  finish(cut: boolean): PageTree
  isFull(): boolean
}

// Which open elements a new one ends, and where that search stops.
const endedBy: ReadonlyMap<number, { readonly ends: ReadonlySet<number>; readonly until: ReadonlySet<number> }> =
  new Map([
    [tag.li, { ends: new Set<number>([tag.li]), until: new Set<number>([tag.ul, tag.ol, tag.menu, tag.dir]) }],
    [tag.dt, { ends: new Set<number>([tag.dt, tag.dd]), until: new Set<number>([tag.dl]) }],
    [tag.dd, { ends: new Set<number>([tag.dt, tag.dd]), until: new Set<number>([tag.dl]) }],
    [tag.tr, { ends: new Set<number>([tag.tr]), until: new Set<number>([tag.table, tag.tbody, tag.thead, tag.tfoot]) }],
    [tag.td, { ends: new Set<number>([tag.td, tag.th]), until: new Set<number>([tag.tr, tag.table]) }],
    [tag.th, { ends: new Set<number>([tag.td, tag.th]), until: new Set<number>([tag.tr, tag.table]) }],
    [
      tag.tbody,
      {
        ends: new Set<number>([tag.tbody, tag.thead, tag.tfoot, tag.caption, tag.colgroup]),
        until: new Set<number>([tag.table]),
      },
    ],
    [
      tag.thead,
      {
        ends: new Set<number>([tag.tbody, tag.thead, tag.tfoot, tag.caption, tag.colgroup]),
        until: new Set<number>([tag.table]),
      },
    ],
    [
      tag.tfoot,
      {
        ends: new Set<number>([tag.tbody, tag.thead, tag.tfoot, tag.caption, tag.colgroup]),
        until: new Set<number>([tag.table]),
      },
    ],
    [
      tag.option,
      { ends: new Set<number>([tag.option]), until: new Set<number>([tag.select, tag.datalist, tag.optgroup]) },
    ],
    [tag.optgroup, { ends: new Set<number>([tag.option, tag.optgroup]), until: new Set<number>([tag.select]) }],
    [tag.rt, { ends: new Set<number>([tag.rt, tag.rp]), until: new Set<number>([tag.ruby]) }],
    [tag.rp, { ends: new Set<number>([tag.rt, tag.rp]), until: new Set<number>([tag.ruby]) }],
  ])

const tableParts = new Set<number>([tag.table, tag.tbody, tag.thead, tag.tfoot, tag.tr, tag.td, tag.th, tag.caption])

/** A builder for one page of `html`. */
export function createTreeBuilder(html: string): TreeBuilder {
  let room = Math.max(256, Math.floor(html.length / 120))
  let tags = new Uint16Array(room)
  let parents = new Int32Array(room)
  let ends = new Int32Array(room)
  let from = new Int32Array(room)
  let to = new Int32Array(room)
  let size = 0
  const stack = new Int32Array(maxDepth + 8)
  let depth = 0
  const openCount = new Int32Array(1024)
  const rawFrom = new Map<number, [number, number]>()
  const unknown = new Map<string, number>()
  const traits = new Uint8Array(tagTraits)
  let headNode = -1
  let bodyNode = -1

  function grow(): void {
    room = Math.min(maxNodes + 8, room * 2)
    const wider = <A extends Uint16Array | Int32Array>(old: A, fresh: A): A => (fresh.set(old), fresh)
    tags = wider(tags, new Uint16Array(room))
    parents = wider(parents, new Int32Array(room))
    ends = wider(ends, new Int32Array(room))
    from = wider(from, new Int32Array(room))
    to = wider(to, new Int32Array(room))
  }

  const tagOf = (place: number): number => tags[stack[place] ?? 0] ?? 0

  function add(number: number, begin: number, stop: number): number {
    if (size >= room - 1) grow()
    tags[size] = number
    parents[size] = depth > 0 ? (stack[depth - 1] ?? -1) : -1
    from[size] = begin
    to[size] = stop
    ends[size] = size + 1
    return size++
  }

  function push(number: number, begin: number, stop: number): number {
    if (depth >= maxDepth) pop()
    const node = add(number, begin, stop)
    stack[depth++] = node
    openCount[number] = (openCount[number] ?? 0) + 1
    return node
  }

  function pop(): void {
    depth--
    const node = stack[depth] ?? 0
    const number = tags[node] ?? 0
    openCount[number] = (openCount[number] ?? 1) - 1
    ends[node] = size
  }

  function popTo(place: number): void {
    while (depth > place) pop()
  }

  function numberOf(name: string): number {
    const known = tagNumbers.get(name) ?? unknown.get(name)
    if (known !== undefined) return known
    const number = Math.min(lastUnknownTag, firstUnknownTag + unknown.size)
    if (firstUnknownTag + unknown.size <= lastUnknownTag) unknown.set(name, number)
    // Elements of a page's own making are mostly parts of its layout.
    traits[number] = name.includes('-') ? trait.block : 0
    return number
  }

  function ensureHead(): void {
    if (size === 0) push(tag.html, 0, 0)
    if (headNode < 0) headNode = push(tag.head, 0, 0)
  }

  function ensureBody(): void {
    if (bodyNode >= 0) return
    ensureHead()
    popTo(1)
    bodyNode = push(tag.body, 0, 0)
  }

  /** Ends the nearest open `number`, unless a border of scope lies between. */
  function endNearest(number: number, border: number): boolean {
    if ((openCount[number] ?? 0) === 0) return false
    for (let place = depth - 1; place > 1; place--) {
      const at = tagOf(place)
      if (at === number) {
        popTo(place)
        return true
      }
      if (((traits[at] ?? 0) & border) !== 0) return false
    }
    return false
  }

  function endImplied(number: number): void {
    if (((traits[number] ?? 0) & trait.closesParagraph) !== 0) endNearest(tag.p, trait.scope)
    if (((traits[number] ?? 0) & trait.heading) !== 0 && ((traits[tagOf(depth - 1)] ?? 0) & trait.heading) !== 0) pop()
    if (number === tag.a && (openCount[tag.a] ?? 0) > 0) endNearest(tag.a, trait.scope | trait.block)
    const rule = endedBy.get(number)
    if (!rule) return
    for (let place = depth - 1; place > 1; place--) {
      const at = tagOf(place)
      if (rule.ends.has(at)) return popTo(place)
      if (rule.until.has(at) || (!tableParts.has(number) && ((traits[at] ?? 0) & trait.scope) !== 0)) return
      if (
        number === tag.li &&
        at !== tag.p &&
        at !== tag.div &&
        at !== tag.address &&
        ((traits[at] ?? 0) & trait.block) !== 0
      )
        return
    }
  }

  function addImpliedRows(number: number): void {
    const above = tagOf(depth - 1)
    if (number === tag.tr && above === tag.table) push(tag.tbody, 0, 0)
    if (
      (number === tag.td || number === tag.th) &&
      (above === tag.tbody || above === tag.table || above === tag.thead || above === tag.tfoot)
    ) {
      if (above === tag.table) push(tag.tbody, 0, 0)
      push(tag.tr, 0, 0)
    }
  }

  function openRoot(number: number, begin: number, stop: number): number | undefined {
    if (number === tag.html || number === tag.head) {
      ensureHead()
      const node = number === tag.html ? 0 : headNode
      if (to[node] === 0) setRange(node, begin, stop)
      return node
    }
    if (number === tag.body) {
      ensureBody()
      if (to[bodyNode] === 0) setRange(bodyNode, begin, stop)
      return bodyNode
    }
    return undefined
  }

  function setRange(node: number, begin: number, stop: number): void {
    from[node] = begin
    to[node] = stop
  }

  return {
    open(name, begin, stop, selfClosing) {
      const number = numberOf(name)
      const root = openRoot(number, begin, stop)
      if (root !== undefined) return false
      const bits = traits[number] ?? 0
      const inHead = bodyNode < 0 && (bits & trait.headOnly) !== 0
      if (inHead) ensureHead()
      else ensureBody()
      endImplied(number)
      addImpliedRows(number)
      if (
        (bits & trait.void) !== 0 ||
        (selfClosing && number >= firstUnknownTag) ||
        (selfClosing && (number === tag.svg || number === tag.math))
      ) {
        add(number, begin, stop)
        return false
      }
      push(number, begin, stop)
      if (number === tag.template) return !html.slice(begin, stop).includes('shadowroot')
      return (bits & trait.raw) !== 0 || (inHead && number === tag.noscript)
    },
    raw(begin, stop) {
      const node = stack[depth - 1] ?? 0
      rawFrom.set(node, [begin, stop])
      pop()
    },
    close(name) {
      const number = tagNumbers.get(name) ?? unknown.get(name)
      if (number === undefined || number === tag.html || number === tag.head || number === tag.body) return
      const bits = traits[number] ?? 0
      if (number === tag.br) {
        ensureBody()
        add(tag.br, 0, 0)
      } else if (number === tag.p && (openCount[tag.p] ?? 0) === 0) {
        if (bodyNode >= 0) add(tag.p, 0, 0)
      } else if ((bits & trait.block) !== 0 || (bits & trait.scope) !== 0) {
        endNearest(number, tableParts.has(number) ? 0 : trait.scope)
      } else {
        // A stray </b> or </a> must not end the blocks opened after it.
        endNearest(number, trait.scope | trait.block)
      }
    },
    text(begin, stop) {
      if (bodyNode < 0) {
        if (isBlank(html, begin, stop)) return
        ensureBody()
      }
      add(tag.text, begin, stop)
    },
    finish(cut) {
      ensureBody()
      popTo(0)
      return { html, size, tags, parents, ends, from, to, rawFrom, unknownNames: [...unknown.keys()], cut }
    },
    isFull: () => size >= maxNodes,
  }
}

function isBlank(html: string, begin: number, stop: number): boolean {
  for (let at = begin; at < stop; at++) {
    const code = html.charCodeAt(at)
    if (code > 32 && code !== 0xfeff) return false
  }
  return true
}
