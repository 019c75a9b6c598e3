// In: hits by day. Out: at most sixty bars of equal length of time, with no day left out between them.

export type DayCount = { readonly day: string; readonly count: number }
/** From the first day up to, but not with, the day `until`: as `after:` and `before:` mean them. */
export type Bin = { readonly from: string; readonly until: string; readonly count: number }

const DAY = 86_400_000
const MOST = 60

export function binDays(days: readonly DayCount[]): Bin[] {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return []
  const start = Date.parse(first.day)
  const length = Math.max(1, Math.ceil(((Date.parse(last.day) - start) / DAY + 1) / MOST))
  const number = Math.ceil(((Date.parse(last.day) - start) / DAY + 1) / length)
  const dayAt = (index: number) => new Date(start + index * DAY).toISOString().slice(0, 10)
  const counts = Array.from({ length: number }, () => 0)
  for (const { day, count } of days) {
    const bin = Math.floor((Date.parse(day) - start) / DAY / length)
    counts[bin] = (counts[bin] ?? 0) + count
  }
  return counts.map((count, index) => ({ from: dayAt(index * length), until: dayAt((index + 1) * length), count }))
}
