// In: how many articles there are in some months. Out: the same with the empty months in between.

export type MonthCount = { readonly month: string; readonly count: number }

/** Months beyond this are not drawn one by one. */
const MOST = 600

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** @param months in any order; each stands once in the answer, oldest first, with no month left out between */
export function fillMonths(months: readonly MonthCount[]): MonthCount[] {
  const counts = new Map<string, number>()
  for (const { month, count } of months) counts.set(month, (counts.get(month) ?? 0) + count)
  const known = [...counts.keys()].filter((month) => /^\d{4}-\d{2}$/.test(month)).sort()
  const last = known.at(-1)
  if (last === undefined) return []
  const filled: MonthCount[] = []
  let month = known[0] ?? last
  while (month <= last && filled.length < MOST) {
    filled.push({ month, count: counts.get(month) ?? 0 })
    month = monthAfter(month)
  }
  return filled
}
