// In: the parts of a kept excerpt and a text. Out: the strip they are of, so that what was left out can be put back.

import { isBlank, settle, type Mark, type Strip, type StripPart } from './strip.ts'

type Glue = 'left' | 'right' | 'both'
export type KeptMark =
  | { readonly kind: 'elision'; readonly glued?: Glue | undefined }
  | { readonly kind: 'insertion'; readonly text: string; readonly glued?: Glue | undefined }
type KeptQuote = { readonly kind: 'quote'; readonly anchor: { readonly start: number; readonly end: number } }
type KeptWords = { readonly kind: 'words'; readonly text: string }

/** @returns null = the text does not hold the quotations at their places */
export function readQuotes(text: string, parts: readonly (KeptQuote | KeptMark)[]): Strip | null {
  const placed = parts.map((part): StripPart | KeptMark =>
    part.kind === 'quote' ? { kind: 'range', start: part.anchor.start, end: part.anchor.end } : part,
  )
  const isThere = placed.every((part) => part.kind !== 'range' || !isBlank(text.slice(part.start, part.end)))
  return isThere ? fillGaps(text, placed) : null
}

/**
 * Finds the words of a translation in a text, in their order.
 *
 * @returns null = they are not all there: somebody wrote them, or the translation was changed since
 */
export function findWords(text: string, parts: readonly (KeptWords | KeptMark)[], from = 0): Strip | null {
  let at = from
  const placed: (StripPart | KeptMark)[] = []
  for (const part of parts) {
    if (part.kind !== 'words') {
      placed.push(part)
      continue
    }
    const start = text.indexOf(part.text, at)
    if (start < 0) return null
    at = start + part.text.length
    placed.push({ kind: 'range', start, end: at })
  }
  return fillGaps(text, placed)
}

/** Words that stand in no text but their own: the text is made of them. */
export function ownWords(parts: readonly (KeptWords | KeptMark)[]): { text: string; strip: Strip } {
  let text = ''
  const placed = parts.map((part): StripPart | KeptMark => {
    if (part.kind !== 'words') return part
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? part.text : `${text}\n${part.text}`
    return { kind: 'range', start, end: text.length }
  })
  return { text, strip: fillGaps(text, placed) }
}

/** Gives each first mark between two stretches what lies between them in the text. */
function fillGaps(text: string, placed: readonly (StripPart | KeptMark)[]): Strip {
  const strip: StripPart[] = []
  let end: number | null = null
  for (const [index, part] of placed.entries()) {
    if (part.kind === 'range') {
      strip.push(part)
      end = part.end
      continue
    }
    const next = placed.slice(index + 1).find(({ kind }) => kind === 'range')
    const start: number | null = next?.kind === 'range' ? next.start : null
    const gap = end === null || start === null || isBlank(text.slice(end, start)) ? [] : [range(end, start)]
    // An elision beside an insertion is what left the words out.
    const isTakenBy = part.kind === 'insertion' && hasElision(placed, index)
    strip.push(markOf(part, isTakenBy ? [] : gap))
    if (gap.length > 0 && !isTakenBy) end = start
  }
  return settle(text, strip)
}

const range = (start: number, end: number): StripPart => ({ kind: 'range', start, end })

function hasElision(placed: readonly (StripPart | KeptMark)[], index: number): boolean {
  for (let at = index + 1; at < placed.length && placed[at]?.kind !== 'range'; at++)
    if (placed[at]?.kind === 'elision') return true
  return false
}

function markOf(part: StripPart | KeptMark, was: Strip): Mark {
  if (part.kind === 'insertion')
    return { kind: 'insertion', text: part.text, was, ...(part.glued ? { glued: part.glued } : {}) }
  const glued = part.kind === 'elision' && part.glued ? { glued: part.glued } : {}
  return { kind: 'elision', was, ...glued }
}
