// In: weighted texts. Out: how often each mark comes in each profile.

import { eachGram, LONGEST_RUN } from '../../src/read/language/grams.ts'
import { sampleText } from '../../src/read/language/sample-text.ts'
import type { TrainingText } from './training-texts.ts'

export type MarkCounts = {
  /** By mark: its weight in the texts. */
  readonly counts: Map<number, number>
  /** By order (0 = words, 1–4 = runs): all weight. */
  readonly totals: number[]
  readonly orders: Map<number, number>
}

/** Counts the marks of texts, profile by profile. Texts in another script than their profile's do not count. */
export function countMarks(texts: Iterable<TrainingText>): Map<string, MarkCounts> {
  const byProfile = new Map<string, MarkCounts>()
  for (const { profile, text, weight } of texts) {
    const sample = sampleText(text)
    if (sample.script !== profile.split('/')[1]) continue
    const own = byProfile.get(profile) ?? {
      counts: new Map(),
      totals: Array<number>(LONGEST_RUN + 1).fill(0),
      orders: new Map(),
    }
    byProfile.set(profile, own)
    for (const word of sample.words) {
      eachGram(word, (mark, order) => {
        own.counts.set(mark, (own.counts.get(mark) ?? 0) + weight)
        own.totals[order] = (own.totals[order] ?? 0) + weight
        own.orders.set(mark, order)
      })
    }
  }
  return byProfile
}
