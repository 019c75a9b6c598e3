import type { Check } from './check.ts'
import { inSources } from './parts/citation-places.ts'

/** Posts have no title, and then the first words stand for one. */
export const titleMissing: Check = {
  id: 'title-missing',
  group: 'citation',
  severity: 'warning',
  looksAt: 'Citations under Sources',
  why: 'The source is cited without a title.',
  mend: 'Give the title; for a post, its first words in quotation marks.',
  example: {
    bad: {
      citation:
        'Lindholm Town Council, Facebook Page (town council of Lindholm), 4 March 2024. https://www.facebook.com/lindholm.example/posts/1',
    },
    good: {
      citation:
        '“The second ferry line is open,” Lindholm Town Council, Facebook Page (town council of Lindholm), 4 March 2024. https://www.facebook.com/lindholm.example/posts/1',
    },
  },
  find: (context) =>
    inSources(context, ({ titleOriginal, titleEnglish }) =>
      titleOriginal === null && titleEnglish === null ? {} : null,
    ),
}
