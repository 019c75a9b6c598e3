// In: clues, some of which may mean one of two days (05/03/2026). Out: the same clues, each with one day.
// A date that can be read in one way only, near one of the two, says which; then the country; then the usual guess, marked.

import type { DateClue } from './date-clue.ts'
import type { DateContext } from './printed-dates.ts'

/** Settles the days of clues that leave open which number is the month. */
export function settleOrder(clues: readonly DateClue[], context: DateContext, now: number): DateClue[] {
  if (!clues.some((clue) => clue.swapped)) return [...clues]
  const sure = clues
    .filter((clue) => !clue.swapped && clue.day.length === 10)
    .map((clue) => Date.parse(clue.day))
    .filter((at) => at <= now + 36 * 36e5)
  return clues.map((clue) => settle(clue, sure, context.isOrderKnown ?? false))
}

function settle(clue: DateClue, sure: readonly number[], isOrderKnown: boolean): DateClue {
  const { swapped, ...rest } = clue
  if (!swapped) return clue
  const turned: DateClue = { ...rest, day: swapped, date: { ...clue.date, edtf: swapped } }
  const own = nearest(clue.day, sure)
  const other = nearest(swapped, sure)
  if (other === 0 && own > 0) return turned
  if (own === 0 || isOrderKnown) return rest
  if (own === other) return { ...rest, isGuessed: true, swapped }
  return other < own ? turned : rest
}

/** Days to the nearest of the sure dates; infinite where there is none. */
function nearest(day: string, sure: readonly number[]): number {
  const at = Date.parse(day)
  return sure.reduce((least, one) => Math.min(least, Math.abs(one - at) / 864e5), Infinity)
}
