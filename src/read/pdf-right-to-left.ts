// In: the pieces of one line of a PDF, each with its place. Out: the line as it is read, if it is read from the right.
// Browsers write Arabic, Persian and Hebrew glyph by glyph as they stand from left to right, in presentation forms;
// a piece of several letters is in reading order already. Numbers and Latin words inside keep their own order (UAX #9).

import type { PdfPiece } from './pdf-lines.ts'

const rightLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g
const isDigits = /^[\p{Nd}%٪$€£°+\-−]*\p{Nd}[\p{Nd}%٪$€£°.,:/٫٬]*$/u
const isNumberJoint = /^[.,:/٫٬\-−]$/

/** Whether most letters of a line are written from right to left. */
export function isRightToLeft(pieces: readonly PdfPiece[]): boolean {
  let right = 0
  let all = 0
  for (const { text } of pieces) {
    right += countOf(text, rightLetter) - countOf(text, /[\u0660-\u0669\u06f0-\u06f9]/g)
    all += countOf(text, /[\p{L}\p{M}]/gu)
  }
  return right > 0 && right * 2 > all
}

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** The pieces of a line in the order in which they are read, from the right; a run of Latin or of digits becomes one piece. */
export function orderFromRight(pieces: readonly PdfPiece[]): PdfPiece[] {
  const placed = [...pieces].sort((a, b) => b.x + b.width - (a.x + a.width) || b.x - a.x)
  const ordered: PdfPiece[] = []
  for (let at = 0; at < placed.length;) {
    const end = endOfLeftRun(placed, at)
    const run = placed.slice(at, Math.max(end, at + 1))
    ordered.push(joinFromLeft(run))
    at += run.length
  }
  return ordered
}

/** A run read from the left, as one piece. */
function joinFromLeft(run: readonly PdfPiece[]): PdfPiece {
  const [first, ...rest] = run.toReversed()
  if (!first) return { text: '', x: 0, y: 0, width: 0, height: 0, page: 0 }
  return rest.reduce((whole, piece) => {
    const gap = piece.x - (whole.x + whole.width)
    const text = whole.text + (gap > piece.height * 0.15 ? ' ' : '') + piece.text
    return { ...whole, text, width: Math.max(whole.width, piece.x + piece.width - whole.x) }
  }, first)
}

type Kind = 'right' | 'latin' | 'digits' | 'neutral'

function kindOf({ text }: PdfPiece): Kind {
  if (isDigits.test(text.trim())) return 'digits'
  const right = countOf(text, rightLetter)
  const letters = countOf(text, /\p{L}/gu)
  if (right > 0 && right * 2 >= letters) return 'right'
  return letters > 0 ? 'latin' : 'neutral'
}

/** Where the run of pieces read from the left that begins here ends; neutral signs belong to it only between its parts. */
function endOfLeftRun(pieces: readonly PdfPiece[], from: number): number {
  let end = from
  let hasLatin = false
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at]
    const kind = piece ? kindOf(piece) : 'right'
    if (!piece || kind === 'right' || (kind === 'neutral' && at === from)) break
    if (kind === 'neutral') continue
    hasLatin ||= kind === 'latin'
    // Between two numbers only a joint of numbers holds them together; a word draws in all that is beside it.
    const between = pieces.slice(end, at)
    if (at > from && !hasLatin && !isOneNumber(pieces[end - 1], between, piece)) break
    end = at + 1
  }
  return end
}

function isOneNumber(right: PdfPiece | undefined, between: readonly PdfPiece[], left: PdfPiece): boolean {
  if (!right || right.x - (left.x + left.width) > left.height * (0.15 + between.length)) return false
  const [joint] = between
  return between.length === 0 || (between.length === 1 && isNumberJoint.test(joint?.text.trim() ?? ''))
}

/** Letters instead of presentation forms, and brackets that open before they close, as read from the right. */
export function tidyRightToLeft(text: string): string {
  return turnBrackets(
    text.replace(/[\ufb1d-\ufdff\ufe70-\ufefc]/g, (form) => form.normalize('NFKC').replace(/^\s/, '')),
  )
}

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
}

/** A glyph drawn as a mirror is named by its shape; the order of a pair shows whether that has happened. */
function turnBrackets(text: string): string {
  const first = /[()[\]«»]/.exec(text)?.[0]
  const isTurned = first !== undefined && /[)\]»]/.test(first) && text.lastIndexOf(mirrored[first] ?? '') >= 0
  return isTurned ? text.replace(/[()[\]«»]/g, (sign) => mirrored[sign] ?? sign) : text
}
