// In: two lists. Out: which elements stayed, in order; the rest was dropped or added.
// Fast on long lists that are mostly alike: equal ends are taken off, then elements that occur once on both sides
// are used as anchors (patience diff), and what lies between is searched with Myers' algorithm, in stretches of
// limited effort: a long stretch without anchors costs time in proportion to its length, at some loss of elegance.

/** Elements `before[beforeStart…]` and `after[afterStart…]` are the same for `length` elements. */
export type SameRun = { readonly beforeStart: number; readonly afterStart: number; readonly length: number }

type Span = { readonly aFrom: number; readonly aTo: number; readonly bFrom: number; readonly bTo: number }

/** After so many edits the search settles for the best way found and begins anew from there. */
const MAX_EDITS = 256

/** Runs of equal elements in the order of both lists. The time grows with their lengths, at worst MAX_EDITS times as fast. */
export function findSameRuns(before: readonly string[], after: readonly string[]): SameRun[] {
  const numbers = new Map<string, number>()
  const intern = (text: string) => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
  const a = Int32Array.from(before, intern)
  const b = Int32Array.from(after, intern)
  const pairs: (readonly [number, number])[] = []
  // A stack and not recursion: a hostile text must not overflow it.
  const open: Span[] = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }]
  for (let span = open.pop(); span; span = open.pop()) open.push(...compareSpan(a, b, span, pairs))
  return joinPairs(pairs.sort((one, other) => one[0] - other[0]))
}

/** Notes the pairs that are certain, and gives the spans between anchors that remain to be compared. */
function compareSpan(a: Int32Array, b: Int32Array, span: Span, pairs: (readonly [number, number])[]): Span[] {
  let { aFrom, aTo, bFrom, bTo } = span
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) pairs.push([aFrom++, bFrom++])
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) pairs.push([--aTo, --bTo])
  if (aFrom === aTo || bFrom === bTo) return []
  const anchors = findAnchors(a, b, { aFrom, aTo, bFrom, bTo })
  if (anchors.length === 0) {
    const stretch = searchEdits(a, b, { aFrom, aTo, bFrom, bTo })
    for (const pair of stretch.pairs) pairs.push(pair)
    const moved = stretch.aEnd > aFrom || stretch.bEnd > bFrom
    return moved && stretch.aEnd < aTo && stretch.bEnd < bTo
      ? [{ aFrom: stretch.aEnd, aTo, bFrom: stretch.bEnd, bTo }]
      : []
  }
  const spans: Span[] = []
  let [aAt, bAt] = [aFrom, bFrom]
  for (const [aAnchor, bAnchor] of anchors) {
    pairs.push([aAnchor, bAnchor])
    spans.push({ aFrom: aAt, aTo: aAnchor, bFrom: bAt, bTo: bAnchor })
    aAt = aAnchor + 1
    bAt = bAnchor + 1
  }
  spans.push({ aFrom: aAt, aTo, bFrom: bAt, bTo })
  return spans.filter((one) => one.aFrom < one.aTo && one.bFrom < one.bTo)
}

/** Elements that occur exactly once on each side, as the longest series that is in order on both. */
function findAnchors(a: Int32Array, b: Int32Array, span: Span): (readonly [number, number])[] {
  const inA = indexOnce(a, span.aFrom, span.aTo)
  const inB = indexOnce(b, span.bFrom, span.bTo)
  const shared: (readonly [number, number])[] = []
  for (const [value, aIndex] of inA) {
    const bIndex = inB.get(value)
    if (aIndex >= 0 && bIndex !== undefined && bIndex >= 0) shared.push([aIndex, bIndex])
  }
  return longestRising(shared)
}

/** Value → its index, or -1 when it occurs more than once. In the order of first occurrence. */
function indexOnce(values: Int32Array, from: number, to: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let index = from; index < to; index++) {
    const value = values[index] ?? -1
    found.set(value, found.has(value) ? -1 : index)
  }
  return found
}

/** The longest rising subsequence by the second member (patience sorting); the input rises by the first. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [] // index in `pairs` of the last card of each pile
  const below: number[] = []
  for (const [index, [, value]] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1
      else high = middle
    }
    below[index] = tops[low - 1] ?? -1
    tops[low] = index
  }
  const rising: (readonly [number, number])[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = below[at] ?? -1) {
    const pair = pairs[at]
    if (pair) rising.push(pair)
  }
  return rising.reverse()
}

type Stretch = { readonly pairs: readonly (readonly [number, number])[]; readonly aEnd: number; readonly bEnd: number }

/** Myers' greedy search (1986), with its trace kept for the way back, as far as MAX_EDITS edits lead. */
function searchEdits(a: Int32Array, b: Int32Array, span: Span): Stretch {
  const [n, m] = [span.aTo - span.aFrom, span.bTo - span.bFrom]
  const limit = Math.min(MAX_EDITS, n + m)
  const middle = limit + 1
  const reach = new Int32Array(2 * limit + 3) // on each diagonal k = x - y, the furthest x
  const trace: Int32Array[] = []
  let [bestX, bestY] = [0, 0]
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0))
      let x = down ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1
      while (x < n && x - k < m && a[span.aFrom + x] === b[span.bFrom + x - k]) x++
      reach[middle + k] = x
      if (edits === limit && x <= n && x - k <= m && 2 * x - k > bestX + bestY) [bestX, bestY] = [x, x - k]
      if (x >= n && x - k >= m) return walkBack(trace, n, m, span)
    }
  }
  return walkBack(trace, bestX, bestY, span)
}

function walkBack(trace: readonly Int32Array[], endX: number, endY: number, span: Span): Stretch {
  const pairs: (readonly [number, number])[] = []
  let [x, y] = [endX, endY]
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const row = trace[edits] ?? new Int32Array(0) // row[i] is the reach on diagonal i - edits - 1
    const k = x - y
    const at = (diagonal: number) => row[diagonal + edits + 1] ?? 0
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const fromK = down ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : at(fromK)
    const fromY = edits === 0 ? 0 : fromX - fromK
    while (x > fromX && y > fromY) pairs.push([span.aFrom + --x, span.bFrom + --y])
    x = fromX
    y = fromY
  }
  return { pairs, aEnd: span.aFrom + endX, bEnd: span.bFrom + endY }
}

function joinPairs(pairs: readonly (readonly [number, number])[]): SameRun[] {
  const runs: { beforeStart: number; afterStart: number; length: number }[] = []
  for (const [beforeIndex, afterIndex] of pairs) {
    const last = runs.at(-1)
    const follows =
      last && last.beforeStart + last.length === beforeIndex && last.afterStart + last.length === afterIndex
    if (follows) last.length++
    else runs.push({ beforeStart: beforeIndex, afterStart: afterIndex, length: 1 })
  }
  return runs
}
