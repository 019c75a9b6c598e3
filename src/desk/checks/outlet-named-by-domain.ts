import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { hostOf } from './parts/hosts.ts'

const domain = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+){0,3}\.\p{L}{2,12}$/u

/** An outlet has a name; its address may change hands, and vanishes where addresses are stripped. */
export const outletNamedByDomain: Check = {
  id: 'outlet-named-by-domain',
  group: 'citation',
  severity: 'warning',
  looksAt: 'Outlets of citations',
  why: 'A domain stands in place of the outlet’s name.',
  mend: 'Print the outlet’s name; the domain is in the address.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” lindholm-post.example (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) =>
    inSources(context, (source) => {
      const { outlet, url } = source
      if (outlet === null || !domain.test(outlet)) return null
      const host = hostOf(url)
      const other = host !== '' && hostOf(outlet) !== host && !host.endsWith(`.${hostOf(outlet)}`)
      return {
        at: placeOf(context, source, outlet),
        ...(other
          ? {
              why: `A domain stands in place of the outlet’s name, and it is not the true one: the address leads to ${host}.`,
            }
          : {}),
      }
    }),
}
