// In: how many items came on each day. Out: the days on which unusually few came. Pure.
// Measured against the same weekday of the eight weeks before, so that weekends are nobody's silence.

const WEEKS = 8
/** Groups that bring fewer on a usual day have days without any. */
const FEWEST_USUAL = 4
const UNUSUALLY_FEW = 0.25

export const DAYS_BEFORE = WEEKS * 7

export type Gap = { readonly day: number; readonly items: number; readonly usual: number; readonly isGap: boolean }

/** @param items day → items. @param today is never a gap: it is not over yet */
export function findGaps(items: ReadonlyMap<number, number>, span: { from: number; to: number; today: number }): Gap[] {
  return Array.from({ length: span.to - span.from + 1 }, (_, at) => {
    const day = span.from + at
    const count = items.get(day) ?? 0
    const usual = median(Array.from({ length: WEEKS }, (__, week) => items.get(day - (week + 1) * 7) ?? 0))
    const isGap = day < span.today && usual >= FEWEST_USUAL && count < usual * UNUSUALLY_FEW
    return { day, items: count, usual, isGap }
  })
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b)
  const middle = Math.floor(ordered.length / 2)
  return ordered.length % 2 === 1 ? (ordered[middle] ?? 0) : ((ordered[middle - 1] ?? 0) + (ordered[middle] ?? 0)) / 2
}
