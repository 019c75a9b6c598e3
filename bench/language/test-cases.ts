// In: training texts. Out: what the profiles say of sentences that they were not made of, whole and cut short:
// each fold of sentences is judged by profiles made of the others.

import { openProfiles, packProfiles, scoreWords } from '../../src/read/language/profile-table.ts'
import { sampleText } from '../../src/read/language/sample-text.ts'
import { askSecondOpinion, type Opinion } from '../../src/read/language/second-opinion.ts'
import { languageOf } from '../../src/read/language/weigh-evidence.ts'
import { countMarks } from './count-marks.ts'
import { FOLDS, type TrainingText } from './training-texts.ts'
import { scriptOf, weighMarks } from './weigh-marks.ts'

export type TestCase = {
  readonly language: string
  /** Language and script. */
  readonly profile: string
  readonly text: string
  readonly fold: number
  readonly from: TrainingText['from']
  /** 0 = the whole sentence; otherwise how many words were cut out of it. */
  readonly words: number
  readonly letters: number
  readonly candidates: readonly number[]
  readonly scores: Float64Array
  readonly opinion: Opinion | null
}

const CUTS = [6, 3, 1]

/** @param onFold called before each fold, with how many are done */
export async function makeCases(
  texts: readonly TrainingText[],
  profiles: readonly string[],
  keep: number,
  onFold: (done: number) => void,
): Promise<TestCase[]> {
  const cases: TestCase[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    onFold(fold)
    const seen = texts.filter((text) => text.fold !== fold)
    const table = openProfiles(profiles, packMarks(profiles, seen, keep))
    for (const { profile, text, from } of texts.filter((one) => one.fold === fold && one.from !== 'derived')) {
      for (const [words, cut] of cutOuts(text)) {
        const sample = sampleText(cut)
        const candidates = profiles.flatMap((one, at) => (scriptOf(one) === sample.script ? [at] : []))
        if (candidates.length < 2) continue
        const opinion = await askSecondOpinion(sample.text)
        const scores = scoreWords(table, sample.words)
        cases.push({
          language: languageOf(profile),
          profile,
          text: cut,
          fold,
          from,
          words,
          letters: sample.letters,
          candidates,
          scores,
          opinion,
        })
      }
    }
  }
  return cases
}

export function packMarks(profiles: readonly string[], texts: readonly TrainingText[], keep: number): string {
  return packProfiles(weighMarks(profiles, countMarks(texts), keep))
}

/** The sentence and pieces of it, each from a place that depends on the sentence alone. */
function cutOuts(text: string): (readonly [words: number, text: string])[] {
  const words = text.split(/\s+/)
  const pieces = CUTS.filter((count) => count < words.length).map((count) => {
    const start = (words.length * 7 + text.length) % (words.length - count + 1)
    return [count, words.slice(start, start + count).join(' ')] as const
  })
  return [[0, text], ...pieces]
}
