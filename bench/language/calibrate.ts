// In: test cases. Out: the numbers by which evidence is weighed (src/read/language/weigh-evidence.ts).
// Gradient descent on the cross-entropy, every language counting the same and whole sentences most.

import { SILENCE, languageOf, type Calibration } from '../../src/read/language/weigh-evidence.ts'
import type { TestCase } from './test-cases.ts'

const STEPS = 400
const RIDGE = 0.00002
/** Added to the languages of which we have words and no sentences: rare, and thinly known. */
const UNTRIED = -1.5
/** A language with fewer cases than this counts less: a handful of sentences must not move it far. */
const ENOUGH = 160
const caseWeights: Readonly<Record<number, number>> = { 0: 1, 6: 0.4, 3: 0.3, 1: 0.2 }

export function calibrate(cases: readonly TestCase[], profiles: readonly string[]): Calibration {
  const opinions = countOpinions(cases, profiles)
  const rows = makeRows(cases, profiles, opinions)
  const tried = new Set(cases.map(({ profile }) => profile))
  const bias = profiles.map((profile) => (tried.has(profile) ? 0 : UNTRIED))
  const state = { sharpness: 0.6, damping: 0.4, trust: 0.4, bias }
  for (let step = 0; step < STEPS; step++)
    descend(rows, state, 3 * (1 - step / STEPS) + 0.2, (at) => tried.has(profiles[at] ?? ''))
  const round = (value: number) => Number(value.toFixed(3))
  return {
    sharpness: round(state.sharpness),
    damping: round(state.damping),
    trust: round(state.trust),
    bias: state.bias.map(round),
    opinions,
  }
}

type Row = {
  readonly weight: number
  readonly letters: number
  readonly candidates: readonly number[]
  readonly scores: readonly number[]
  readonly said: readonly number[]
  readonly isTrue: readonly boolean[]
}
type State = { sharpness: number; damping: number; trust: number; readonly bias: number[] }

function makeRows(cases: readonly TestCase[], profiles: readonly string[], opinions: Calibration['opinions']): Row[] {
  const sizes = new Map<string, number>()
  for (const { profile } of cases) sizes.set(profile, (sizes.get(profile) ?? 0) + 1)
  return cases.map(({ language, profile, words, letters, candidates, scores, opinion }) => {
    const heard = opinion ? opinions[opinion.code] : undefined
    const languages = candidates.map((at) => languageOf(profiles[at] ?? ''))
    return {
      weight: (caseWeights[words] ?? 0) / Math.max(sizes.get(profile) ?? 1, ENOUGH),
      letters: Math.max(letters, 1),
      candidates,
      scores: candidates.map((at) => scores[at] ?? 0),
      said: languages.map((one) => (heard?.[one] ?? 0) * (opinion?.probability ?? 0)),
      isTrue: languages.map((one) => one === language),
    }
  })
}

function descend(rows: readonly Row[], state: State, rate: number, mayMove: (at: number) => boolean): void {
  const sums = { sharpness: 0, damping: 0, trust: 0, weight: 0 }
  const byProfile = state.bias.map(() => 0)
  for (const row of rows) {
    const damped = row.letters ** -state.damping
    const errors = errorsOf(row, state, damped)
    let [onScores, onSaid] = [0, 0]
    for (const [place, error] of errors.entries()) {
      onScores += error * (row.scores[place] ?? 0)
      onSaid += error * (row.said[place] ?? 0)
      const at = row.candidates[place] ?? 0
      byProfile[at] = (byProfile[at] ?? 0) + error
    }
    sums.weight += row.weight
    sums.sharpness += onScores * damped
    sums.damping -= onScores * damped * state.sharpness * Math.log(row.letters)
    sums.trust += onSaid
  }
  state.sharpness += (rate * 0.02 * sums.sharpness) / sums.weight
  state.damping += (rate * 0.02 * sums.damping) / sums.weight
  state.trust += (rate * 0.1 * sums.trust) / sums.weight
  for (const [at, value] of state.bias.entries()) {
    if (mayMove(at)) state.bias[at] = value + rate * 20 * ((byProfile[at] ?? 0) / sums.weight - RIDGE * value)
  }
}

/** How much more or less each candidate should have got, times the row's weight. */
function errorsOf(row: Row, { sharpness, trust, bias }: State, damped: number): number[] {
  const logits = row.candidates.map(
    (at, place) => sharpness * damped * (row.scores[place] ?? 0) + trust * (row.said[place] ?? 0) + (bias[at] ?? 0),
  )
  const top = Math.max(...logits)
  const parts = logits.map((logit) => Math.exp(logit - top))
  const all = parts.reduce((sum, part) => sum + part, 0)
  const right = parts.reduce((sum, part, place) => sum + (row.isTrue[place] ? part : 0), 0)
  if (right === 0) return parts.map(() => 0)
  return parts.map((part, place) => row.weight * ((row.isTrue[place] ? part / right : 0) - part / all))
}

/** How many imagined sentences stand behind what we expect of the other detector before it is heard. */
const EXPECTED = 20

function countOpinions(cases: readonly TestCase[], profiles: readonly string[]): Calibration['opinions'] {
  const whole = cases.filter(({ words }) => words === 0)
  const codes = [...new Set(whole.map(({ opinion }) => opinion?.code ?? 'und'))].sort()
  const usual = new Map(codes.map((code) => [code, countOf(cases, code) / cases.length]))
  const languages = [...new Set(profiles.map(languageOf))].sort()
  const opinions: Record<string, Record<string, number>> = Object.fromEntries(codes.map((code) => [code, {}]))
  for (const language of languages) {
    const own = whole.filter((one) => one.language === language)
    const name = detectorNames[language] ?? language
    for (const code of codes) {
      const chance = usual.get(code) ?? 0
      const expected = codes.includes(name) ? (code === name ? 0.8 : 0.2 * chance) : chance
      const likelihood = Math.log((countOf(own, code) + EXPECTED * expected + 1e-9) / (own.length + EXPECTED))
      const row = opinions[code]
      if (row && likelihood > SILENCE) row[language] = Number((likelihood - SILENCE).toFixed(2))
    }
  }
  return opinions
}

function countOf(cases: readonly TestCase[], code: string): number {
  return cases.filter(({ opinion }) => (opinion?.code ?? 'und') === code).length
}

/** Where the other detector calls a language otherwise. */
const detectorNames: Readonly<Record<string, string>> = { nb: 'no', he: 'iw', tl: 'fil' }
