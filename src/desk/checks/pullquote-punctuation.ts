import type { Check } from './check.ts'
import { matchPullQuote } from './parts/match-pull-quote.ts'

/** A comma can change what a sentence says; mostly it only shows that the two were typed apart. */
export const pullquotePunctuation: Check = {
  id: 'pullquote-punctuation',
  group: 'fidelity',
  severity: 'information',
  looksAt: 'The pull quote, against all excerpts',
  why: 'The pull quote has the words of the excerpt, and other punctuation.',
  mend: 'Copy the sentence from the excerpt.',
  example: {
    bad: { pullQuote: '“The new line will carry 400 passengers a day, between the harbor and the islands.”' },
    good: {},
  },
  find(context) {
    const match = matchPullQuote(context)
    const { pullQuote } = context.document
    return pullQuote !== null && match.kind === 'punctuation'
      ? [{ start: pullQuote.start, end: pullQuote.end, why: `The excerpt has: “${match.printed.slice(0, 300)}”.` }]
      : []
  },
}
