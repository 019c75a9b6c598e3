import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const name = "\\p{Lu}[\\p{L}’'.-]+(?:\\s(?:al-|de\\s|von\\s|van\\s)?\\p{Lu}[\\p{L}’'.-]+){1,4}"
const byline = new RegExp(
  `\\b(?:[Ww]riting (?:in|for) [^,.“”]{2,60}, |[Ii]n (?:an|his|her|their) (?:op-ed|opinion piece|column|essay)[^.“”]{0,60}, )(?<who>(?:[\\p{Ll}][\\p{L}-]*\\s){0,5}${name})[^“”]{0,400}?\\b[Ss]ee:?\\s“`,
  'gu',
)

/** The sentence says who wrote it; the citation that follows does not. */
export const authorKnownButMissing: Check = {
  id: 'author-known-but-missing',
  group: 'citation',
  severity: 'warning',
  looksAt: 'Notes that introduce the work they cite',
  why: 'The text names the author of the piece, and the citation leaves the name out.',
  mend: 'Begin the citation with the author’s name.',
  example: {
    bad: {
      notes:
        '[i] Writing in the Northern Review, harbor master Jane Roe details how the ferries were built. See: “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {
      notes:
        '[i] Writing in the Northern Review, harbor master Jane Roe details how the ferries were built. See: Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
  },
  find: (context) =>
    findInProse(passagesIn(context, 'note'), byline, (match, { start, prose }) => {
      const who = match.groups?.['who'] ?? ''
      const from = match.index + match[0].indexOf(who)
      const after = /^\s\p{L}+/u.exec(prose.slice(from + who.length))?.[0].length ?? 0
      return { start: start + from, end: start + from + who.length + after }
    }),
}
