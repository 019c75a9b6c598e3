import type { Check } from './check.ts'
import { monthPattern } from './parts/dates.ts'
import { findInProse, passagesIn, type Passage } from './parts/passages.ts'

const monthFirst = new RegExp(
  `\\b(?<month>${monthPattern})\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,\\s(?<year>\\d{4})`,
  'gu',
)
const padded = new RegExp(`(?<!\\d)0(?<rest>\\d\\s${monthPattern}(?:\\s\\d{4})?)`, 'gu')

/** What the desk writes itself has the day first; what it quotes keeps its own form. */
export const dateStyleMixed: Check = {
  id: 'date-style-mixed',
  group: 'citation',
  severity: 'information',
  looksAt: 'Dates in what the desk writes: captions, analysis, citations, notes',
  why: 'The house style is the day first and without a zero: 9 July 2024.',
  mend: 'Write the day first.',
  example: {
    bad: {
      notes:
        '[i] For more on the ferries of the north, see: Jane Roe, “Harbors of the North,” Northern Review, January 12, 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {},
  },
  find(context) {
    const ours = passagesIn(context, 'caption', 'summary', 'body', 'citation', 'note')
    return [
      ...findInProse(ours, monthFirst, ({ index, groups }, passage) =>
        isQuoted(passage, index) ? null : { fix: `${groups?.['day']} ${groups?.['month']} ${groups?.['year']}` },
      ),
      ...findInProse(ours, padded, ({ groups }) => ({ fix: groups?.['rest'] ?? '' })),
    ]
  },
}

function isQuoted({ prose }: Passage, index: number): boolean {
  const before = prose.slice(Math.max(0, index - 400), index)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}
