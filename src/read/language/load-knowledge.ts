// Opens what bench/language/fit.ts made: profiles and the numbers by which they are weighed.

import file from './packed-profiles.json' with { type: 'json' }
import { openProfiles, type ProfileTable } from './profile-table.ts'
import type { Calibration } from './weigh-evidence.ts'

export type Knowledge = {
  readonly table: ProfileTable
  readonly calibration: Calibration
  /** Numbers of the profiles in each script. */
  readonly byScript: ReadonlyMap<string, readonly number[]>
}

/** A few milliseconds and two megabytes; once a thread is enough. */
export function loadKnowledge(): Knowledge {
  const profiles = file.profiles.split(' ')
  const opinions = Object.fromEntries(Object.entries(file.opinions).map(([code, row]) => [code, readPairs(row)]))
  const calibration = {
    sharpness: file.sharpness,
    damping: file.damping,
    trust: file.trust,
    bias: file.bias.split(' ').map(Number),
    opinions,
  }
  const byScript = new Map<string, number[]>()
  for (const [at, profile] of profiles.entries()) {
    const script = profile.slice(profile.indexOf('/') + 1)
    byScript.set(script, [...(byScript.get(script) ?? []), at])
  }
  return { table: openProfiles(profiles, file.marks), calibration, byScript }
}

/** `tl 5.8 ceb 2.1` */
function readPairs(row: string): Record<string, number> {
  const words = row.split(' ')
  return Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(words[at + 1])]] : [])))
}
