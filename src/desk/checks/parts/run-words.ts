// In: a run. Out: which words it prints, how often, and which stand beside each other. The run is its own dictionary.

import { onceForRun } from './once-for-run.ts'
import { passagesOf } from './passages.ts'

export type RunWords = {
  /** As printed. */
  readonly counts: ReadonlyMap<string, number>
  /** Words printed in lower case. */
  readonly lower: ReadonlyMap<string, number>
  /** "Red Sea": two capitalised words in a row. */
  readonly pairs: ReadonlySet<string>
}

const word = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu
const pair = /(?<![\p{L}-])(\p{Lu}\p{Ll}+)[ \u00a0](?=(\p{Lu}\p{Ll}+))/gu

/** The words of all documents of a run. */
export const runWords = onceForRun((all): RunWords => {
  const counts = new Map<string, number>()
  const lower = new Map<string, number>()
  const pairs = new Set<string>()
  for (const document of all) {
    for (const { prose } of passagesOf(document)) {
      for (const [found] of prose.matchAll(word)) {
        counts.set(found, (counts.get(found) ?? 0) + 1)
        if (/^\p{Ll}/u.test(found)) lower.set(found, (lower.get(found) ?? 0) + 1)
      }
      for (const [, left = '', right = ''] of prose.matchAll(pair)) pairs.add(`${left} ${right}`)
    }
  }
  return { counts, lower, pairs }
})
