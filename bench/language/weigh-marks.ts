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

export function weighMarks(
  profiles: readonly string[],
  counts: ReadonlyMap<string, MarkCounts>,
  keep: number,
): MarkWeights {
  const weights: MarkWeights = new Map()
  for (const script of new Set(profiles.map(scriptOf))) {
    const members = profiles.filter((profile) => scriptOf(profile) === script)
    const usual = averageShares(members, counts)
    for (const profile of members) {
      const own = counts.get(profile)
      if (!own) continue
      const number = profiles.indexOf(profile)
      for (const { mark, weight } of strongest(own, usual, script === 'Ethi' ? syllableWeights : orderWeights, keep)) {
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

/** The marks that move a profile's score most in its own texts: weight times frequency. */
function strongest(
  own: MarkCounts,
  usual: ReadonlyMap<number, number>,
  byOrder: readonly number[],
  keep: number,
): { mark: number; weight: number }[] {
  const all = Array.from(own.counts, ([mark, count]) => {
    const share = shareOf(own, mark, count)
    const weight =
      (byOrder[own.orders.get(mark) ?? 0] ?? 0) * Math.log(1 + share / (SMOOTHING * (usual.get(mark) ?? share)))
    return { mark, weight, worth: weight * count }
  })
  return all
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.worth - a.worth || a.mark - b.mark)
    .slice(0, keep)
}

function shareOf({ totals, orders }: MarkCounts, mark: number, count: number): number {
  return count / (totals[orders.get(mark) ?? 0] ?? 1)
}

export function scriptOf(profile: string): string {
  return profile.split('/')[1] ?? ''
}
