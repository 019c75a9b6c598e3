// In: the authors of the rows of an index. Out: for each row whose authors are misspelt, what they should be.
// A name that differs by a letter or by case from one that stands there more often is taken for a slip of it.

/** Undefined for a row that needs no correction. */
export function correctNames(rows: readonly (readonly string[])[]): (string[] | undefined)[] {
  const counts = new Map<string, number>()
  for (const name of rows.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const better = new Map<string, string>()
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1])
  // A desk has dozens of authors; with thousands the list is something else, and pairs would cost more than they tell.
  for (const [name, count] of ranked.length > 2000 ? [] : ranked) {
    const right = ranked.find(([other, times]) => times > count && isSlip(name, other))
    if (right !== undefined) better.set(name, right[0])
  }
  return rows.map((names) =>
    names.some((name) => better.has(name)) ? names.map((name) => better.get(name) ?? name) : undefined,
  )
}

function isSlip(name: string, other: string): boolean {
  if (name.toLowerCase() === other.toLowerCase()) return true
  return (
    name.length >= 8 && Math.abs(name.length - other.length) <= 1 && isOneEdit(name.toLowerCase(), other.toLowerCase())
  )
}

/** Whether one letter put in, taken out or changed makes one of the other. */
function isOneEdit(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a.charAt(endA - 1) === b.charAt(endB - 1)) [endA, endB] = [endA - 1, endB - 1]
  return endA - start <= 1 && endB - start <= 1
}
