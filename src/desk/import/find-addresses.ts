// In: a stretch of print. Out: the web addresses in it, each as printed and as meant.
// Print glues things to addresses (full stops, closing marks, the next sentence) and breaks them; what is repaired is said.

import type { Span } from '../../domain/article.ts'
import { WORD_CUT } from './printed-lines.ts'

export type PrintedAddress = Span & {
  /** The address meant. */
  readonly url: string
  /** The words that stand there, when they are not the address meant. */
  readonly asPrinted: string | null
}

const hostName = '(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,6}\\p{L}{2,24}'
const start = new RegExp(`https?:/{1,2}(?=\\S)|(?<![\\p{L}\\p{N}@./-])(?:www\\.${hostName}|${hostName}(?=/))`, 'giu')
/** An address ends at white space and at marks that never stand in one unescaped. */
const stop = /[\s<>"“”„«»‹›\u2028\u2029]/u

/** The addresses of `text`, in order. */
export function findAddresses(text: string): PrintedAddress[] {
  const found: PrintedAddress[] = []
  start.lastIndex = 0
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const address = readAddress(text, match.index)
    found.push(address)
    start.lastIndex = Math.max(address.end, match.index + match[0].length)
  }
  return found
}

function readAddress(text: string, from: number): PrintedAddress {
  let to = from
  while (to < text.length && !stop.test(text.charAt(to))) to += 1
  to = endBeforeNextAddress(text, from, to)
  const joined = joinBroken(text, from, to)
  if (joined !== null) return joined
  const bare = dropTrailing(text.slice(from, to))
  const cut = cutGluedSentence(bare, text.slice(to, to + 200))
  const url = withScheme(cut.replaceAll(WORD_CUT, ''))
  const shown = bare.replaceAll(WORD_CUT, '')
  return { start: from, end: from + cut.length, url, asPrinted: url === shown ? null : shown }
}

/** Two addresses printed without a space between them: the second begins where its scheme does. */
function endBeforeNextAddress(text: string, from: number, to: number): number {
  const token = text.slice(from, to)
  const next = /[;,]https?:\/\//u.exec(token.slice(8))
  return next === null ? to : from + 8 + next.index
}

/** `https://commons.wikim edia.org/wiki/X`: a host that cannot be one, and the rest of it after a space, up to the end. */
function joinBroken(text: string, from: number, to: number): PrintedAddress | null {
  const token = text.slice(from, to)
  const host = /^https?:\/\/([^/?#]{1,255})$/iu.exec(token)?.[1]
  if (host === undefined) return null
  const rest = /^[ \u00a0]([\p{Ll}\p{N}-]{1,63}\.\p{Ll}{2,10}\/\S{1,2000})/u.exec(text.slice(to, to + 2100))
  if (rest?.[1] === undefined) return null
  const tail = dropTrailing(rest[1])
  const end = to + 1 + tail.length
  return { start: from, end, url: token + tail, asPrinted: text.slice(from, end) }
}

/** A sentence that starts without a space after an address that ends in a number: "…/64205For his part". */
function cutGluedSentence(address: string, after: string): string {
  if (!/^\s+\p{Ll}/u.test(after)) return address
  const glued = /(?<=\d|\.html?)\p{Lu}\p{Ll}{0,20}$/u.exec(address.slice(-40))
  return glued === null ? address : address.slice(0, address.length - glued[0].length)
}

/** Sentence marks are no part of an address; a closing bracket is, when its opening one is. */
function dropTrailing(address: string): string {
  let end = address.length
  while (end > 0) {
    const last = address.charAt(end - 1)
    if (/[.,;:!?'’‘…*]/u.test(last)) end -= 1
    else if (last === ')' && count(address, '(', end) < count(address, ')', end)) end -= 1
    else if (last === ']' && count(address, '[', end) < count(address, ']', end)) end -= 1
    else break
  }
  return address.slice(0, end)
}

function count(text: string, mark: string, end: number): number {
  // Only the end of an address decides; the window keeps a line of a million brackets cheap.
  let times = 0
  for (let at = Math.max(0, end - 300); at < end; at += 1) if (text.charAt(at) === mark) times += 1
  return times
}

function withScheme(address: string): string {
  return /^https?:/iu.test(address) ? address : `https://${address}`
}
