import type { Check, CheckContext, Place } from './check.ts'
import { outletKey } from './parts/outlet-groups.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { foldLetters } from './parts/words.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const mention = new RegExp(
  `\\b(?:[Tt]he|[Aa])\\s(?<nth>${ordinals.join('|')})\\s(?:accompanying\\s|excerpted\\s|[\\p{L}]+-language\\s){0,3}(?:article|excerpt|piece|source|report)\\b(?<rest>[^.]{0,110})`,
  'gu',
)

/** "The second article from X" is the second that is printed. */
export const ordinalMismatch: Check = {
  id: 'ordinal-mismatch',
  group: 'fidelity',
  severity: 'error',
  looksAt: 'Where the analysis counts its excerpts, against their order in print',
  why: 'The excerpt that the analysis counts is not the one printed in that place.',
  mend: 'Correct the number, or the order of the sources.',
  example: {
    bad: {
      body: 'According to the second excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
    },
    good: {
      body: 'According to the first excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
    },
  },
  find: (context) =>
    findInProse(passagesIn(context, 'body'), mention, (match) => {
      const { nth = '', rest = '' } = match.groups ?? {}
      return judge(context, ordinals.indexOf(nth), rest, match[0])
    }),
}

function judge(context: CheckContext, index: number, rest: string, found: string): Partial<Place> | null {
  const { sources } = context.document
  if (sources.length === 0) return null
  if (index >= sources.length)
    return { why: `Only ${sources.length === 1 ? 'one source is' : `${sources.length} sources are`} printed.` }
  const said = foldLetters(rest)
  const named = sources.map(({ outlet }) =>
    outlet === null || outletKey(outlet).length < 4 ? -1 : said.indexOf(outletKey(outlet)),
  )
  const first = named.filter((place) => place >= 0).sort((a, b) => a - b)[0]
  if (first === undefined || (named[index] ?? -1) >= 0) return null
  const meant = named.indexOf(first)
  // Where the source in that place has no name to look for, the words decide nothing.
  if (sources[index]?.outlet === null) return null
  return found.length > 0
    ? { why: `${sources[meant]?.outlet} is source ${meant + 1} in print, not ${index + 1}.` }
    : null
}
