// In: the source of a page. Out: its tree, in one pass over the letters.
// Written by hand because it is the floor under the reader's speed: ranges into the source instead of strings,
// attributes left unparsed until somebody asks, and long jumps with indexOf.

import { createTreeBuilder, type TreeBuilder } from './tree-builder.ts'
import type { PageTree } from './page-tree.ts'

const lessThan = 60
const greaterThan = 62
const slash = 47
const doubleQuote = 34
const singleQuote = 39
const equals = 61

// How many tags between two looks at the clock.
const tagsBetweenChecks = 2048

/**
 * Parses HTML the way browsers forgive it.
 *
 * @param isLate asked now and then; when it says yes, the tree of what was read so far is given, marked `cut`
 */
export function parseHtml(html: string, isLate: () => boolean = () => false): PageTree {
  const builder = createTreeBuilder(html)
  const find = createFinder(html)
  let at = 0
  let untilCheck = tagsBetweenChecks
  let textFrom = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    const next = html.charCodeAt(open + 1)
    if (!isLetter(next) && next !== slash && next !== 33 && next !== 63) {
      at = open + 1
      continue
    }
    if (open > textFrom) builder.text(textFrom, open)
    at = isLetter(next) ? readOpenTag(html, open, builder, find) : readOther(html, open, next, builder, find)
    textFrom = at
    if (--untilCheck > 0) continue
    untilCheck = tagsBetweenChecks
    if (isLate() || builder.isFull()) return builder.finish(true)
  }
  if (textFrom < html.length) builder.text(textFrom, html.length)
  return builder.finish(false)
}

/** Reads `<name …>` with what belongs to it; gives the place after it. */
function readOpenTag(html: string, open: number, builder: TreeBuilder, find: Find): number {
  const nameEnd = endOfName(html, open + 1)
  const name = html.slice(open + 1, nameEnd)
  const stop = endOfAttributes(html, nameEnd)
  const selfClosing = html.charCodeAt(stop - 1) === slash
  const lower = isLowerCase(name) ? name : name.toLowerCase()
  if (!builder.open(lower, nameEnd, stop, selfClosing)) return stop + 1
  const end = endOfRaw(stop + 1, lower, find)
  builder.raw(stop + 1, end < 0 ? stop + 1 : end)
  // Only a script may swallow the rest of a page for want of an end tag.
  if (end < 0) return lower === 'script' ? html.length : stop + 1
  const close = html.indexOf('>', end)
  return close < 0 ? html.length : close + 1
}

/** Reads end tags, comments, declarations and processing instructions. */
function readOther(html: string, open: number, next: number, builder: TreeBuilder, find: Find): number {
  if (next === slash) {
    const nameEnd = endOfName(html, open + 2)
    const close = html.indexOf('>', nameEnd)
    if (nameEnd > open + 2) builder.close(html.slice(open + 2, nameEnd).toLowerCase())
    return close < 0 ? html.length : close + 1
  }
  if (html.startsWith('<!--', open)) {
    if (html.startsWith('>', open + 4) || html.startsWith('->', open + 4)) return html.indexOf('>', open + 4) + 1
    const end = find('-->', open + 4)
    // An unclosed comment would swallow the page: it ends at the next tag's end instead.
    return end < 0 ? afterNext(html, '>', open) : end + 3
  }
  if (html.startsWith('<![CDATA[', open)) {
    const end = find(']]>', open)
    if (end >= 0) {
      builder.text(open + 9, end)
      return end + 3
    }
  }
  return afterNext(html, '>', open)
}

function afterNext(html: string, wanted: string, from: number): number {
  const found = html.indexOf(wanted, from)
  return found < 0 ? html.length : found + 1
}

function endOfName(html: string, from: number): number {
  let at = from
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code <= 32 || code === greaterThan || code === slash || code === lessThan) break
  }
  return at
}

/** The place of the `>` that ends a tag; quotation marks count only after an equals sign, as the standard says. */
function endOfAttributes(html: string, from: number): number {
  let afterEquals = false
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === greaterThan) return at
    if (code <= 32) continue
    if (afterEquals && (code === doubleQuote || code === singleQuote)) {
      const end = html.indexOf(code === doubleQuote ? '"' : "'", at + 1)
      if (end < 0) return Math.max(at, html.indexOf('>', at))
      at = end
    }
    afterEquals = code === equals
  }
  return html.length
}

type Find = (wanted: string, from: number) => number

/** indexOf that remembers what is not there any more, so that a million unclosed things do not read the page a million times. */
function createFinder(html: string): Find {
  const gone = new Set<string>()
  // Capitals in end tags are rare and written from the first one on.
  const hasCapitals = /<\/[A-Z]/.test(html.slice(0, 30_000))
  return (wanted, from) => {
    if (gone.has(wanted) || (!hasCapitals && /^<\/[A-Z]/.test(wanted))) return -1
    const found = html.indexOf(wanted, from)
    if (found < 0) gone.add(wanted)
    return found
  }
}

/** Where the unparsed content of an element ends, or -1 when no end tag follows. */
function endOfRaw(from: number, name: string, find: Find): number {
  const lower = find('</' + name, from)
  const upper = find('</' + name.toUpperCase(), from)
  return lower < 0 || upper < 0 ? Math.max(lower, upper) : Math.min(lower, upper)
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isLowerCase(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code >= 65 && code <= 90) return false
  }
  return true
}
