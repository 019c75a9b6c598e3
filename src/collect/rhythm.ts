// In: when an outlet's pages came. Out: its usual gap, and the silence after which it counts as gone quiet.
// Measured against the outlet's own habits: a weekly is not quiet on Wednesday, an agency is after a day and a half.

const hour = 3_600_000
const day = 24 * hour

export type Rhythm = {
  /** The middle gap between two arrivals, ms; a burst at one moment is one arrival. */
  readonly usualGap: number
  /** A longer silence than this is unusual for this outlet, ms; `null` = too little is known to say. */
  readonly quietAfter: number | null
  readonly lastAt: number
}

/** Moments closer than this are one arrival: publishers put out several pages at once, and import whole archives. */
const burst = 60_000
const fewestDays = 4

/**
 * @param times milliseconds UTC in any order; those after `now` are left out
 * @returns `null` when there are fewer than three arrivals
 */
export function measureRhythm(times: readonly number[], now: number): Rhythm | null {
  const arrivals = separateMoments(times.filter((time) => time <= now))
  const lastAt = arrivals.at(-1)
  if (lastAt === undefined || arrivals.length < 3) return null
  return { usualGap: quantile(gapsOf(arrivals), 0.5), quietAfter: measureQuiet(arrivals), lastAt }
}

/** Since when the outlet is quiet, if it is unusually so. */
export function findQuiet(rhythm: Rhythm | null, now: number): { since: number; usualGapHours: number } | null {
  if (!rhythm || rhythm.quietAfter === null || now - rhythm.lastAt <= rhythm.quietAfter) return null
  return { since: rhythm.lastAt, usualGapHours: Math.max(1, Math.round(rhythm.usualGap / hour)) }
}

function separateMoments(times: readonly number[]): number[] {
  const moments: number[] = []
  for (const time of times.toSorted((one, other) => one - other)) {
    const last = moments.at(-1)
    if (last === undefined || time - last >= burst) moments.push(time)
  }
  return moments
}

/**
 * Counted in days with arrivals, so that nights and weekends belong to the habit.
 * Where the history is too short to have shown a weekend, one is allowed for.
 */
function measureQuiet(arrivals: readonly number[]): number | null {
  const days = [...new Set(arrivals.map((time) => Math.floor(time / day)))]
  if (days.length < fewestDays) return null
  const gaps = gapsOf(days)
  const usualLongest = quantile(gaps, 0.9)
  const perDay = arrivals.length / days.length
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0)
  const patience = usualLongest <= 1 && perDay >= 8 ? 1.5 : 2 * usualLongest + 1
  return Math.max(patience, span < 9 ? 4 : 0) * day
}

function gapsOf(ordered: readonly number[]): number[] {
  return ordered.slice(1).map((time, index) => time - (ordered[index] ?? time))
}

/** The value below which the given share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other)
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0
}
