import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const see = /(?:(?<!\p{L})[\p{L}]{1,30},?\s)?\b[Ss]ee;/gu

/** A semicolon ends; a colon announces. */
export const crossrefSeeSemicolon: Check = {
  id: 'crossref-see-semicolon',
  group: 'crossref',
  severity: 'information',
  looksAt: 'Notes',
  why: '“see;” stands where “see:” is meant.',
  mend: 'Put a colon.',
  example: {
    bad: {
      notes:
        '[i] For more on the ferries of the north, see; Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {},
  },
  find: (context) => findInProse(passagesIn(context, 'note'), see, ([found]) => ({ fix: found.replace(/;$/u, ':') })),
}
