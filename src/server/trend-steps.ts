// Days, weeks (from Monday, ISO 8601) and months, as the ISO day on which each begins. Pure.

export type TrendUnit = 'day' | 'week' | 'month'

/** So that a plot has a few dozen steps. */
export function unitFor(days: number): TrendUnit {
  if (days <= 92) return 'day'
  return days <= 731 ? 'week' : 'month'
}

/** The first day of the step that a day lies in. */
export function stepOf(day: string, unit: TrendUnit): string {
  const date = Temporal.PlainDate.from(day)
  if (unit === 'month') return date.with({ day: 1 }).toString()
  return unit === 'week' ? date.subtract({ days: date.dayOfWeek - 1 }).toString() : day
}

/** Every step that has a day of the span, in order. */
export function listSteps(from: string, to: string, unit: TrendUnit): string[] {
  const steps: string[] = []
  const length = unit === 'day' ? { days: 1 } : unit === 'week' ? { weeks: 1 } : { months: 1 }
  const last = Temporal.PlainDate.from(to)
  let step = Temporal.PlainDate.from(stepOf(from, unit))
  for (; Temporal.PlainDate.compare(step, last) <= 0; step = step.add(length)) steps.push(step.toString())
  return steps
}
