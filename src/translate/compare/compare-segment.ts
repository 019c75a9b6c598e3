// In: a sentence and its translation. Out: what a person should look at twice, each in a sentence.
// Everything here is certain enough to be shown: what cannot be decided is not said.

import type { SegmentFlag } from '../../domain/translation.ts'
import { containsName, type Glossary } from '../glossary/apply-glossary.ts'
import { findChangedNames } from '../names/compare-names.ts'
import type { NameTools } from '../names/name-reading.ts'
import { findChangedDates, findChangedFigures } from './compare-figures.ts'
import { findWrongLanguage } from './compare-language.ts'
import { findMisreadNames } from './find-misread-names.ts'
import { findMachineMarks, findMarkup, findMissing, isWordless } from './find-marks.ts'

export type SegmentPair = {
  readonly source: string
  readonly target: string
  /** BCP 47; null = the language of the original is not known. */
  readonly from: string | null
  readonly to: string
}

/** @param names null = names are not compared beyond the glossary */
export function compareSegment(
  pair: SegmentPair,
  glossary: Glossary | null,
  names: NameTools | null = null,
): SegmentFlag[] {
  const missing = findMissing(pair)
  if (isWordless(pair.target)) return missing
  const terms = glossary === null ? [] : findMissingTerms(pair, glossary)
  const wrongLanguage = findWrongLanguage(pair)
  // What is not translated, or into another language, has all names of the original or none: one flag says enough.
  const isJudged = names !== null && missing.length === 0 && wrongLanguage.length === 0
  return [
    ...missing,
    ...wrongLanguage,
    ...findMarkup(pair),
    ...findChangedFigures(pair),
    ...findChangedDates(pair),
    ...terms,
    ...(isJudged ? withoutTerms(findChangedNames(pair, names), terms) : []),
    ...findMachineMarks(pair),
    ...(wrongLanguage.length === 0 ? findMisreadNames(pair) : []),
  ]
}

/** A name that is an agreed term has been spoken of already. */
function withoutTerms(flags: readonly SegmentFlag[], terms: readonly SegmentFlag[]): SegmentFlag[] {
  const isSaid = (words: string | undefined): boolean =>
    words !== undefined &&
    terms.some(({ inOriginal = '' }) => inOriginal !== '' && (words.includes(inOriginal) || inOriginal.includes(words)))
  return flags.filter(({ inOriginal }) => !isSaid(inOriginal))
}

function findMissingTerms({ source, target }: SegmentPair, glossary: Glossary): SegmentFlag[] {
  return glossary.find(source).flatMap(({ start, end, targets, forbidden }): SegmentFlag[] => {
    const wrong = forbidden.find((name) => containsName(target, name))
    const printed = source.slice(start, end)
    if (wrong !== undefined)
      return [
        {
          kind: 'glossary',
          words: `“${wrong}” is not to be used for “${printed}”: write “${targets[0]}”.`,
          inOriginal: printed,
          ...(target.includes(wrong) ? { inTranslation: wrong } : {}),
        },
      ]
    if (targets.some((name) => containsName(target, name))) return []
    return [
      {
        kind: 'glossary',
        words: `“${printed}” is agreed to be “${targets[0]}”, which is not in the translation.`,
        inOriginal: printed,
      },
    ]
  })
}
