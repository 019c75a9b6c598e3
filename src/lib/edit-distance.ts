/**
 * How many units (letters of a string, items of a list) to change, add or drop, after Levenshtein. Gives up beyond `most`
 * and says `most + 1`.
 */
export function editDistance(one: ArrayLike<string>, other: ArrayLike<string>, most = 3): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    let best = at
    for (let to = 1; to <= other.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      const price = Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1)
      next.push(price)
      if (price < best) best = price
    }
    row = next
    if (best > most) return most + 1
  }
  return Math.min(row[other.length] ?? most + 1, most + 1)
}
