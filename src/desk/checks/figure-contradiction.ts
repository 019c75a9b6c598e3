import type { Check, CheckContext, Place } from './check.ts'
import { contradictingFigures, sizeWords, timesMore } from './parts/compare-figures.ts'
import { passagesIn, withoutAddresses } from './parts/passages.ts'

/** Figures are compared only where something else ties them to the same matter: another figure of the sentence, or the thing counted. */
export const figureContradiction: Check = {
  id: 'figure-contradiction',
  group: 'facts',
  severity: 'error',
  looksAt: 'Figures in the analysis, against figures in the excerpts',
  why: 'The analysis gives another figure than the excerpt.',
  mend: 'Take over the figure of the source, or say why it differs.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm will pay $25 million to build ten new piers.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
      excerpt:
        'The town council said on Monday that it will spend $25 million on nine piers. The new line will carry 400 passengers a day between the harbor and the islands. Tickets cost as much as on the first line.',
    },
    good: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm will pay $25 million to build nine new piers.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
      excerpt:
        'The town council said on Monday that it will spend $25 million on nine piers. The new line will carry 400 passengers a day between the harbor and the islands. Tickets cost as much as on the first line.',
    },
  },
  find: (context) => {
    const excerpt = excerptOf(context)
    if (excerpt === '') return []
    return passagesIn(context, 'body', 'summary').flatMap(({ start, prose }): Place[] =>
      [...contradictingFigures(prose, excerpt), ...timesMore(prose, excerpt), ...sizeWords(prose, excerpt)].map(
        (found) => ({
          start: start + found.start,
          end: start + found.end,
          why: found.why,
        }),
      ),
    )
  },
}

function excerptOf({ document, text }: CheckContext): string {
  return document.sources
    .flatMap(({ excerpt }) => excerpt.map(({ start, end }) => withoutAddresses(text.slice(start, end))))
    .join('\n')
}
