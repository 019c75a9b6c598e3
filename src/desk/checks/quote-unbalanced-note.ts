import type { Check } from './check.ts'
import { problemPlaces } from './parts/mark-places.ts'
import { passagesIn } from './parts/passages.ts'

/** In a note an unpaired mark swallows the citation behind it. */
export const quoteUnbalancedNote: Check = {
  id: 'quote-unbalanced-note',
  group: 'quotes',
  severity: 'warning',
  looksAt: 'Notes',
  why: 'The quotation marks of the note do not pair.',
  mend: 'Put the missing mark, or take the surplus one out.',
  example: {
    bad: {
      notes:
        '[i] For more on the ferries of the north, see: Jane Roe, “Harbors of the “North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {},
  },
  find: (context) =>
    problemPlaces(passagesIn(context, 'note'), ['unclosed', 'unopened']).filter(
      ({ start }) => context.text.charAt(start) !== '‘',
    ),
}
