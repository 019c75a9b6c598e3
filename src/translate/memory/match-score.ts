// How much alike two sentences are: the words that would have to be typed anew, against all of them (Levenshtein over words).

import { editDistance } from '../../lib/edit-distance.ts'

/** 0–1; 1 = the same words in the same order. @param least below it, the answer is 0 and costs less */
export function matchScore(one: readonly string[], other: readonly string[], least = 0): number {
  const longest = Math.max(one.length, other.length)
  if (longest === 0) return 0
  const most = Math.floor(longest * (1 - least) + 1e-9)
  if (Math.abs(one.length - other.length) > most) return 0
  const distance = editDistance(one, other, most)
  return distance > most ? 0 : 1 - distance / longest
}
