import type { Check } from './check.ts'
import { problemPlaces } from './parts/mark-places.ts'
import { passagesIn } from './parts/passages.ts'

/** A quotation opens and closes. */
export const quoteUnbalancedPullquote: Check = {
  id: 'quote-unbalanced-pullquote',
  group: 'quotes',
  severity: 'warning',
  looksAt: 'The pull quote',
  why: 'The quotation marks of the pull quote do not pair.',
  mend: 'Put the missing mark, or make the closing one match the opening one.',
  example: {
    bad: { pullQuote: 'The new line will carry 400 passengers a day between the harbor and the islands.”' },
    good: {},
  },
  find: (context) => problemPlaces(passagesIn(context, 'pull-quote'), ['unclosed', 'unopened']).slice(0, 1),
}
