import type { Check } from './check.ts'
import { passagesIn } from './parts/passages.ts'
import { pairMarks } from './parts/quote-marks.ts'

const withList = (items: string): string =>
  `Help us to stay free: support the Lindholm Portal with a small donation!\n\nWhy Harbor Towns Need Two Ferries\n\nOne ferry is none, as the islanders like to say when the weather turns and the mechanic is ill. A second line changes what a town can plan for. Here are two background briefings that help readers to understand this:\n\n${items}\n\nThe council has understood this since last winter. It is a pity that it took so long, but the islands will be thankful for it.\n\nExit mobile version\n`

/** The link was lost, and the closing mark with it. */
export const relatedListQuoteOpen: Check = {
  id: 'related-list-quote-open',
  group: 'repost',
  severity: 'information',
  looksAt: 'Lists of related reading',
  why: 'The title’s quotation mark is never closed.',
  mend: 'Close it.',
  example: {
    bad: {
      text: withList('* 15 February 2023: “The Islands Want a Bridge\n\n* 18 September 2023: “Who Pays for the Ferry'),
    },
    good: {
      text: withList(
        '* 15 February 2023: “The Islands Want a Bridge”\n\n* 18 September 2023: “Who Pays for the Ferry”',
      ),
    },
  },
  find: (context) =>
    passagesIn(context, 'related').flatMap(({ start, end, raw }) =>
      pairMarks(raw)
        .problems.filter(({ kind, mark }) => kind === 'unclosed' && mark === '“')
        .slice(0, 1)
        .map(({ index }) => ({ start: start + index, end, fix: `${raw.slice(index)}”` })),
    ),
}
