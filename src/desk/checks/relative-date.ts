import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const month = 'January|February|March|April|May|June|July|August|September|October|November|December'
const deixis = new RegExp(
  `\\b(?:(?:last|this past|next)\\s(?:month|week|year|spring|summer|fall|autumn|winter|weekend|${month}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:’s)?(?:\\s(?:\\p{Lu}+|ambush|attack|coup|summit|election))?|yesterday|earlier this (?:month|year|week)|at the (?:start|beginning|end) of (?:the|this) (?:year|month)|later this (?:month|year|week)|this (?:month|week|year)(?=[\\s,.])|a (?:few|couple of) (?:days|weeks|months) ago|the other day)`,
  'gu',
)

/** "Last month" is a different month every month. */
export const relativeDate: Check = {
  id: 'relative-date',
  group: 'repost',
  severity: 'warning',
  looksAt: 'Analysis and commentary; not excerpts',
  why: 'The time can only be told from the day of publication, which the page does not print.',
  mend: 'Put the month and the year.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands last month.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
    },
    good: {},
  },
  find: (context) => findInProse(passagesIn(context, 'body', 'summary'), deixis),
}
