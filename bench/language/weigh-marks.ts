// In: how often each mark comes in each profile. Out: what each mark says for each profile.
// A mark's weight is the logarithm of how much commoner it is here than in the script's languages on the average; a mark that
// a profile has never shown says nothing, so that few texts make a profile quiet and not wrong.

import type { MarkCounts } from './count-marks.ts'

/** For each mark: pairs of profile number and weight. */
export type MarkWeights = Map<number, number[]>

/** By order: whole words, letters, runs of two to four. Runs that share letters say the same thing again; words say most. */
const orderWeights: readonly number[] = [1.5, 0.1, 0.2, 0.3, 0.3]
/** Where a letter is a syllable, one says as much as two elsewhere. */
const syllableWeights: readonly number[] = [1.5, 0.5, 0.5, 0.3, 0.3]

/** How many times the average a mark must be here to count fully; smaller numbers trust rare marks more. */
const SMOOTHING = 0.1

/**
 * A mark that one profile keeps, another keeps too where it says nearly as much: a word that both have must not speak for the
 * one of fewer words only because the other has so many.
 */
const AS_LOUD = 0.5

export function weighMarks(
  profiles: readonly string[],
  counts: ReadonlyMap<string, MarkCounts>,
  keep: number,
): MarkWeights {
  const weights: MarkWeights = new Map()
  for (const script of new Set(profiles.map(scriptOf))) {
    const members = profiles.filter((profile) => scriptOf(profile) === script)
    const usual = averageShares(members, counts)
    const byOrder = script === 'Ethi' ? syllableWeights : orderWeights
    const all = members.map((profile) => ({
      number: profiles.indexOf(profile),
      marks: weightsOf(counts.get(profile), usual, byOrder),
    }))
    const loudest = new Map<number, number>()
    for (const { marks } of all)
      for (const { mark, weight } of strongest(marks, keep)) loudest.set(mark, Math.max(weight, loudest.get(mark) ?? 0))
    for (const { number, marks } of all) {
      for (const { mark, weight } of marks) {
        if (weight < AS_LOUD * (loudest.get(mark) ?? Infinity)) continue
        const list = weights.get(mark)
        if (list) list.push(number, weight)
        else weights.set(mark, [number, weight])
      }
    }
  }
  return weights
}

function averageShares(profiles: readonly string[], counts: ReadonlyMap<string, MarkCounts>): Map<number, number> {
  const usual = new Map<number, number>()
  for (const profile of profiles) {
    const own = counts.get(profile)
    if (!own) continue
    for (const [mark, count] of own.counts)
      usual.set(mark, (usual.get(mark) ?? 0) + shareOf(own, mark, count) / profiles.length)
  }
  return usual
}

type Weighed = { readonly mark: number; readonly weight: number; readonly worth: number }

function weightsOf(
  own: MarkCounts | undefined,
  usual: ReadonlyMap<number, number>,
  byOrder: readonly number[],
): Weighed[] {
  return Array.from(own?.counts ?? [], ([mark, count]) => {
    const share = own ? shareOf(own, mark, count) : 0
    const weight =
      (byOrder[own?.orders.get(mark) ?? 0] ?? 0) * Math.log(1 + share / (SMOOTHING * (usual.get(mark) ?? share)))
    return { mark, weight, worth: weight * count }
  }).filter(({ weight }) => weight > 0)
}

/** The marks that move a profile's score most in its own texts: weight times frequency. */
function strongest(marks: readonly Weighed[], keep: number): Weighed[] {
  return [...marks].sort((a, b) => b.worth - a.worth || a.mark - b.mark).slice(0, keep)
}

function shareOf({ totals, orders }: MarkCounts, mark: number, count: number): number {
  return count / (totals[orders.get(mark) ?? 0] ?? 1)
}

export function scriptOf(profile: string): string {
  return profile.split('/')[1] ?? ''
}
