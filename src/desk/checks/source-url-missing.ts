import type { Check } from './check.ts'
import { inSources } from './parts/citation-places.ts'

/** A source without an address cannot be looked up, preserved or checked. */
export const sourceUrlMissing: Check = {
  id: 'source-url-missing',
  group: 'citation',
  severity: 'error',
  looksAt: 'Citations under Sources',
  why: 'The source has no address: nobody can look it up or preserve it.',
  mend: 'Find the piece by its title, outlet and date, and put its address after the date.',
  example: {
    bad: {
      citation: '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024.',
    },
    good: {},
  },
  find: (context) => inSources(context, ({ url, urlAsPrinted }) => (url === null && urlAsPrinted === null ? {} : null)),
}
