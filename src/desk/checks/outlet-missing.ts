import type { Check } from './check.ts'
import { inSources } from './parts/citation-places.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const sort =
  '(?:aggregator|web ?site|site|outlet|daily|newspaper|weekly|magazine|agency|publication|broadcaster|portal|station|think tank|blog)'
const nameless = new RegExp(
  `\\b(?:article|excerpt|piece|report|interview|post|commentary)s?,?\\s(?:also\\s)?from\\s(?:the|a|an)\\s(?:[\\p{L}’'-]+\\s){1,8}?${sort},\\s(?![\\p{Lu}“])[\\p{L}]+|\\b(?:from|by|in|According to|according to)\\s,\\s[\\p{L}]+`,
  'gu',
)

/** Names that were addresses ("example.test") vanish when addresses are stripped, and leave their descriptor behind. */
export const outletMissing: Check = {
  id: 'outlet-missing',
  group: 'citation',
  severity: 'error',
  looksAt: 'Citations, and where the analysis introduces its sources',
  why: 'What kind of outlet it is stands here; its name does not.',
  mend: 'Name the outlet.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find(context) {
    const cited = inSources(context, (source) =>
      source.outlet === null && (source.titleAsPrinted !== null || source.descriptor !== null) ? {} : null,
    )
    return [...cited, ...findInProse(passagesIn(context, 'body', 'summary'), nameless)]
  },
}
