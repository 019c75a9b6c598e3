import type { Check } from './check.ts'
import { matchQuotation } from './parts/match-quotation.ts'
import { analysisQuotations, excerptTexts, otherTexts } from './parts/quotation-texts.ts'

/** A quotation that nothing on the page bears out cannot be checked by a reader. */
export const quoteNotInExcerpt: Check = {
  id: 'quote-not-in-excerpt',
  group: 'fidelity',
  severity: 'warning',
  looksAt: 'Words in quotation marks in the analysis, against excerpts, notes and titles',
  why: 'The quoted words stand in no printed excerpt and in no note.',
  mend: 'Print the passage that is quoted, or name its source in a note.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands, “a gift for our grandchildren.”[i] The town council expects the line to shorten the way to the hospital for people who live on the islands.',
    },
    good: {},
  },
  find(context) {
    const texts = [...excerptTexts(context), ...otherTexts(context)]
    if (texts.length === 0) return []
    return analysisQuotations(context)
      .filter(({ text, words }) => {
        const { kind } = matchQuotation(text, texts)
        return kind === 'absent' || (kind === 'altered' && words < 5)
      })
      .map(({ passage, start, end }) => ({ start: passage.start + start, end: passage.start + end }))
  },
}
