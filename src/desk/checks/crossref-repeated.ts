import type { Check } from './check.ts'
import { referencesOf, titlePlace } from './parts/cross-references.ts'

/** The second time, the short form does. */
export const crossrefRepeated: Check = {
  id: 'crossref-repeated',
  group: 'crossref',
  severity: 'information',
  looksAt: 'References of one document',
  why: 'The same piece was cited in full before.',
  mend: 'Use the short form, or point to the note.',
  example: {
    bad: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/; Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
    },
    good: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
    },
  },
  find: (context) => {
    const seen = new Set<string>()
    return referencesOf(context).flatMap((reference) => {
      const again = seen.has(reference.key)
      seen.add(reference.key)
      return again ? [titlePlace(reference)] : []
    })
  },
}
