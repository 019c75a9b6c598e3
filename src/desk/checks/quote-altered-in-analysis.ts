import type { Check } from './check.ts'
import { matchQuotation } from './parts/match-quotation.ts'
import { analysisQuotations, excerptTexts, otherTexts } from './parts/quotation-texts.ts'
import { widen } from './parts/spans.ts'

/** What stands in quotation marks is what the source says, to the letter: spelling included. */
export const quoteAlteredInAnalysis: Check = {
  id: 'quote-altered-in-analysis',
  group: 'fidelity',
  severity: 'error',
  looksAt: 'Words in quotation marks in the analysis, against the excerpts',
  why: 'The quoted words differ from the excerpt.',
  mend: 'Take over the words of the excerpt, or drop the marks and say it in the desk’s own words.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands, which “will carry 400 travelers a day between the harbor and the islands.”[i] The town council expects the line to shorten the way to the hospital for people who live on the islands.',
    },
    good: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands, which “will carry 400 passengers a day between the harbor and the islands.”[i] The town council expects the line to shorten the way to the hospital for people who live on the islands.',
    },
  },
  find(context) {
    const texts = excerptTexts(context)
    const others = otherTexts(context)
    if (texts.length === 0) return []
    return analysisQuotations(context).flatMap(({ passage, start, text, words }) => {
      const match = words < 5 ? null : matchQuotation(text, texts)
      if (match?.kind !== 'altered' || matchQuotation(text, others).kind !== 'absent') return []
      const from = passage.start + start
      const spelling = match.onlySpelling ? 'Only the spelling differs, but it is inside a quotation. ' : ''
      const place = widen(context.text, { start: from + match.at.start, end: from + match.at.end }, 4)
      return [{ ...place, why: `${spelling}The excerpt has: “${match.printed.slice(0, 300)}”.` }]
    })
  },
}
