import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { widen } from './parts/spans.ts'

/** A full stop (and closing mark), then a capital, and no space. Initials ("J.S."), domains and abbreviations do not match. */
const join =
  /(?<=[\p{Ll}\d)\]”’…][.?!…]{0,2})(?:[.?!](?=\p{Lu}(?:\p{Ll}|\s))|[.?!…][”"’](?=[\p{Lu}“])|[.?!](?=[“‘]\p{Lu}))/gu

/** Two paragraphs became one where the page was copied. */
export const sentenceRunIn: Check = {
  id: 'sentence-run-in',
  group: 'run-in',
  severity: 'warning',
  looksAt: 'Prose: analysis, excerpts, notes, captions',
  why: 'Two sentences meet without a space: a paragraph’s end was lost.',
  mend: 'Put the paragraph back, or a space.',
  example: {
    bad: {
      excerpt:
        'The town council said on Monday that both ferries are ready.The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {},
  },
  find: (context) =>
    findInProse(
      passagesIn(context, 'caption', 'pull-quote', 'summary', 'body', 'excerpt', 'note'),
      join,
      (match, { start }) => {
        const at = start + match.index
        return widen(context.text, { start: at, end: at + match[0].length + 1 })
      },
    ),
}
