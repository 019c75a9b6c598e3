import type { Check } from './check.ts'

/** Without marks a quotation reads as the desk's own words. */
export const pullquoteUnmarked: Check = {
  id: 'pullquote-unmarked',
  group: 'structure',
  severity: 'warning',
  looksAt: 'The pull quote',
  why: 'The pull quote has no quotation marks.',
  mend: 'Put marks around it.',
  example: {
    bad: { pullQuote: 'The new line will carry 400 passengers a day between the harbor and the islands.' },
    good: {},
  },
  find: ({ document }) => {
    const { pullQuote } = document
    return pullQuote !== null && !/[“”"«»]/u.test(pullQuote.text) && !/^[‘']/u.test(pullQuote.text)
      ? [{ ...pullQuote, fix: `“${pullQuote.text}”` }]
      : []
  },
}
