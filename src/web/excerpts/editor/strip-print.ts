// In: a strip. Out: what is printed of it, and what the desk is told: places in the reading, or words of a translation.

import { stretchOf, type Strip, type StripPart, type Stretch } from './strip.ts'

type Glue = 'left' | 'right' | 'both'
/** A place in the reading, or a mark. */
export type Piece =
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  | { readonly kind: 'elision'; readonly glued?: Glue }
  | { readonly kind: 'insertion'; readonly text: string; readonly glued?: Glue }
export type WordsPart = Exclude<Piece, { kind: 'range' }> | { readonly kind: 'words'; readonly text: string }

/** Whether a part stands next to the one before it without a space. */
export function isTight(before: StripPart | undefined, part: StripPart): boolean {
  const left = part.kind !== 'range' && (part.glued === 'left' || part.glued === 'both')
  const right = before !== undefined && before.kind !== 'range' && (before.glued === 'right' || before.glued === 'both')
  return before === undefined || left || right
}

function wordsIn(text: string, stretch: Stretch): string {
  const { start, end } = stretchOf(text, stretch.start, stretch.end) ?? stretch
  return text.slice(start, end)
}

/** Words of a part, without white space around them; “…” and “[words]” for marks. */
export function printPart(text: string, part: StripPart): string {
  if (part.kind === 'range') return wordsIn(text, part)
  return part.kind === 'elision' ? '…' : `[${part.text}]`
}

/** The printed form: what a reader sees, and what is copied. */
export function printStrip(text: string, strip: Strip): string {
  return strip.reduce(
    (print, part, at) => `${print}${isTight(strip[at - 1], part) ? '' : ' '}${printPart(text, part)}`,
    '',
  )
}

const markOf = (part: Exclude<StripPart, { kind: 'range' }>): Exclude<Piece, { kind: 'range' }> => {
  const glued = part.glued === undefined ? {} : { glued: part.glued }
  return part.kind === 'elision' ? { kind: 'elision', ...glued } : { kind: 'insertion', text: part.text, ...glued }
}

/** What the desk makes an excerpt of. */
export function piecesOf(text: string, strip: Strip): Piece[] {
  return strip.map((part) => {
    if (part.kind !== 'range') return markOf(part)
    const { start, end } = stretchOf(text, part.start, part.end) ?? part
    return { kind: 'range', start, end }
  })
}

/** A translation in the parts that the desk keeps. */
export function wordsOf(text: string, strip: Strip): WordsPart[] {
  return strip.map((part) => (part.kind === 'range' ? { kind: 'words', text: printPart(text, part) } : markOf(part)))
}
