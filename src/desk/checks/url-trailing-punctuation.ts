import type { Check } from './check.ts'
import { findInRaw, passagesIn } from './parts/passages.ts'

const trailing = /https?:\/\/\S*?(?<tail>[^\s/]{0,60}\/?[.,;:]+)(?=[\s\u00a0]|$)/gu

/** Readers that look for addresses take the mark along. */
export const urlTrailingPunctuation: Check = {
  id: 'url-trailing-punctuation',
  group: 'url',
  severity: 'warning',
  looksAt: 'Ends of addresses',
  why: 'Punctuation stands right behind the address, and many programs take it for a part of it.',
  mend: 'Leave the mark out, or put a space before it.',
  example: {
    bad: {
      notes:
        '[i] For more on the ferries of the north, see: Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/.',
    },
    good: {},
  },
  find: (context) =>
    findInRaw(passagesIn(context, 'citation', 'note', 'image'), trailing, (match, { start }) => {
      const tail = match.groups?.['tail'] ?? ''
      const end = start + match.index + match[0].length
      return { start: end - tail.length, end, fix: tail.replace(/[.,;:]+$/u, '') }
    }),
}
