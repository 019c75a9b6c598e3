// In: the words of a citation that hold its titles. Out: the original title and its translation.
// "Original (Translation)," in one pair of marks is the rule; either may have marks of its own, stand first, or be alone.

import { insideOf, lastBracket } from './brackets.ts'
import { isEnglish, scriptOf } from './judge-words.ts'
import { collapse } from './printed-lines.ts'

export type Titles = { readonly original: string | null; readonly english: string | null }

const opening = '“„«"‘'
const closing = '”»"’'

/** The titles in `text` (the line or lines with the titles, marks included). */
export function splitTitles(text: string): Titles {
  const bracket = lastBracket(text)
  if (bracket !== null && bracket.start > 0) {
    const before = bareTitle(text.slice(0, bracket.start))
    const inside = bareTitle(insideOf(text, bracket))
    if (isTranslation(before, inside)) return inOrder(before, inside)
  }
  const pair = splitQuotedPair(text)
  if (pair !== null) return inOrder(pair[0], pair[1])
  const alone = bareTitle(text)
  if (alone === '' || /^no title\.?$/iu.test(alone)) return { original: null, english: null }
  return isEnglish(alone) ? { original: null, english: alone } : { original: alone, english: null }
}

/** Without the outer marks and the comma before the closing one; inner marks stay as they are printed. */
export function bareTitle(text: string): string {
  let title = collapse(text)
  for (let before = ''; before !== title;) {
    before = title
    title = title
      .replace(/[,;]$/u, '')
      .replace(/^”(?=\p{L})/u, '')
      .trim()
    const first = title.charAt(0)
    const last = title.slice(-1)
    if (opening.includes(first) && first !== '' && (closing.includes(last) || !hasClosing(title.slice(1)))) {
      if (first !== '‘' || last === '’') title = title.slice(1).trim()
    }
    if (isLooseClosing(title)) title = title.slice(0, -1).trim()
    if (title.endsWith('.') && !title.endsWith('..') && /[”’"]\.$/u.test(title)) title = title.slice(0, -1)
  }
  return title
}

function hasClosing(text: string): boolean {
  return /[”»]/u.test(text)
}

/** A closing mark at the end that nothing inside opens. */
function isLooseClosing(title: string): boolean {
  const last = title.slice(-1)
  if (last === '”') return !balanced(title, '“', '”')
  if (last === '»') return !balanced(title, '«', '»')
  if (last === '"') return (title.split('"').length - 1) % 2 === 1
  if (last === '’') return false
  return false
}

function balanced(text: string, open: string, close: string): boolean {
  return text.split(open).length >= text.split(close).length
}

/** Bracketed words translate what stands before them when they are about as long, or written in another script. */
function isTranslation(before: string, inside: string): boolean {
  if (before === '' || inside === '') return false
  if ((scriptOf(before) === 'Latn') !== (scriptOf(inside) === 'Latn')) return true
  const words = inside.split(' ').length
  const share = inside.length / before.length
  if (words < 2 || share < 0.4 || share > 4) return false
  return words >= 3 || !isEnglish(before)
}

/** The script tells which one is English, then the words; when neither does, the original stands first. */
function inOrder(first: string, second: string): Titles {
  const swapped =
    scriptOf(second) !== 'Latn' && scriptOf(first) === 'Latn'
      ? true
      : scriptOf(first) === scriptOf(second) && isEnglish(first, true) && !isEnglish(second)
  return swapped ? { original: second, english: first } : { original: first, english: second }
}

/** `“Original,” “Translation”`: two titles, each in its own marks. */
function splitQuotedPair(text: string): [string, string] | null {
  const seam = /[”»"]\s{0,3}[,;/–—-]?\s{0,3}(?=[“«"])/u.exec(text.slice(1))
  if (seam === null) return null
  const cut = seam.index + 1 + seam[0].length
  const first = bareTitle(text.slice(0, cut))
  const second = bareTitle(text.slice(cut))
  return first.length < 8 || second.length < 8 ? null : [first, second]
}
