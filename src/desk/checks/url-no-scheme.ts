import type { Check } from './check.ts'
import { findInRaw, passagesIn } from './parts/passages.ts'

const bare =
  /(?<![\p{L}\p{N}@/._:-])(?:www\.)?(?:[\p{Ll}\p{N}][\p{Ll}\p{N}-]{0,62}\.){1,4}(?:com|org|net|gov|mil|edu|int|info|[a-z]{2})\/[^\s“”),;]{2,300}/gu

/** Programs do not see an address in it. */
export const urlNoScheme: Check = {
  id: 'url-no-scheme',
  group: 'url',
  severity: 'warning',
  looksAt: 'Addresses in citations, notes and image information',
  why: 'The address lacks its “https://”.',
  mend: 'Put it in front.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. www.lindholm-post.com/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://www.lindholm-post.com/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
  },
  find: (context) =>
    findInRaw(passagesIn(context, 'citation', 'note', 'image'), bare, ([found], { raw }) => {
      const before = raw.slice(0, raw.indexOf(found))
      return /\S*:\/\/\S*\s?$/u.test(before) ? null : { fix: `https://${found}` }
    }),
}
