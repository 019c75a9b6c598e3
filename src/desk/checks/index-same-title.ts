import type { Check } from './check.ts'
import { titleKey } from './parts/cross-references.ts'

/** Two pieces of one title, or one piece printed twice: references by title cannot tell. */
export const indexSameTitle: Check = {
  id: 'index-same-title',
  group: 'names',
  severity: 'information',
  looksAt: 'Rows of an index',
  why: 'The same title stands in the index under another date.',
  mend: 'See whether it is one piece or two; references to it need the date as well.',
  example: {
    bad: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 More Ferries (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 More Ferries (Jane Roe)\n',
    },
    good: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 More Ferries (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n',
    },
  },
  find: ({ document }) => {
    const rows = Map.groupBy(document.entries, ({ title }) => titleKey(title))
    return [...rows.values()].flatMap((same) => (new Set(same.map(({ date }) => date)).size > 1 ? same : []))
  },
}
