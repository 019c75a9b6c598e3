// In: test cases and a calibration. Out: how many are right, by length and language, and how honest the probabilities are.

import { sampleText } from '../../src/read/language/sample-text.ts'
import { tellNeighbours } from '../../src/read/language/tell-neighbours.ts'
import { languageOf, weighEvidence, type Calibration } from '../../src/read/language/weigh-evidence.ts'
import type { TestCase } from './test-cases.ts'

export type CaseReport = {
  /** Macro accuracy, 0–1, by words cut out (0 = whole sentences). */
  readonly accuracy: Readonly<Record<number, number>>
  /** By language and script, whole sentences: right, all, and the commonest mistakes. */
  readonly languages: ReadonlyMap<string, { right: number; all: number; mistakes: Map<string, number> }>
  /** Mean difference between probability and share of right answers, over tenths and all lengths. */
  readonly calibrationError: number
}

export function reportCases(
  cases: readonly TestCase[],
  profiles: readonly string[],
  calibration: Calibration,
): CaseReport {
  const byLength = new Map<number, Map<string, { right: number; all: number; mistakes: Map<string, number> }>>()
  const tenths = Array.from({ length: 10 }, () => ({ all: 0, right: 0, probability: 0 }))
  for (const { language, profile, text, words, letters, candidates, scores, opinion } of cases) {
    const ranked = weighEvidence({ profiles, candidates, scores, letters, opinion }, calibration)
    const [best] = tellNeighbours(ranked, sampleText(text).words)
    const found = languageOf(best?.profile ?? '')
    const isRight = found === language
    const languages = byLength.get(words) ?? new Map()
    byLength.set(words, languages)
    const tally = languages.get(profile) ?? { right: 0, all: 0, mistakes: new Map() }
    languages.set(profile, tally)
    tally.all++
    if (isRight) tally.right++
    else tally.mistakes.set(found, (tally.mistakes.get(found) ?? 0) + 1)
    const tenth = tenths[Math.min(9, Math.floor((best?.probability ?? 0) * 10))]
    if (!tenth) continue
    tenth.all++
    tenth.right += isRight ? 1 : 0
    tenth.probability += best?.probability ?? 0
  }
  const accuracy = Object.fromEntries(
    Array.from(byLength, ([words, languages]) => [words, macro([...languages.values()])]),
  )
  const calibrationError =
    tenths.reduce((sum, { right, probability }) => sum + Math.abs(right - probability), 0) / cases.length
  return { accuracy, languages: byLength.get(0) ?? new Map(), calibrationError }
}

function macro(tallies: readonly { right: number; all: number }[]): number {
  return tallies.reduce((sum, { right, all }) => sum + right / all, 0) / tallies.length
}
