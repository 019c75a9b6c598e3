// In: excerpts in their order, with the source of each. Out: their notes: in full where a source is cited first, short again.

import type { Citation, Excerpt } from '../../domain/excerpt.ts'
import type { PrintedPiece } from './citation-pieces.ts'
import { printPieces, printShortPieces, type CitationForm } from './print-citation.ts'

export type CitedExcerpt = {
  readonly excerpt: Pick<Excerpt, 'captureId' | 'translation'>
  readonly citation: Citation
}

/** `of`: the number of the note that cites the source in full; its own number when it does so itself. */
export type Note = { readonly number: number; readonly of: number; readonly pieces: readonly PrintedPiece[] }

/** One note for each excerpt, numbered from 1. Two versions of one page are two sources: they may say different things. */
export function listCitations(cited: readonly CitedExcerpt[], form: CitationForm): Note[] {
  const first = new Map<string, number>()
  return cited.map(({ excerpt, citation }, at) => {
    const number = at + 1
    const of = first.get(excerpt.captureId)
    const used = excerpt.translation
    if (of !== undefined) return { number, of, pieces: printShortPieces(citation, form, { number: of, used }) }
    first.set(excerpt.captureId, number)
    return { number, of: number, pieces: printPieces(citation, form, used) }
  })
}

/** The sources alone, each once, in the order in which they are first cited. */
export function listSources<One extends CitedExcerpt>(cited: readonly One[]): One[] {
  const seen = new Set<string>()
  return cited.filter(({ excerpt }) => !seen.has(excerpt.captureId) && seen.add(excerpt.captureId))
}
