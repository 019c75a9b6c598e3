import type { Check } from './check.ts'
import { lineSpan } from './parts/lines.ts'

/** The heading has said it. */
export const sourceLabelRepeated: Check = {
  id: 'source-label-repeated',
  group: 'structure',
  severity: 'information',
  looksAt: 'Citations under Sources',
  why: '“Source:” stands before a citation that is already under the heading.',
  mend: 'Take the label out.',
  example: {
    bad: {
      citation:
        'Source: “Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: ({ text, document }) =>
    document.sources.flatMap(({ citation }) =>
      citation.flatMap(({ start }) => {
        const line = lineSpan(text, start)
        const label = /^\s*source\s*:\s*/iu.exec(text.slice(line.start, line.end))?.[0]
        return label === undefined ? [] : [{ start: line.start, end: line.start + label.trimEnd().length }]
      }),
    ),
}
