// In: pieces of text with their places on the pages of a PDF. Out: lines, and from lines paragraphs and headings.
// A PDF knows only where letters stand; lines, paragraphs and what repeats on every page have to be seen.

import { isRightToLeft, orderFromRight, tidyRightToLeft } from './pdf-right-to-left.ts'

export type PdfPiece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly page: number
}

export type PdfLine = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly height: number
  readonly page: number
  /** Whether it is read from the right. */ readonly isRtl?: boolean
}

export type PdfPart = {
  readonly text: string
  readonly isHeading: boolean
  readonly height: number
  readonly page: number
}

/** Joins pieces that stand on one line, in the order the file gives them; lines read from the right are put in theirs. */
export function joinLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const rows: PdfPiece[][] = []
  let height = 0
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    const row = rows.at(-1)
    const first = row?.[0]
    height = Math.max(height, piece.height)
    if (row && first && first.page === piece.page && Math.abs(first.y - piece.y) < height * 0.5) row.push(piece)
    else {
      rows.push([piece])
      height = piece.height
    }
  }
  return rows.map(joinRow).filter((line) => line.text !== '')
}

function joinRow(pieces: readonly PdfPiece[]): PdfLine {
  const isRtl = isRightToLeft(pieces)
  const [first, ...rest] = isRtl ? orderFromRight(pieces) : pieces
  let text = first?.text ?? ''
  let x = first?.x ?? 0
  let right = x + (first?.width ?? 0)
  let height = first?.height ?? 0
  let before = first
  for (const piece of rest) {
    const [from, to] = isRtl && before ? [before.x, before.x + before.width] : [x, right]
    const gap = piece.x >= from ? piece.x - to : from - (piece.x + piece.width)
    text += (gap > piece.height * 0.15 && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ' ' : '') + piece.text
    x = Math.min(x, piece.x)
    right = Math.max(right, piece.x + piece.width)
    height = Math.max(height, piece.height)
    before = piece
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  const plain = text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
  return {
    text: isRtl ? tidyRightToLeft(plain) : plain,
    x,
    right,
    y: first?.y ?? 0,
    height,
    page: first?.page ?? 0,
    ...(isRtl ? { isRtl } : {}),
  }
}

/** Leaves out what stands on most pages at the same height, numbers apart: running heads and page numbers. */
export function dropRunning(lines: readonly PdfLine[], pages: number): PdfLine[] {
  if (pages < 3) return [...lines]
  const keyOf = (line: PdfLine): string => `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`
  const seen = new Map<string, Set<number>>()
  for (const line of lines) {
    const key = keyOf(line)
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page))
  }
  return lines.filter((line) => (seen.get(keyOf(line))?.size ?? 0) < Math.max(3, pages * 0.4))
}

/** Joins lines into paragraphs: a wider gap, a larger letter or an indent after a finished sentence begins a new one. */
export function joinParagraphs(lines: readonly PdfLine[]): PdfPart[] {
  const usual = median(lines.map((line) => line.height)) || 10
  const gaps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.page === line.page ? (lines[at]?.y ?? 0) - line.y : 0))
    .filter((gap) => gap > 0 && gap < usual * 4)
  const usualGap = median(gaps) || usual * 1.2
  const parts: PdfPart[] = []
  let before: PdfLine | undefined
  for (const line of lines) {
    const last = parts.at(-1)
    const isHeading = line.height > usual * 1.18 && line.text.length < 200
    if (last && before && last.isHeading === isHeading && !beginsNew(before, line, usualGap)) {
      parts[parts.length - 1] = { ...last, text: joinBroken(last.text, line.text) }
    } else parts.push({ text: line.text, isHeading, height: line.height, page: line.page })
    before = line
  }
  return parts
}

function beginsNew(before: PdfLine, line: PdfLine, usualGap: number): boolean {
  if (Math.abs(before.height - line.height) > before.height * 0.15) return true
  const ended = /[.!?…。！？؟۔।:][»”"')\]]*$/u.test(before.text)
  if (before.page !== line.page) return ended
  const gap = before.y - line.y
  if (gap > usualGap * 1.35 || gap < -usualGap) return gap < 0 ? ended : true
  if (line.isRtl)
    return ended && (line.right < before.right - before.height * 0.8 || before.x > line.x + before.height * 4)
  return ended && (line.x > before.x + before.height * 0.8 || before.right < line.right - before.height * 4)
}

/** Joins two lines; a word broken with a hyphen becomes whole again. */
function joinBroken(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next
  return /[\p{Script=Han}\p{Script=Kana}、。]$/u.test(text) ? text + next : `${text} ${next}`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
