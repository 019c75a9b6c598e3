import type { Check } from './check.ts'
import { matchPullQuote } from './parts/match-pull-quote.ts'

/** Word for word, or in brackets, or cut with an ellipsis. */
export const pullquoteAltered: Check = {
  id: 'pullquote-altered',
  group: 'fidelity',
  severity: 'warning',
  looksAt: 'The pull quote, against all excerpts',
  why: 'The pull quote differs from the excerpt by a word or more.',
  mend: 'Take over the words of the excerpt; put what is added in brackets and mark what is left out.',
  example: {
    bad: { pullQuote: '“The new line will bring 400 passengers a day between the harbor and the islands.”' },
    good: {},
  },
  find(context) {
    const match = matchPullQuote(context)
    const { pullQuote } = context.document
    return pullQuote !== null && match.kind === 'altered'
      ? [{ start: pullQuote.start, end: pullQuote.end, why: `The excerpt has: “${match.printed.slice(0, 300)}”.` }]
      : []
  },
}
