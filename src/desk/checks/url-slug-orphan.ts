import type { Check } from './check.ts'
import { inSources, mainLine, placeOf } from './parts/citation-places.ts'

/** The end of an address in another script is left standing when everything up to the first foreign letter was stripped. */
export const urlSlugOrphan: Check = {
  id: 'url-slug-orphan',
  group: 'citation',
  severity: 'error',
  looksAt: 'Citations under Sources',
  why: 'This is the end of an address; the beginning was lost.',
  mend: 'Find the piece (these words are its title in the address) and restore the whole address.',
  example: {
    bad: {
      citation:
        '“عبّارة جديدة في الميناء (A new ferry in the harbor),” Lindholm Post (daily newspaper from Lindholm), 4 March 2024.عبارة-جديدة-في-الميناء-القديم',
    },
    good: {
      citation:
        '“عبّارة جديدة في الميناء (A new ferry in the harbor),” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/new-ferry',
    },
  },
  find: (context) =>
    inSources(context, (source) =>
      source.urlFragment === null ? null : { at: placeOf(context, source, source.urlFragment) ?? mainLine(source) },
    ),
}
