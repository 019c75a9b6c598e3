// In: excerpts in their order, with their sources. Out: the citations alone, numbered, as text or HTML.

import { citationHtml } from './citation-html.ts'
import { listCitations, type CitedExcerpt } from './list-citations.ts'
import { joinPieces, type CitationForm } from './print-citation.ts'

/** One line each. */
export function printSources(cited: readonly CitedExcerpt[], form: CitationForm): string {
  const notes = listCitations(cited, form)
  if (notes.length === 1) return joinPieces(notes[0]?.pieces ?? [])
  return notes.map(({ number, pieces }) => `${number}. ${joinPieces(pieces)}`).join('\n')
}

/** A list in HTML, to paste into a text. */
export function printSourcesHtml(cited: readonly CitedExcerpt[], form: CitationForm): string {
  const notes = listCitations(cited, form)
  const items = notes.map(({ pieces }, at) => {
    const one = cited[at]
    return one ? citationHtml(pieces, one.citation) : ''
  })
  if (items.length === 1) return `<p>${items[0] ?? ''}</p>`
  return `<ol>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ol>`
}
