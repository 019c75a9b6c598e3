import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { widen } from './parts/spans.ts'

const comma = /(?<=[\p{L}\d)\]”’])[,;](?=(?:\[[ivxl]{1,7}\])?\p{L})|(?<=\p{L})[,;](?=\d)/gu

/** As between sentences, so after commas. */
export const commaRunIn: Check = {
  id: 'comma-run-in',
  group: 'run-in',
  severity: 'warning',
  looksAt: 'All prose and citations; not addresses or numbers',
  why: 'No space stands after the comma.',
  mend: 'Put a space.',
  example: {
    bad: {
      excerpt:
        'The town council said on Monday,adding nothing more, that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {},
  },
  find: (context) => {
    const roles = ['title', 'caption', 'pull-quote', 'summary', 'body', 'citation', 'excerpt', 'note', 'image'] as const
    return findInProse(passagesIn(context, ...roles), comma, (match, { start }) => {
      const at = start + match.index
      return widen(context.text, { start: at, end: at + 2 })
    })
  },
}
