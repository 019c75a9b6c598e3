// In: a citation up to its date. Out: the outlet, its descriptor, and where the titles end.

import { insideOf, lastBracket } from './brackets.ts'
import { scriptOf } from './judge-words.ts'
import { collapse } from './printed-lines.ts'

export type OutletPart = {
  readonly outlet: string | null
  readonly outletEnglish: string | null
  readonly descriptor: string | null
  /** Where in the text the titles (and the author before them) end. */
  readonly titlesEnd: number
}

/** Words that characterise an outlet and hardly occur in the name of one. */
const describing =
  /\b(?:an?|the|news|newspaper|outlet|daily|weekly|agency|website|site|aggregator|owned|funded|based|affiliated|aligned|independent|state|private|public|broadcaster|channel|magazine|publication|tank|portal|language|leading|popular|pro|semi|official|reporting|media|centrist|platform)\b/u

/** Splits the words before the date of a citation. */
export function splitOutlet(head: string): OutletPart {
  const text = head.replace(/[\s,.;]+$/u, '')
  const bracket = /[)\]]$/u.test(text) ? lastBracket(text) : null
  if (bracket === null || bracket.start === 0) return { ...nameBefore(text), outletEnglish: null, descriptor: null }
  const inside = collapse(insideOf(text, bracket))
  const before = nameBefore(text.slice(0, bracket.start))
  // A bracket right after the closing mark may be the translation of the title, when no outlet is printed at all.
  if (before.outlet === null && looksLikeTitle(inside))
    return { outlet: null, outletEnglish: null, descriptor: null, titlesEnd: text.length }
  if (before.outlet !== null && isTranslatedName(before.outlet, inside))
    return { ...before, outletEnglish: inside, descriptor: null }
  return { ...before, outletEnglish: null, descriptor: inside }
}

/** The outlet stands between the last closing mark and the end. */
function nameBefore(text: string): { outlet: string | null; titlesEnd: number } {
  const end = titlesEndOf(text)
  const name = collapse(
    text
      .slice(end)
      .replace(/^[\s,.;:)]+/u, '')
      .replace(/[\s,;]+$/u, ''),
  )
  return { outlet: name === '' ? null : name, titlesEnd: end }
}

function titlesEndOf(text: string): number {
  const mark = lastClosingMark(text)
  if (mark === -1) return unclosedTitleEnd(text)
  let end = mark + 1
  // The translation in brackets after the closing mark is still title.
  const after = /^\s{0,3},?\s{0,3}\(/u.exec(text.slice(end))
  if (after !== null) {
    const close = closingOf(text, end + after[0].length - 1)
    if (close !== -1 && /^\s{0,3}[,.]?\s{0,3}\S/u.test(text.slice(close + 1))) end = close + 1
  }
  const tail = /^\s{0,2}[),.]{1,3}/u.exec(text.slice(end))
  return tail === null ? end : end + tail[0].length
}

/** A quoted name of an outlet (`“Title,” “Name” (…)`) is no title. */
function lastClosingMark(text: string): number {
  const double = Math.max(text.lastIndexOf('”'), text.lastIndexOf('»'), lastStraight(text))
  if (double === -1) return /^[^“”"]{0,200}‘/u.test(text) ? lastSingleClosing(text) : -1
  if (double < text.replace(/[\s,]+$/u, '').length - 1) return double
  const open = Math.max(text.lastIndexOf('“', double), text.lastIndexOf('«', double))
  const earlier = Math.max(text.lastIndexOf('”', open), text.lastIndexOf('»', open))
  const quotedName =
    open > 0 &&
    earlier > 0 &&
    double - open < 50 &&
    !/[,.?!…]$/u.test(text.slice(0, double)) &&
    /[,.?!…][”»]\s{0,3}$/u.test(text.slice(0, open))
  return quotedName ? earlier : double
}

function lastStraight(text: string): number {
  const last = text.lastIndexOf('"')
  // A lone mark closes when a comma or bracket stands before it: its opening one stands on the line above.
  return last > 0 && (text.indexOf('"') !== last || /[,.?!…)]/u.test(text.charAt(last - 1))) ? last : -1
}

function lastSingleClosing(text: string): number {
  const match = /^.{0,1000}[,.?!]’(?=\s)/su.exec(text)
  return match === null ? -1 : match[0].length - 1
}

/** The mark was never closed: the title ends at the last comma. */
function unclosedTitleEnd(text: string): number {
  if (!/^[^“«"]{0,120}[“«"]/u.test(text)) return 0
  const comma = text.lastIndexOf(',')
  return comma === -1 ? text.length : comma + 1
}

function closingOf(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text.charAt(at) === '(') depth += 1
    if (text.charAt(at) === ')') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

function looksLikeTitle(inside: string): boolean {
  return !describing.test(inside) && inside.split(' ').length >= 3
}

/** A name in another script followed by what it is called in English: a name has capitals, a description has not. */
function isTranslatedName(outlet: string, inside: string): boolean {
  if (scriptOf(outlet) === 'Latn' || /-(?:based|owned|run|funded|affiliated|aligned|language)\b/iu.test(inside))
    return false
  return inside
    .split(' ')
    .every((word) => /^\P{L}{0,2}\p{Lu}/u.test(word) || /^(?:\p{L}{1,3}|\P{L}+|from|with)$/u.test(word))
}
