import type { Check } from './check.ts'

/** Counted twice, cited twice. */
export const indexDuplicateRow: Check = {
  id: 'index-duplicate-row',
  group: 'names',
  severity: 'warning',
  looksAt: 'Rows of an index',
  why: 'The same row stands in the index before.',
  mend: 'Keep one.',
  example: {
    bad: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 Harbor Opens a School for Pilots (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n',
    },
    good: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 Harbor Opens a School for Pilots (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n',
    },
  },
  find: ({ document }) =>
    document.entries
      .filter(({ duplicateOfLine }) => duplicateOfLine !== null)
      .map(({ start, end, duplicateOfLine }) => ({
        start,
        end,
        why: `The same row stands on line ${duplicateOfLine}.`,
      })),
}
