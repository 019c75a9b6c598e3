// Whether two witnesses can mean one time. The month of an issue and the day on which it went out are two things:
// issues go out after their month, some of them half a year later.

import type { Witness } from './work.ts'

export type TimeRelation = 'same' | 'possible' | 'unknown' | 'different'

/** A piece may be out a little before the month printed on its issue, and long after it. */
const EARLIEST_MONTHS = -1
const LATEST_MONTHS = 9

type Times = Pick<Witness, 'issue' | 'published'>

/** Compares like with like where it can; an issue against a day is `possible` within the months an issue needs to go out. */
export function relateTimes(one: Times, other: Times): TimeRelation {
  if (one.published && other.published) return one.published.slice(0, 10) === other.published ? 'same' : 'different'
  if (one.issue && other.issue) return one.issue === other.issue ? 'same' : 'different'
  const issue = one.issue ?? other.issue
  const published = one.published ?? other.published
  if (!issue || !published) return 'unknown'
  const lag = monthNumber(published) - monthNumber(issue)
  return lag >= EARLIEST_MONTHS && lag <= LATEST_MONTHS ? 'possible' : 'different'
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}
