// In: the dates of an index. Out: for each whether it is the month of an issue, dressed as its first day, or a day of publication.
// No date says which it is. But days of publication fall on the first of a month once in thirty times, months always do:
// the likeliest story with the fewest changes of habit tells them apart, also where a true first of the month stands
// among days of publication.

export type DateMeaning = 'issue-month' | 'publication-day'

/** Chance that a month of an issue is printed with another day than 01: a slip. */
const SLIP = 0.001
/** Chance that a piece goes out on the first of a month. */
const FIRST_BY_CHANCE = 1 / 30
/** Chance that the habit changes from one date to the next. */
const CHANGE = 0.005

/** @param dates ISO days, repeated or not, in any order; what is no day is left out */
export function readDateMeanings(dates: readonly string[]): Map<string, DateMeaning> {
  const days = [...new Set(dates)].filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)).sort()
  let months: Trail = { likelihood: Math.log(0.5), last: null }
  let publications: Trail = { likelihood: Math.log(0.5), last: null }
  for (const day of days) {
    const isFirst = day.endsWith('-01')
    const asMonth = Math.log(isFirst ? 1 - SLIP : SLIP / 30)
    const asDay = Math.log(FIRST_BY_CHANCE)
    const nextMonths = extend(months, publications, { day, meaning: 'issue-month' }, asMonth)
    publications = extend(publications, months, { day, meaning: 'publication-day' }, asDay)
    months = nextMonths
  }
  const best = months.likelihood >= publications.likelihood ? months : publications
  const meanings = new Map<string, DateMeaning>()
  for (let step = best.last; step; step = step.before) meanings.set(step.day, step.meaning)
  return meanings
}

type Step = { readonly day: string; readonly meaning: DateMeaning; readonly before: Step | null }
type Trail = { readonly likelihood: number; readonly last: Step | null }

function extend(same: Trail, other: Trail, step: Omit<Step, 'before'>, likelihood: number): Trail {
  const stay = same.likelihood + (same.last === null ? 0 : Math.log(1 - CHANGE))
  const change = other.likelihood + Math.log(CHANGE)
  const isStay = same.last === null || stay >= change
  return {
    likelihood: (isStay ? stay : change) + likelihood,
    last: { ...step, before: isStay ? same.last : other.last },
  }
}
