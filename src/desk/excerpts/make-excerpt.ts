// In: a reading, what of it somebody chose, and its translation. Out: an excerpt, or why it cannot be made.
// Pure: ids and times are arguments.

import { type Excerpt, type ExcerptId, type ExcerptPart, type TranslatedPart } from '../../domain/excerpt.ts'
import type { Reading } from '../../domain/reading.ts'
import type { TranslationState } from '../../domain/translation.ts'
import { LONGEST_QUOTE, makeAnchor } from './make-anchor.ts'
import { readTypedTranslation } from './read-typed.ts'

/** What was chosen, in its order: stretches of the reading (UTF-16 offsets), and what the editor put between them. */
export type ChosenPiece =
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  | Exclude<ExcerptPart, { kind: 'quote' }>

export type ChosenTranslation = {
  readonly language: string
  /** Its parts as the editor shows them; or else `text`. */
  readonly parts?: readonly TranslatedPart[]
  /** As a person or an engine wrote it; typed “…” and “[…]” become parts. */
  readonly text?: string
  /** Whether its words were changed by hand in the excerpt itself. */
  readonly edited?: boolean
  readonly state: TranslationState
  readonly by: string | null
  readonly at: number | null
}

export type ExcerptWish = {
  readonly pieces: readonly ChosenPiece[]
  readonly translation?: ChosenTranslation | null
  readonly speaker?: string | null
  readonly tags?: readonly string[]
  readonly note?: string | null
  readonly basket?: string | null
}

export type ExcerptMade =
  | { readonly kind: 'made'; readonly excerpt: Excerpt }
  | { readonly kind: 'refused'; readonly reason: string }

export type PartsMade =
  | { readonly kind: 'made'; readonly parts: readonly ExcerptPart[] }
  | { readonly kind: 'refused'; readonly reason: string }

const MOST_PIECES = 200

export function makeExcerpt(
  reading: Pick<Reading, 'id' | 'captureId' | 'text' | 'language'>,
  wish: ExcerptWish,
  made: { readonly id: ExcerptId; readonly by: string; readonly at: number },
): ExcerptMade {
  const parts = makeParts(reading.text, wish.pieces)
  if (parts.kind === 'refused') return parts
  const excerpt: Excerpt = {
    id: made.id,
    readingId: reading.id,
    captureId: reading.captureId,
    parts: parts.parts,
    language: reading.language,
    speaker: plain(wish.speaker),
    translation: makeTranslation(wish.translation, parts.parts),
    anchoring: 'held',
    tags: cleanTags(wish.tags ?? []),
    note: plain(wish.note),
    basket: plain(wish.basket),
    madeBy: made.by,
    madeAt: made.at,
    revision: 1,
  }
  return { kind: 'made', excerpt }
}

/**
 * The parts of an excerpt. Where words lie between two stretches and nothing was put in their place, an elision stands;
 * stretches that only white space parts are one.
 */
export function makeParts(text: string, pieces: readonly ChosenPiece[]): PartsMade {
  if (pieces.length > MOST_PIECES) return refuse(`An excerpt has at most ${MOST_PIECES} pieces; make several of them.`)
  const parts: ExcerptPart[] = []
  let total = 0
  for (const piece of joinNeighbours(text, pieces)) {
    if (piece.kind !== 'range') {
      const added = addMark(parts, piece)
      if (added !== undefined) return refuse(added)
      continue
    }
    const anchor = makeAnchor(text, piece.start, piece.end)
    if (anchor.kind === 'refused') return anchor
    const before = parts.findLast((part) => part.kind === 'quote')
    if (before && anchor.anchor.start < before.anchor.end) {
      return refuse('The passages of an excerpt stand in the order of the text and do not overlap.')
    }
    if (parts.at(-1)?.kind === 'quote') parts.push({ kind: 'elision' })
    parts.push({ kind: 'quote', anchor: anchor.anchor })
    total += anchor.anchor.exact.length
  }
  const isWorded = parts.some((part) => part.kind === 'quote' && /[\p{L}\p{N}\p{S}]/u.test(part.anchor.exact))
  if (!isWorded) return refuse('An excerpt quotes at least one word of the page.')
  if (total > LONGEST_QUOTE) return refuse(`An excerpt has at most ${LONGEST_QUOTE} characters; make several of them.`)
  return { kind: 'made', parts }
}

function refuse(reason: string): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason }
}

/** Adds an elision or insertion. Returns what is wrong with it, if anything is. */
function addMark(parts: ExcerptPart[], mark: Exclude<ExcerptPart, { kind: 'quote' }>): string | undefined {
  if (mark.kind === 'elision') {
    if (parts.at(-1)?.kind !== 'elision') parts.push(mark)
    return undefined
  }
  const text = mark.text.replaceAll('\0', '').trim()
  if (text === '') return 'An insertion holds at least one word.'
  parts.push({ ...mark, text })
  return undefined
}

/** Two ranges with nothing but white space between them, or that overlap in order, are one. */
function joinNeighbours(text: string, pieces: readonly ChosenPiece[]): ChosenPiece[] {
  const joined: ChosenPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const meets =
      piece.kind === 'range' &&
      last?.kind === 'range' &&
      piece.start >= last.start &&
      piece.start - last.end < 1_000 &&
      text.slice(last.end, piece.start).trim() === ''
    if (meets) joined[joined.length - 1] = { ...last, end: Math.max(last.end, piece.end) }
    else joined.push(piece)
  }
  return joined
}

/** A translation with its parts; null when there is none to keep. */
export function makeTranslation(
  wish: ChosenTranslation | null | undefined,
  original: readonly ExcerptPart[],
): Excerpt['translation'] {
  if (!wish) return null
  const { language, state, by, at, edited } = wish
  const parts = wish.parts
    ? cleanParts(wish.parts)
    : readTypedTranslation((wish.text ?? '').replaceAll('\0', ''), original)
  if (!parts.some(({ kind }) => kind === 'words')) return null
  return { language, parts, state, by, at, ...(edited === true && { edited }) }
}

/** Words and insertions without white space around them, none empty; elisions that touch are one. */
function cleanParts(parts: readonly TranslatedPart[]): TranslatedPart[] {
  const clean: TranslatedPart[] = []
  for (const part of parts) {
    if (part.kind === 'elision') {
      if (clean.at(-1)?.kind !== 'elision') clean.push(part)
      continue
    }
    const text = part.text.replaceAll('\0', '').trim()
    if (text !== '') clean.push({ ...part, text })
  }
  return clean
}

/** Tags in alphabetical order, each once. */
export function cleanTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.replaceAll('\0', '').trim()).filter((tag) => tag !== ''))].sort()
}

/** Words without white space around them; null for none. */
export function plain(text: string | null | undefined): string | null {
  const clean = (text ?? '').replaceAll('\0', '').trim()
  return clean === '' ? null : clean
}
