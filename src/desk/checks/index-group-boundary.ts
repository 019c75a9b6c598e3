import type { Check } from './check.ts'

/** Who reads the groups as issues reads them wrong. */
export const indexGroupBoundary: Check = {
  id: 'index-group-boundary',
  group: 'names',
  severity: 'information',
  looksAt: 'Blank lines between the rows of an index',
  why: 'The groups of rows do not coincide with issues: the date changes within a group, or a group ends within a date.',
  mend: 'Group by the date, not by the blank lines.',
  example: {
    bad: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 Harbor Opens a School for Pilots (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n',
    },
    good: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 Harbor Opens a School for Pilots (Jane Roe)\n\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n',
    },
  },
  find: ({ document, text }) => {
    const { entries } = document
    const grouped = entries.some((row, index) => isGap(text, entries[index - 1]?.end, row.start))
    if (!grouped && new Set(entries.map(({ date }) => date)).size > 1 && entries.length > 8) return []
    return entries.flatMap((row, index) => {
      const before = entries[index - 1]
      if (before === undefined) return []
      const apart = isGap(text, before.end, row.start)
      return apart === (before.date === row.date) ? [before, row] : []
    })
  },
}

function isGap(text: string, from: number | undefined, to: number): boolean {
  return from !== undefined && /\n\s*\n/u.test(text.slice(from, to))
}
