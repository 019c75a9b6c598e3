import type { Check } from './check.ts'

const open = /(?:…|\.{3}|[:,;–—-])\s*[”"]?\s*$/u

/** What comes next may turn the sentence round. */
export const excerptEndsOpen: Check = {
  id: 'excerpt-ends-open',
  group: 'excerpt',
  severity: 'information',
  looksAt: 'Ends of excerpts',
  why: 'The excerpt ends with a colon or an ellipsis: what follows is missing.',
  mend: 'End with a whole sentence.',
  example: {
    bad: {
      excerpt:
        'The town council said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands, and cost as much as the first line…',
    },
    good: {},
  },
  find: ({ document, text }) =>
    document.sources.flatMap(({ excerpt }) => {
      const last = excerpt.at(-1)
      if (last === undefined || !open.test(text.slice(last.start, last.end))) return []
      return [{ start: Math.max(last.start, last.end - 40), end: last.end }]
    }),
}
