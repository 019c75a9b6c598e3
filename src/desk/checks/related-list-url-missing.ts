import type { Check } from './check.ts'
import { lineSpan } from './parts/lines.ts'

const withList = (items: string): string =>
  `Help us to stay free: support the Lindholm Portal with a small donation!\n\nWhy Harbor Towns Need Two Ferries\n\nOne ferry is none, as the islanders like to say when the weather turns and the mechanic is ill. A second line changes what a town can plan for. Here are two background briefings that help readers to understand this:\n\n${items}\n\nThe council has understood this since last winter. It is a pity that it took so long, but the islands will be thankful for it.\n\nExit mobile version\n`

/** A list of links without the links. */
export const relatedListUrlMissing: Check = {
  id: 'related-list-url-missing',
  group: 'repost',
  severity: 'information',
  looksAt: 'Lists of related reading',
  why: 'The item has lost its link and its author.',
  mend: 'Find the piece by date and title.',
  example: {
    bad: {
      text: withList(
        '* 15 February 2023: “The Islands Want a Bridge”\n\n* 18 September 2023: “Who Pays for the Ferry”',
      ),
    },
    good: {},
  },
  find: ({ document, text }) =>
    document.related
      .filter(({ url }) => url === null)
      .map(({ start, end }) => ({ start: lineSpan(text, start).start, end })),
}
