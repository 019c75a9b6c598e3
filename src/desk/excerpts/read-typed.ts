// In: an excerpt or a translation as a person typed or pasted it. Out: its parts.
// Why look into the original: an ellipsis that the page prints is a word of the page, one that the person typed is a part.

import type { ExcerptPart, TranslatedPart } from '../../domain/excerpt.ts'
import type { ChosenPiece } from './make-excerpt.ts'
import { splitTyped, type TypedPiece } from './typed-marks.ts'

export type TypedRead =
  | { readonly kind: 'read'; readonly pieces: readonly ChosenPiece[] }
  /** `words`: the first words that are not in the text after those before them. */
  | { readonly kind: 'not-there'; readonly words: string }

/**
 * Finds typed or pasted words in a text, in order.
 *
 * @param from UTF-16 offset from which to look
 */
export function readTypedExcerpt(text: string, typed: string, from = 0): TypedRead {
  const typedPieces = splitTyped(typed)
  const pieces: ChosenPiece[] = []
  let cursor = from
  for (let i = 0; i < typedPieces.length; i++) {
    const piece = typedPieces[i]
    if (piece === undefined || (piece.kind === 'words' && piece.text.trim() === '')) continue
    const printed = longestPrinted(text, typedPieces, i, cursor)
    if (printed) {
      pieces.push({ kind: 'range', start: printed.start, end: printed.end })
      cursor = printed.end
      i = printed.last
    } else if (piece.kind === 'words') {
      return { kind: 'not-there', words: piece.text.trim().slice(0, 200) }
    } else pieces.push(markOf(piece))
  }
  return { kind: 'read', pieces }
}

type Printed = { readonly start: number; readonly end: number; readonly last: number }

/** The typed pieces from the one given, as many as the text prints without a break, marks among them. */
function longestPrinted(
  text: string,
  typed: readonly TypedPiece[],
  first: number,
  cursor: number,
): Printed | undefined {
  let words = ''
  let found: Printed | undefined
  for (let last = first; last < typed.length; last++) {
    const piece = typed[last]
    words += piece?.kind === 'words' ? piece.text : (piece?.typed ?? '')
    // A mark says nothing by itself: what follows it must be printed too, unless it is the end.
    if (piece?.kind !== 'words' && last < typed.length - 1) continue
    const place = findLoose(text, words.trim(), cursor)
    if (!place) break
    found = { ...place, last }
  }
  return found
}

/** The first place of some words from `from` on; a line break or several spaces in the text are as good as one space. */
function findLoose(text: string, words: string, from: number): { start: number; end: number } | undefined {
  if (words === '') return undefined
  const start = text.indexOf(words, from)
  if (start >= 0) return { start, end: start + words.length }
  if (!/\s/u.test(words)) return undefined
  const pattern = new RegExp(
    words
      .split(/\s+/u)
      .map(RegExp.escape)
      .join(String.raw`\s{1,20}`),
    'gu',
  )
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}

function markOf(piece: Exclude<TypedPiece, { kind: 'words' }>): ChosenPiece {
  const { typed: _, ...mark } = piece
  return mark
}

/**
 * The parts of a translation. Where the original prints its own ellipses and brackets as often as the translation shows them
 * beyond the parts of the excerpt, they are words; all others are parts.
 */
export function readTypedTranslation(typed: string, original: readonly ExcerptPart[]): TranslatedPart[] {
  const pieces = splitTyped(typed)
  const isPrinted = printedMarks(pieces, original)
  const parts: TranslatedPart[] = []
  let words = ''
  const flush = (): void => {
    if (words.trim() !== '') parts.push({ kind: 'words', text: words.trim() })
    words = ''
  }
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'words') words += piece.text
    else if (isPrinted.has(i)) words += piece.typed
    else {
      flush()
      const { typed: _, ...mark } = piece
      parts.push(mark)
    }
  }
  flush()
  return parts
}

/** Which pieces answer marks that the original prints: only when both sides show the same sequence of marks. */
function printedMarks(pieces: readonly TypedPiece[], original: readonly ExcerptPart[]): ReadonlySet<number> {
  const inOriginal = original.flatMap((part): Mark[] => {
    if (part.kind !== 'quote') return [{ kind: part.kind, isPrinted: false }]
    return splitTyped(part.anchor.exact).flatMap(({ kind }) => (kind === 'words' ? [] : [{ kind, isPrinted: true }]))
  })
  const typed = pieces.flatMap(({ kind }, at) => (kind === 'words' ? [] : [{ kind, at }]))
  const isSame = typed.length === inOriginal.length && typed.every(({ kind }, i) => kind === inOriginal[i]?.kind)
  if (!isSame) return new Set()
  return new Set(typed.filter((_, i) => inOriginal[i]?.isPrinted).map(({ at }) => at))
}

type Mark = { readonly kind: 'elision' | 'insertion'; readonly isPrinted: boolean }
