// Attributes are read only where somebody asks; until then they are a range of the source.

import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { withoutNul } from '../without-nul.ts'
import type { PageTree } from './page-tree.ts'

/** Text with its character references undone; quick where there are none. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? withoutNul(decodeHTML(text)) : text
}

/** The value of an attribute, references undone; `undefined` when the element has none. `name` in lower case. */
export function attributeOf(tree: PageTree, node: number, name: string): string | undefined {
  const from = tree.from[node] ?? 0
  const to = tree.to[node] ?? 0
  if (to <= from) return undefined
  const value = findValue(tree.html.slice(from, to), name)
  return value?.includes('&') ? withoutNul(decodeHTMLAttribute(value)) : value
}

/** All attributes of an element, references undone, first one of a name winning. */
export function attributesOf(tree: PageTree, node: number): Map<string, string> {
  const found = new Map<string, string>()
  const source = tree.html.slice(tree.from[node] ?? 0, tree.to[node] ?? 0)
  for (const match of source.matchAll(/([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)) {
    const name = (match[1] ?? '').toLowerCase()
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    if (!found.has(name)) found.set(name, value.includes('&') ? withoutNul(decodeHTMLAttribute(value)) : value)
  }
  return found
}

/** Looks for `name` as an attribute's name in the source of a tag, jumping from place to place. */
function findValue(source: string, name: string): string | undefined {
  let at = indexOfName(source, name, 0)
  while (at >= 0) {
    const before = source.charCodeAt(at - 1)
    let after = at + name.length
    while (source.charCodeAt(after) <= 32) after++
    const code = source.charCodeAt(after)
    const startsWell = at === 0 || before <= 32 || before === 47 || before === 34 || before === 39
    if (startsWell && !isInsideQuotes(source, at)) {
      if (code === 61) return readValue(source, after + 1)
      if (Number.isNaN(code) || code === 47 || after > at + name.length) return ''
    }
    at = indexOfName(source, name, at + 1)
  }
  return undefined
}

function indexOfName(source: string, name: string, from: number): number {
  const found = source.indexOf(name, from)
  if (found >= 0) return found
  const first = name.charCodeAt(0) - 32
  if (source.indexOf(String.fromCharCode(first), from) < 0) return -1
  return source.toLowerCase().indexOf(name, from)
}

/** Whether a place lies inside a quoted value: counted over the quotes before it. */
function isInsideQuotes(source: string, place: number): boolean {
  let quote = 0
  for (let at = 0; at < place; at++) {
    const code = source.charCodeAt(at)
    if (quote === 0) {
      if (code === 34 || code === 39) quote = code
    } else if (code === quote) quote = 0
  }
  return quote !== 0
}

function readValue(source: string, from: number): string {
  let at = from
  while (source.charCodeAt(at) <= 32) at++
  const quote = source[at]
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, at + 1)
    return source.slice(at + 1, end < 0 ? source.length : end)
  }
  let end = at
  while (end < source.length && source.charCodeAt(end) > 32) end++
  return source.slice(at, end)
}
