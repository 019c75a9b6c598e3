import type { Check } from './check.ts'
import { referencesOf } from './parts/cross-references.ts'

/** Issues are looked up by their label. */
export const crossrefIssueFormat: Check = {
  id: 'crossref-issue-format',
  group: 'crossref',
  severity: 'information',
  looksAt: 'References to earlier pieces',
  why: 'The issue is written otherwise than MM-YYYY.',
  mend: 'Write the issue as MM-YYYY.',
  example: {
    bad: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 5-2023. https://digest.example/2023/a-lighthouse-of-glass/',
    },
    good: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
    },
  },
  find: (context) =>
    referencesOf(context).flatMap(({ issue, issueAsPrinted, start, end }) => {
      if (issueAsPrinted === null || /^\d{2}-\d{4}$/u.test(issueAsPrinted)) return []
      const index = context.text.slice(start, end + 40).lastIndexOf(issueAsPrinted)
      if (index < 0) return [{ start, end }]
      const fix = /^(\d{4})-(\d{2})$/u.exec(issue ?? '')
      return [
        {
          start: start + index,
          end: start + index + issueAsPrinted.length,
          ...(fix ? { fix: `${fix[2]}-${fix[1]}` } : {}),
        },
      ]
    }),
}
