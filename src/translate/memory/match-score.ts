// How much alike two sentences are: the words that would have to be typed anew, against all of them (Levenshtein over words).

/** 0–1; 1 = the same words in the same order. @param least below it, the answer is 0 and costs less */
export function matchScore(one: readonly string[], other: readonly string[], least = 0): number {
  const longest = Math.max(one.length, other.length)
  if (longest === 0) return 0
  const most = Math.floor(longest * (1 - least) + 1e-9)
  if (Math.abs(one.length - other.length) > most) return 0
  const distance = editDistance(one, other, most)
  return distance > most ? 0 : 1 - distance / longest
}

/** Gives up beyond `most`. */
function editDistance(one: readonly string[], other: readonly string[], most: number): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    let best = at
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      const price = Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1)
      next.push(price)
      if (price < best) best = price
    }
    if (best > most) return most + 1
    row = next
  }
  return row[other.length] ?? 0
}
