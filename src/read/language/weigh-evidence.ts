// In: how well each profile fits, and another detector's opinion. Out: each profile's probability.
// A calibrated sum: fitted on sentences and cut-outs of one to six words that the profiles had not seen, so that of the
// answers given with probability 0.7, seven in ten are right.

import type { Opinion } from './second-opinion.ts'

export type Calibration = {
  /** What a score is multiplied by, before damping. */
  readonly sharpness: number
  /** Neighbouring marks say the same thing twice: a score counts less the more letters there are (letters to the minus this). */
  readonly damping: number
  /** What the other detector's opinion is multiplied by, besides its own probability. */
  readonly trust: number
  /** Added to each profile, in profile order: how much it is wronged or favoured by the texts it was made of. */
  readonly bias: readonly number[]
  /** By the other detector's answer and the true language: log of how often it says so, above SILENCE. */
  readonly opinions: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export type Ranked = { readonly profile: string; readonly probability: number }

/** Log-likelihood of an answer that was never heard for a language; the zero of `opinions`. */
export const SILENCE = -6

/** Log-odds for a language that others expect. */
export const EXPECTED = 2

/**
 * Profiles with their probabilities, likeliest first.
 *
 * @param candidates numbers of the profiles that come into question (those of the text's script)
 */
export function weighEvidence(evidence: Evidence, calibration: Calibration): Ranked[] {
  const { profiles, candidates, scores, letters, opinion, expected = [] } = evidence
  const wanted = expected.map((tag) => tag.toLowerCase().split('-')[0])
  const factor = calibration.sharpness * Math.max(letters, 1) ** -calibration.damping
  const heard = opinion ? calibration.opinions[opinion.code] : undefined
  const logits = candidates.map((at) => {
    const language = languageOf(profiles[at] ?? '')
    const said = (heard?.[language] ?? 0) * calibration.trust * (opinion?.probability ?? 0)
    return factor * (scores[at] ?? 0) + said + (calibration.bias[at] ?? 0) + (wanted.includes(language) ? EXPECTED : 0)
  })
  const top = Math.max(...logits)
  const parts = logits.map((logit) => Math.exp(logit - top))
  const sum = parts.reduce((total, part) => total + part, 0)
  return candidates
    .map((at, place) => ({ profile: profiles[at] ?? '', probability: (parts[place] ?? 0) / sum }))
    .sort((a, b) => b.probability - a.probability)
}

export type Evidence = {
  readonly profiles: readonly string[]
  readonly candidates: readonly number[]
  readonly scores: Float64Array
  readonly letters: number
  readonly opinion: Opinion | null
  /** BCP 47 tags that others expect. */
  readonly expected?: readonly string[]
}

/** `uz` of `uz/Cyrl`. */
export function languageOf(profile: string): string {
  return profile.slice(0, profile.indexOf('/'))
}
