import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const word = "\\p{Lu}[\\p{L}’'-]+"
const inverted = new RegExp(
  `(?:^|(?:[Ss]ee:?|;)\\s)(?<who>${word},\\s${word}(?:\\s\\p{Lu}\\.)?)(?=,\\s(?:and\\s)?${word}\\s${word}|[,.]\\s[“"])`,
  'gu',
)

/** "Roe, Jane" belongs into an alphabetical bibliography; sources and notes name authors as they are called. */
export const authorInverted: Check = {
  id: 'author-inverted',
  group: 'citation',
  severity: 'information',
  looksAt: 'Authors in sources and notes',
  why: 'The first author is printed surname first, as in a bibliography.',
  mend: 'Print the name as it is spoken.',
  example: {
    bad: {
      citation:
        'Roe, Jane, John Doe, “Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {
      citation:
        'Jane Roe and John Doe, “Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
  },
  find: (context) =>
    findInProse(passagesIn(context, 'citation', 'note'), inverted, (match, { start }) => {
      const who = match.groups?.['who'] ?? ''
      const at = start + match.index + match[0].indexOf(who)
      const [surname = '', given = ''] = who.split(/,\s/u)
      return { start: at, end: at + who.length, fix: `${given} ${surname}` }
    }),
}
