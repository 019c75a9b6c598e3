import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { widen } from './parts/spans.ts'

const doubled =
  /(?<![.…])[.,;:]\s+[.,;:](?![.…])|(?<![.…])\.\.(?![.…])|,\.|(?<=\d{4}|[^\p{L}.…])\.;|,,|;;|,”,|,[;:]|;[,.:]|(?<=\s)[,;:](?=\s)|[?!],(?=\s)(?!”)/gu

/** One mark ends what it ends. */
export const punctuationDoubled: Check = {
  id: 'punctuation-doubled',
  group: 'run-in',
  severity: 'warning',
  looksAt: 'All prose and citations',
  why: 'Punctuation is doubled or stands alone.',
  mend: 'Keep one mark.',
  example: {
    bad: {
      excerpt:
        'The town council said on Monday that both ferries are ready. . The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {},
  },
  find: (context) => {
    const roles = ['title', 'caption', 'pull-quote', 'summary', 'body', 'citation', 'excerpt', 'note', 'image'] as const
    return findInProse(passagesIn(context, ...roles), doubled, (match, { start, prose }) => {
      const before = prose.slice(Math.max(0, match.index - 1), match.index)
      // After an address a mark ends the citation; another check looks at those. Two dots in Arabic are an ellipsis.
      if (before === '\uFFFC' || /\p{Script=Arabic}/u.test(before)) return null
      const at = start + match.index
      return widen(context.text, { start: at, end: at + match[0].length })
    })
  },
}
