import type { Check } from './check.ts'
import { inSources } from './parts/citation-places.ts'

/** The descriptor is how the reader weighs a source. */
export const descriptorMissing: Check = {
  id: 'descriptor-missing',
  group: 'citation',
  severity: 'error',
  looksAt: 'Citations under Sources',
  why: 'Nothing tells what kind of outlet this is: no descriptor stands in parentheses after its name.',
  mend: 'Add where it is, who owns it and where it stands, from the register.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post, 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) => inSources(context, ({ descriptor }) => (descriptor === null ? {} : null)),
}
