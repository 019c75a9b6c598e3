import type { Check } from './check.ts'
import { toRoman } from '../../lib/roman.ts'

/** Notes are numbered from i on, in the order in which the analysis calls them. */
export const notesOutOfOrder: Check = {
  id: 'notes-out-of-order',
  group: 'notes',
  severity: 'warning',
  looksAt: 'Labels of notes and markers',
  why: 'The notes are not numbered in order.',
  mend: 'Number markers and notes anew.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands.[ii] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
      notes:
        '[ii] For more on the ferries of the north, see: Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {},
  },
  find: ({ document }) =>
    document.notes.flatMap(({ label, paragraphs: [first] }, index) => {
      const expected = toRoman(index + 1)
      return label === expected || first === undefined
        ? []
        : [{ start: first.start, end: first.end, why: `This is note ${index + 1}, and its label is [${label}].` }]
    }),
}
