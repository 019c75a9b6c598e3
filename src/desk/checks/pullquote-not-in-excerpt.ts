import type { Check } from './check.ts'
import { matchPullQuote } from './parts/match-pull-quote.ts'

/** The pull quote promises words of the source; a reader looks for them below. */
export const pullquoteNotInExcerpt: Check = {
  id: 'pullquote-not-in-excerpt',
  group: 'fidelity',
  severity: 'error',
  looksAt: 'The pull quote, against all excerpts',
  why: 'The pull quote stands in no printed excerpt.',
  mend: 'Quote from the excerpt, or print the passage that is quoted.',
  example: {
    bad: { pullQuote: '“Nobody asked the farmers whether they wanted to sell their boats.”' },
    good: {},
  },
  find: (context) =>
    context.document.pullQuote !== null && matchPullQuote(context).kind === 'absent'
      ? [context.document.pullQuote]
      : [],
}
