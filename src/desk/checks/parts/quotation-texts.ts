// What a quotation of a document may come from, and what its analysis quotes.

import type { CheckDocument } from '../check.ts'
import { passagesIn, type Passage } from './passages.ts'
import { pairMarks } from './quote-marks.ts'
import { wordsOf } from './words.ts'

export type AnalysisQuotation = {
  readonly passage: Passage
  /** Offsets in the passage, marks left out. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly words: number
}

/** The excerpt of each source, its paragraphs joined. */
export function excerptTexts({ document, text }: CheckDocument): string[] {
  return document.sources
    .map(({ excerpt }) => excerpt.map(({ start, end }) => text.slice(start, end)).join('\n'))
    .filter((excerpt) => excerpt !== '')
}

/** Everything else that is printed and may be quoted: notes, and the titles of what is cited. */
export function otherTexts(context: CheckDocument): string[] {
  return passagesIn(context, 'note', 'citation').map(({ raw }) => raw)
}

const known = new WeakMap<CheckDocument['document'], readonly AnalysisQuotation[]>()

/** Words in double marks in the analysis, outermost marks only; names ("Alliance of the Valleys") and scare quotes are left out. */
export function analysisQuotations(context: CheckDocument): readonly AnalysisQuotation[] {
  const done = known.get(context.document)
  if (done) return done
  const found = passagesIn(context, 'body').flatMap((passage) =>
    pairMarks(passage.raw)
      .quoted.filter(({ depth }) => depth === 0)
      .map(({ start, end }) => ({ passage, start, end, text: passage.raw.slice(start, end) }))
      .map((quotation) => ({ ...quotation, words: wordsOf(quotation.text).length }))
      .filter(({ text, words }) => words >= 3 && !isName(text)),
  )
  known.set(context.document, found)
  return found
}

/** Every word but the small ones begins with a capital. */
function isName(text: string): boolean {
  const words = text.match(/[\p{L}][\p{L}’'-]*/gu) ?? []
  return words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3)
}
