import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { hostOf, isAggregator } from './parts/hosts.ts'
import { foldLetters } from './parts/words.ts'

/** The copy may be cut or late, and disappears on its own day. */
export const republisherCited: Check = {
  id: 'republisher-cited',
  group: 'citation',
  severity: 'warning',
  looksAt: 'Addresses of sources',
  why: 'The address leads to an aggregator’s copy, not to the outlet that is named.',
  mend: 'Cite the outlet’s own page, or say whose copy was read.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://allafrica.com/stories/202403040001.html',
    },
    good: {},
  },
  find: (context) =>
    inSources(context, (source) => {
      const { outlet, url } = source
      if (outlet === null || url === null || !isAggregator(url)) return null
      const named = foldLetters(outlet)
      const own = hostOf(url)
        .split('.')
        .some((part) => part.length > 3 && named.includes(part))
      return own ? null : { at: placeOf(context, source, source.urlAsPrinted ?? url) }
    }),
}
