// In: the words of a quotation and the words of a text. Out: where in the text it fits best, and which of its words differ there.
// Semi-global edit distance over words: the text before and after the best fit costs nothing.

import type { Word } from './words.ts'

export type Fit = {
  /** Words to change, add or drop to make the quotation the text's own. */
  readonly distance: number
  /** Indices of words of the quotation that the text does not have at that place. */
  readonly differing: readonly number[]
  /** Words of the text that the quotation fits on: from, to (exclusive). */
  readonly from: number
  readonly to: number
}

/** Longer quotations and texts are cut: past this, nobody quotes. */
const MOST_QUOTED = 200
const MOST_TEXT = 12_000

/** The best place for `quote` in `text`; null when either is empty. */
export function fitWords(quote: readonly Word[], text: readonly Word[]): Fit | null {
  const wanted = quote.slice(0, MOST_QUOTED)
  const given = text.slice(0, MOST_TEXT)
  if (wanted.length === 0 || given.length === 0) return null
  const width = given.length + 1
  const cost = new Uint16Array((wanted.length + 1) * width)
  for (let i = 1; i <= wanted.length; i += 1) fillRow(cost, width, i, wanted[i - 1]?.word ?? '', given)
  return walkBack(cost, width, wanted, given)
}

function fillRow(cost: Uint16Array, width: number, i: number, word: string, given: readonly Word[]): void {
  const row = i * width
  cost[row] = i
  for (let j = 1; j < width; j += 1) {
    const change = (cost[row - width + j - 1] ?? 0) + (given[j - 1]?.word === word ? 0 : 1)
    cost[row + j] = Math.min(change, (cost[row - width + j] ?? 0) + 1, (cost[row + j - 1] ?? 0) + 1)
  }
}

function walkBack(cost: Uint16Array, width: number, wanted: readonly Word[], given: readonly Word[]): Fit {
  const at = (i: number, j: number): number => cost[i * width + j] ?? 0
  let j = 0
  for (let end = 1; end < width; end += 1) if (at(wanted.length, end) < at(wanted.length, j)) j = end
  const [distance, to] = [at(wanted.length, j), j]
  const differing: number[] = []
  for (let i = wanted.length; i > 0;) {
    const same = wanted[i - 1]?.word === given[j - 1]?.word
    if (j > 0 && at(i, j) === at(i - 1, j - 1) + (same ? 0 : 1)) {
      if (!same) differing.push(i - 1)
      i -= 1
      j -= 1
    } else if (at(i, j) === at(i - 1, j) + 1) {
      differing.push(i - 1)
      i -= 1
    } else {
      differing.push(Math.min(i, wanted.length - 1))
      j -= 1
    }
  }
  return { distance, differing: [...new Set(differing)].sort((a, b) => a - b), from: j, to }
}
