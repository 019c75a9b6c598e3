import type { Check } from './check.ts'
import { lineSpan } from './parts/lines.ts'

/** The first sentence of the excerpt hides behind the address. */
export const excerptInCitation: Check = {
  id: 'excerpt-in-citation',
  group: 'run-in',
  severity: 'error',
  looksAt: 'Ends of citations',
  why: 'The excerpt begins on the line of its citation.',
  mend: 'Begin a new paragraph after the citation.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/news/64205The town council said on Monday that both ferries are ready and will sail from the first week of April.',
    },
    good: {},
  },
  find: ({ text, document }) =>
    document.sources.flatMap(({ excerptRunIn, excerpt: [first] }) => {
      if (!excerptRunIn || first === undefined) return []
      const line = lineSpan(text, first.start)
      return [{ start: Math.max(line.start, first.start - 12), end: Math.min(first.end, line.end, first.start + 30) }]
    }),
}
