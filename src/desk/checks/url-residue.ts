import type { Check } from './check.ts'
import { printedUrls } from './parts/addresses.ts'

const rests: readonly (readonly [RegExp, string])[] = [
  [/#$/u, 'an empty fragment'],
  [/(?<=[^:])\/\/(?!www\.|https?:)/u, 'a doubled slash'],
  [
    /[?&](?:utm_\w+|fbclid|gclid|igshid|ref|ref_src|mc_cid|s|feature|share|amp|from|cmpid|smid)=[^&#]*/iu,
    'tracking parameters',
  ],
  [/[?&](?:ts|t|v|ver|cb|cache|timestamp|_)=\d+/iu, 'a cache parameter'],
  [/\?(?:[a-z]?\d{4,}|x\d+)$/iu, 'a cache parameter'],
  [/\?$/u, 'an empty query'],
]

/** What a browser or a campaign left on the address. */
export const urlResidue: Check = {
  id: 'url-residue',
  group: 'url',
  severity: 'information',
  looksAt: 'Addresses',
  why: 'The address carries something that is not needed to find the page.',
  mend: 'Leave it out.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/?utm_source=mail',
    },
    good: {},
  },
  find: (context) =>
    printedUrls(context, 'citation', 'note', 'image').flatMap(({ url, start, end }) => {
      const [rest] = rests.filter(([pattern]) => pattern.test(url))
      return rest === undefined ? [] : [{ start, end, why: `The address carries ${rest[1]}.` }]
    }),
}
