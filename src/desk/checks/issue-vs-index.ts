import type { Check, CheckContext, Place } from './check.ts'
import { allReferences, referencesBy, referencesOf, rowsByTitle, titleKey } from './parts/cross-references.ts'
import { onceForRun } from './parts/once-for-run.ts'

/** An index may print the month of the issue as a first day, or the day on the web, and change from one to the other. */
export const issueVsIndex: Check = {
  id: 'issue-vs-index',
  group: 'facts',
  severity: 'warning',
  looksAt: 'Rows of an index, against the issues that references name',
  why: 'The index and a reference date the same piece differently: one means the issue, the other the day of publication.',
  mend: 'Keep both dates, each in its field; correct neither by the other.',
  example: {
    bad: {
      text: 'Legacy Articles On Ferries\n\n2024-01-03 The Islands Order a Third Ferry (Jane Roe)\n2024-01-03 Ferry Crews Learn to Swim (Jane Roe)\n2023-06-01 Harbor Opens a School for Pilots (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 Lindholm Buys Two Ferries (John Doe)\n',
    },
    good: {
      text: 'Legacy Articles On Ferries\n\n2023-08-01 The Islands Order a Third Ferry (Jane Roe)\n2023-08-01 Ferry Crews Learn to Swim (Jane Roe)\n2023-06-01 Harbor Opens a School for Pilots (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 Lindholm Buys Two Ferries (John Doe)\n',
    },
  },
  find: (context) => [...whereTheDaysChange(context), ...againstReferences(context), ...againstRows(context)],
}

/** Rows of first days, then rows of other days: between them the column changed its meaning. */
function whereTheDaysChange({ document }: CheckContext): Place[] {
  const { entries } = document
  const monthly = entries.filter(({ date }) => date.endsWith('-01'))
  if (monthly.length < 3) return []
  const latest = monthly
    .map(({ date }) => date)
    .filter((date) => monthly.filter((other) => other.date === date).length > 0)
  const newest = latest.sort().at(-1) ?? ''
  const lastMonthly = entries
    .filter(({ date }) => !date.endsWith('-01'))
    .map(({ date }) => date)
    .sort()[0]
  if (lastMonthly === undefined) return []
  const row = entries.find(({ date }) => date === lastMonthly)
  const why =
    newest > lastMonthly
      ? 'From here on the index prints days; rows of first days of a month stand among them.'
      : 'From here on the index prints the day of publication; below, the month of the issue as its first day.'
  return row ? [{ start: row.start, end: row.end, why }] : []
}

function againstReferences(context: CheckContext): Place[] {
  return context.document.entries.flatMap((row) => {
    const reference = referencesBy(context.all)
      .get(`key ${titleKey(row.title)}`)
      ?.find(({ issue }) => issue !== null)
    const issue = reference?.issue ?? issueOfFile(context.all).get(titleKey(row.title))
    return issue !== undefined && issue !== null && !row.date.startsWith(issue)
      ? [{ start: row.start, end: row.end, why: `The piece belongs to issue ${issue}; the index prints ${row.date}.` }]
      : []
  })
}

function againstRows(context: CheckContext): Place[] {
  return referencesOf(context).flatMap((reference) => {
    const row = rowsByTitle(context.all).get(reference.key)
    if (
      row === undefined ||
      reference.issue === null ||
      reference.issueAsPrinted === null ||
      row.date.startsWith(reference.issue)
    )
      return []
    const index = context.text.slice(reference.start, reference.end + 40).indexOf(reference.issueAsPrinted)
    const start = reference.start + Math.max(0, index)
    return [{ start, end: start + reference.issueAsPrinted.length, why: `The index dates this piece ${row.date}.` }]
  })
}

/** Pieces of one file came out together: where one of them is cited by issue, the others belong to the same. */
const issueOfFile = onceForRun((all): ReadonlyMap<string, string> => {
  const issues = new Map<string, string>()
  for (const { key, issue } of allReferences(all)) if (issue !== null) issues.set(key, issue)
  const files = Map.groupBy(all, ({ file }) => file)
  for (const documents of files.values()) {
    const titles = documents.flatMap(({ document }) =>
      document.kind === 'article' && document.title ? [titleKey(document.title.text)] : [],
    )
    const known = new Set(titles.flatMap((title) => issues.get(title) ?? []))
    const [issue] = known
    if (issue !== undefined && known.size === 1) for (const title of titles) issues.set(title, issue)
  }
  return issues
})
