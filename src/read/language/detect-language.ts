// In: a text. Out: its likeliest language and how sure that is.
// Script first; then profiles of the script's languages; where they leave doubt, a second detector; rules of our own last, for
// what letters and words alone decide (Dari, the two scripts of Chinese). The probabilities are calibrated: see bench/language.

import { languageOfScript } from './lone-scripts.ts'
import { loadKnowledge, type Knowledge } from './load-knowledge.ts'
import { scoreWords } from './profile-table.ts'
import { sampleText, type TextSample } from './sample-text.ts'
import { askSecondOpinion, type Opinion } from './second-opinion.ts'
import { tagOf } from './language-tag.ts'
import { tellDari } from './tell-dari.ts'
import { tellHan } from './tell-han.ts'
import { weighEvidence, type Ranked } from './weigh-evidence.ts'
import { tellNeighbours } from './tell-neighbours.ts'

export type LanguageGuess = {
  /** BCP 47, with the script where it is not the usual one, and always for Chinese: `fa`, `fa-AF`, `sr-Latn`, `zh-Hant`. */
  readonly language: string
  /** 0–1: of a hundred answers given with 0.7, about seventy are right. */
  readonly confidence: number
}

/** A text of so many letters has more than so few different ones, in any script. */
const [MANY, FEW] = [20, 6]

/** Above this, a second opinion would change nothing. */
const SURE = 0.98

let knowledge: Knowledge | undefined

/**
 * The likeliest language of a text of any length. Costs well under a millisecond a page.
 *
 * @param expected BCP 47 tags that speak for a language before the text does (what a page declares, what an outlet writes in):
 *   they tip the scales of a short or undecidable text, and no more
 * @returns `undefined` when there is no letter to judge by
 */
export async function detectLanguage(
  text: string,
  expected: readonly string[] = [],
): Promise<LanguageGuess | undefined> {
  const sample = sampleText(text)
  const simple = guessByScript(sample)
  if (simple || sample.script === null) return simple
  const weigh = weigher(sample, sample.script, expected)
  const first = weigh(null)
  const ranked = (first[0]?.probability ?? 0) > SURE ? first : weigh(await askSecondOpinion(sample.text))
  return weaken(nameLanguage(tellNeighbours(ranked, sample.words), sample, expected), sample)
}

/** What a script decides without a look at the words. */
function guessByScript(sample: TextSample): LanguageGuess | undefined {
  if (sample.script === null) return undefined
  if (sample.script === 'Hani') return weaken(tellHan(sample.text), sample)
  const language = languageOfScript(sample.script, sample.words)
  return language === null ? undefined : weaken({ language, confidence: 1 }, sample)
}

function weigher(
  sample: TextSample,
  script: string,
  expected: readonly string[],
): (opinion: Opinion | null) => Ranked[] {
  knowledge ??= loadKnowledge()
  const { table, calibration, byScript } = knowledge
  const { profiles } = table
  const scores = scoreWords(table, sample.words)
  const candidates = byScript.get(script) ?? []
  const { letters } = sample
  return (opinion) => weighEvidence({ profiles, candidates, scores, letters, opinion, expected }, calibration)
}

function nameLanguage(ranked: readonly Ranked[], sample: TextSample, expected: readonly string[]): LanguageGuess {
  const sums = new Map<string, number>()
  for (const { profile, probability } of ranked) sums.set(tagOf(profile), (sums.get(tagOf(profile)) ?? 0) + probability)
  const [language, confidence] = Array.from(sums).reduce((best, one) => (one[1] > best[1] ? one : best), ['und', 0])
  if (language !== 'fa') return { language, confidence }
  const dari = tellDari(sample.words, expected)
  return dari > 0.5
    ? { language: 'fa-AF', confidence: confidence * dari }
    : { language, confidence: confidence * (1 - dari) }
}

/**
 * Where half the letters are another script's, half the doubt is what the text is in at all; one letter is no language,
 * and neither are a thousand of the same.
 */
function weaken(guess: LanguageGuess | undefined, { share, letters, words }: TextSample): LanguageGuess | undefined {
  if (guess === undefined) return undefined
  const variety = letters < MANY ? 1 : Math.min(1, new Set(words.join('')).size / FEW)
  const sureness = guess.confidence * Math.min(1, 0.4 + 0.75 * share) * variety
  const confidence = Math.min(sureness, 1 - 0.5 / Math.max(letters, 1))
  return { language: guess.language, confidence: Math.round(confidence * 1000) / 1000 }
}
