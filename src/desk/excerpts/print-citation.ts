// In: a citation. Out: its words in one of three forms. Pure: the same records print the same words.
// What is not known is left out or said to be unknown. A title that only a machine has translated says so in every form.

import type { Citation } from '../../domain/excerpt.ts'
import type { PrintedPiece, UsedTranslation } from './citation-pieces.ts'
import { printChicago, printShortChicago } from './print-chicago.ts'
import { printDigest, printShortDigest } from './print-digest.ts'
import { printIcs206, printShortIcs206 } from './print-ics206.ts'

export type CitationForm = 'digest' | 'chicago' | 'ics206'

export const citationForms: readonly CitationForm[] = ['digest', 'chicago', 'ics206']

/** As it is stored and copied: without marks of direction. */
export function joinPieces(pieces: readonly PrintedPiece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** As it is shown: words of the original in isolates (U+2068 … U+2069), so that they do not reorder the rest. */
export function showPieces(pieces: readonly PrintedPiece[]): string {
  return pieces.map(({ text, foreign }) => (foreign ? `\u2068${text}\u2069` : text)).join('')
}

/** @param used the translation of the excerpt that is cited: ICS 206-01 asks to disclose by what it was made */
export function printPieces(citation: Citation, form: CitationForm, used: UsedTranslation = null): PrintedPiece[] {
  if (form === 'digest') return printDigest(citation)
  return form === 'chicago' ? printChicago(citation) : printIcs206(citation, used)
}

/** What is printed of a source that stands in full above. @param number of the source that does */
export function printShortPieces(
  citation: Citation,
  form: CitationForm,
  { number, used = null }: { readonly number: number; readonly used?: UsedTranslation },
): PrintedPiece[] {
  if (form === 'chicago') return printShortChicago(citation)
  return form === 'digest' ? printShortDigest(citation, number) : printShortIcs206(citation, number, used)
}
