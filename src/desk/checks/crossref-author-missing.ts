import type { Check } from './check.ts'
import { referencesOf } from './parts/cross-references.ts'

/** Pages print no byline: a reference is where the author is remembered. */
export const crossrefAuthorMissing: Check = {
  id: 'crossref-author-missing',
  group: 'crossref',
  severity: 'information',
  looksAt: 'References to earlier pieces',
  why: 'The reference names no author.',
  mend: 'Add the author; other references or an index may know.',
  example: {
    bad: {
      notes: '[i] See: “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
    },
    good: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
    },
  },
  find: (context) => referencesOf(context).filter(({ author }) => author === null),
}
