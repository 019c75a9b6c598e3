// In: the marks of a printed strip, and typed words. Out: which typed mark is which former one.
// Why: an ellipsis or bracket that the words themselves hold stays words; one that was a part keeps what it leaves out.

import type { Mark, Strip } from './strip.ts'
import { printPart, printStrip } from './strip-print.ts'
import { splitTyped, type TypedPiece } from './typed-marks.ts'

export type TypedMark = Exclude<TypedPiece, { kind: 'words' }>
type Around = { readonly before: string; readonly after: string }
/** A mark of the former print: one of its words (null), or a part; and what stood around it. */
export type FormerMark = {
  readonly kind: 'elision' | 'insertion'
  readonly shown: string
  readonly around: Around
  readonly part: Mark | null
}

const NEAR = 12
const aroundOf = (print: string, start: number, end: number): Around => ({
  before: print.slice(Math.max(0, start - NEAR), start),
  after: print.slice(end, end + NEAR),
})

export function formerMarks(text: string, strip: Strip): FormerMark[] {
  const print = printStrip(text, strip)
  const marks: FormerMark[] = []
  let at = 0
  for (const part of strip) {
    const shown = printPart(text, part)
    at = print.indexOf(shown, at)
    if (part.kind !== 'range')
      marks.push({ kind: part.kind, shown, part, around: aroundOf(print, at, at + shown.length) })
    else
      for (const { start, piece } of marksIn(shown)) {
        const from = at + start
        marks.push({
          kind: piece.kind,
          shown: piece.typed,
          part: null,
          around: aroundOf(print, from, from + piece.typed.length),
        })
      }
    at += shown.length
  }
  return marks
}

function marksIn(typed: string): { start: number; piece: TypedMark }[] {
  let start = 0
  return splitTyped(typed).flatMap((piece) => {
    const from = start
    start += piece.kind === 'words' ? piece.text.length : piece.typed.length
    return piece.kind === 'words' ? [] : [{ start: from, piece }]
  })
}

/** How surely a typed mark is a former one: it must look the same; the more of its surroundings it kept, the surer. */
function likeness(former: FormerMark, { kind, typed }: TypedMark, around: Around): number {
  if (former.kind !== kind || (kind === 'insertion' && former.shown !== typed)) return 0
  let same = 1
  const { before, after } = former.around
  while (same <= NEAR && before.at(-same) !== undefined && before.at(-same) === around.before.at(-same)) same++
  let next = 0
  while (next < NEAR && after[next] !== undefined && after[next] === around.after[next]) next++
  return same + next
}

/**
 * Which typed mark is which former one: the likeliest row of pairs that stand in both in one order.
 *
 * @returns by the number of the typed mark
 */
export function matchMarks(former: readonly FormerMark[], typed: string): Map<number, FormerMark> {
  const marks = marksIn(typed)
  const like = former.map((mark) =>
    marks.map(({ start, piece }) => likeness(mark, piece, aroundOf(typed, start, start + piece.typed.length))),
  )
  const best = Array.from({ length: former.length + 1 }, () => new Uint32Array(marks.length + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const paired = (i: number, j: number): number => (like[i]?.[j] ? (like[i]?.[j] ?? 0) + at(i + 1, j + 1) : 0)
  for (let i = former.length - 1; i >= 0; i--)
    for (let j = marks.length - 1; j >= 0; j--) best[i]?.set([Math.max(paired(i, j), at(i + 1, j), at(i, j + 1))], j)
  const found = new Map<number, FormerMark>()
  for (let i = 0, j = 0; i < former.length && j < marks.length;) {
    const a = former[i]
    if (a && paired(i, j) > 0 && paired(i, j) === at(i, j)) {
      found.set(j, a)
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}
