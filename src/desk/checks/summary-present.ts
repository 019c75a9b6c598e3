import type { Check } from './check.ts'
import { lineSpan } from './parts/lines.ts'

/** A form of one season: worth knowing when pages of different years stand together. */
export const summaryPresent: Check = {
  id: 'summary-present',
  group: 'structure',
  severity: 'information',
  looksAt: 'Lines before the analysis',
  why: 'The page has a summary, which most pages do not: a form of its own.',
  mend: 'Nothing to mend; keep the summary in its field.',
  example: {
    bad: { summary: 'Lindholm opens a second ferry line, which shortens the way to the hospital.' },
    good: {},
  },
  find: ({ text, document }) => {
    if (document.summary === null) return []
    const line = lineSpan(text, document.summary.start)
    const label = /^\s*summary\s*:/iu.exec(text.slice(line.start, line.end))?.[0]
    return [label === undefined ? document.summary : { start: line.start, end: line.start + label.length }]
  },
}
