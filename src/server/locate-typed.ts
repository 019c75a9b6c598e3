// In: a reading and words that somebody typed or pasted. Out: where they stand in it, “…” and “[…]” as parts of their own.

import type { ChosenPiece } from '../desk/excerpts/make-excerpt.ts'
import { readTypedExcerpt } from '../desk/excerpts/read-typed.ts'
import { DeskError } from '../domain/errors.ts'
import type { StoredReading } from '../store/readings.ts'

/** @param from UTF-16 offset from which to look @throws DeskError `bad-input` with the first words that are not there */
export function locateTyped(reading: StoredReading, typed: string, from: number): readonly ChosenPiece[] {
  const read = readTypedExcerpt(reading.text, typed, from)
  if (read.kind === 'read') return read.pieces
  throw new DeskError(
    'bad-input',
    `“${read.words}” does not stand in the text after the words before it. Copy it from the page, and mark what you leave out with “…”.`,
  )
}
