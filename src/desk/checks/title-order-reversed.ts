import type { Check } from './check.ts'
import { citationText, inSources, placeOf } from './parts/citation-places.ts'

/** Original title first, English in parentheses: so a reader sees at once what the piece is called. */
export const titleOrderReversed: Check = {
  id: 'title-order-reversed',
  group: 'citation',
  severity: 'information',
  looksAt: 'Titles of citations in two languages',
  why: 'The English title stands first and the original in parentheses after it; the house has them the other way round.',
  mend: 'Put the original title first and the English one in parentheses.',
  example: {
    bad: {
      citation:
        '“A new ferry in the harbor” (Новый паром в гавани), Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/new-ferry',
    },
    good: {
      citation:
        '“Новый паром в гавани (A new ferry in the harbor),” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/new-ferry',
    },
  },
  find: (context) =>
    inSources(context, (source) => {
      const { titleOriginal, titleEnglish } = source
      if (titleOriginal === null || titleEnglish === null) return null
      const text = citationText(context, source)
      const [original, english] = [text.indexOf(titleOriginal), text.indexOf(titleEnglish)]
      return english >= 0 && original > english
        ? { at: withMark(context.text, placeOf(context, source, titleEnglish)) }
        : null
    }),
}

function withMark(text: string, span: { start: number; end: number } | undefined) {
  if (span === undefined) return undefined
  return /[“"]/u.test(text.charAt(span.start - 1)) ? { start: span.start - 1, end: span.end } : span
}
