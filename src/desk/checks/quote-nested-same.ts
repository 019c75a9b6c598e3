import type { Check } from './check.ts'
import { placeOfProblem } from './parts/mark-places.ts'
import { passagesIn } from './parts/passages.ts'
import { pairMarks } from './parts/quote-marks.ts'

/** Double outside, single inside: otherwise the inner mark reads as the end. */
export const quoteNestedSame: Check = {
  id: 'quote-nested-same',
  group: 'quotes',
  severity: 'information',
  looksAt: 'Quotation marks within quotation marks, apostrophes',
  why: 'Double marks stand inside double marks, or a mark stands the wrong way round.',
  mend: 'Use single marks inside, and ’ for the apostrophe.',
  example: {
    bad: {
      excerpt:
        'The town council said: “Both ferries of the “Northern Line” are ready.” The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'The town council said: “Both ferries of the ‘Northern Line’ are ready.” The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) =>
    passagesIn(context, 'pull-quote', 'summary', 'body', 'citation', 'excerpt', 'note').flatMap((passage) =>
      pairMarks(passage.prose)
        .problems.filter(
          ({ kind, mark }) =>
            kind === 'nested' ||
            kind === 'wrong-way' ||
            (kind === 'unclosed' && mark === '‘' && passage.role !== 'pull-quote'),
        )
        .map((problem) => {
          const place = placeOfProblem(passage, problem)
          return { ...place, start: Math.max(passage.start, place.start - 12) }
        }),
    ),
}
