import type { Check, CheckContext } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { foldLetters } from './parts/words.ts'

const inserted = /\((?<words>\p{L}[\p{L}’' -]{1,60})\)/gu
const small = /^(?:of|in|from|to|at|for|with|by)\s(?:the\s)?\p{Lu}/u

/** Square brackets are the desk's, round ones the author's. */
export const insertionInParentheses: Check = {
  id: 'insertion-in-parentheses',
  group: 'excerpt',
  severity: 'information',
  looksAt: 'Round brackets in excerpts',
  why: 'What the desk puts in stands in round brackets, as if the author had written it.',
  mend: 'Use square brackets, after a look at the original.',
  example: {
    bad: {
      excerpt:
        'The town council (of Lindholm) said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'The town council [of Lindholm] said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) => {
    const bracketed = insertionsElsewhere(context)
    return findInProse(passagesIn(context, 'excerpt'), inserted, ({ groups }) => {
      const words = groups?.['words'] ?? ''
      return small.test(words) || bracketed.has(foldLetters(words)) ? { fix: `[${words}]` } : null
    })
  },
}

/** The same words in square brackets, where the analysis or the pull quote quotes the passage. */
function insertionsElsewhere(context: CheckContext): Set<string> {
  const quoted = passagesIn(context, 'body', 'pull-quote', 'summary')
  return new Set(
    quoted.flatMap(({ prose }) =>
      [...prose.matchAll(/\[([\p{L}][\p{L}’' -]{2,60})\]/gu)].map(([, words = '']) => foldLetters(words)),
    ),
  )
}
