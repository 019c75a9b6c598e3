import type { Check } from './check.ts'
import { loneBrackets } from './parts/brackets.ts'
import { passagesOf } from './parts/passages.ts'
import { widen } from './parts/spans.ts'

/** Brackets mark what the desk put in: an open one leaves that undecided. */
export const bracketUnbalanced: Check = {
  id: 'bracket-unbalanced',
  group: 'quotes',
  severity: 'warning',
  looksAt: 'The whole text',
  why: 'A bracket has no partner.',
  mend: 'Put the missing bracket, or take the surplus one out.',
  example: {
    bad: {
      excerpt:
        'The town council (of Lindholm said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {},
  },
  find: (context) =>
    passagesOf(context).flatMap(({ start, prose, role }) =>
      loneBrackets(role === 'image' ? prose.replace(/\uFFFC\S*/gu, (found) => ' '.repeat(found.length)) : prose).map(
        ({ index }) => widen(context.text, { start: start + index, end: start + index + 1 }, 2),
      ),
    ),
}
