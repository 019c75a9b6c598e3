// Whether two prints of an author's name can be one person's.

import { titleWords } from './fold-title.ts'

/** `different` needs two surnames that nobody would write for each other. */
export type NameRelation = 'same' | 'unknown' | 'different'

/** Compares lists of authors: one name in common makes them the same. */
export function relateAuthors(one: readonly string[], other: readonly string[]): NameRelation {
  if (one.length === 0 || other.length === 0) return 'unknown'
  return one.some((a) => other.some((b) => isOnePerson(a, b))) ? 'same' : 'different'
}

/** Same surname, at most one letter apart, and first names that do not exclude each other (`M. Rubin`, `Michael Rubin`). */
export function isOnePerson(one: string, other: string): boolean {
  const a = titleWords(one)
  const b = titleWords(other)
  const lastA = a.at(-1)
  const lastB = b.at(-1)
  if (lastA === undefined || lastB === undefined) return false
  if (!isOneSlipApart(lastA, lastB)) return false
  const [firstA, firstB] = [a.length > 1 ? a[0] : undefined, b.length > 1 ? b[0] : undefined]
  if (firstA === undefined || firstB === undefined) return lastA === lastB
  if (firstA.length === 1 || firstB.length === 1) return firstA[0] === firstB[0]
  return firstA === firstB || (lastA === lastB && isOneSlipApart(firstA, firstB))
}

const SHORTEST_SLIP = 5

/** Equal, or one letter added, dropped, changed or swapped with its neighbour in a word long enough for a slip. */
export function isOneSlipApart(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < SHORTEST_SLIP || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
