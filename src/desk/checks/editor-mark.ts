import type { Check } from './check.ts'
import { findInProse, passagesOf } from './parts/passages.ts'

const mark = /\[\p{Lu}{2,4}\(?\d{1,3}\)?\]/gu

/** What a word processor leaves behind where a reviewer had something to say. */
export const editorMark: Check = {
  id: 'editor-mark',
  group: 'remains',
  severity: 'error',
  looksAt: 'The whole text',
  why: 'The anchor of a reviewer’s comment was left in the text.',
  mend: 'Take it out, and see what the comment asked for.',
  example: {
    bad: {
      excerpt:
        'The town council [JR2] said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'The town council said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) => findInProse(passagesOf(context), mark),
}
