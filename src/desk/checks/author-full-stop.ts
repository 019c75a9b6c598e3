import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const word = "\\p{Lu}[\\p{L}’'-]*\\.?"
const stopped = new RegExp(
  `(?<=^|[:;]\\s{1,3}|\\uFFFC\\s{1,3}|\\d{4},\\s|\\[[ivx]+\\]\\s|see\\s|See\\s)(?:${word},?\\s(?:and\\s|&\\s)?){1,14}${word}\\.\\s[“"]`,
  'gu',
)

/** Authors end with a comma in this style of citation. */
export const authorFullStop: Check = {
  id: 'author-full-stop',
  group: 'citation',
  severity: 'information',
  looksAt: 'Authors in sources and notes',
  why: 'A full stop stands after the author where the style has a comma.',
  mend: 'Put a comma.',
  example: {
    bad: {
      notes:
        '[i] For more on the ferries of the north, see: Jane Roe. “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {},
  },
  find: (context) =>
    findInProse(passagesIn(context, 'citation', 'note'), stopped, (match, { start }) => {
      const end = start + match.index + match[0].length
      const tail = /\S+\s\S+\s[“"]$/u.exec(match[0])?.[0] ?? match[0]
      return { start: end - tail.length, end, fix: tail.replace(/\.(\s[“"])$/u, ',$1') }
    }),
}
