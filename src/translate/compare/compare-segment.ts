// In: a sentence and its translation. Out: what a person should look at twice, each in a sentence.
// Everything here is certain enough to be shown: what cannot be decided is not said.

import type { SegmentFlag } from '../../domain/translation.ts'
import { containsName, type Glossary } from '../glossary/apply-glossary.ts'
import { findChangedDates, findChangedFigures } from './compare-figures.ts'
import { findWrongLanguage } from './compare-language.ts'
import { findMachineMarks, findMarkup, findMissing } from './find-marks.ts'

export type SegmentPair = {
  readonly source: string
  readonly target: string
  /** BCP 47; null = the language of the original is not known. */
  readonly from: string | null
  readonly to: string
}

export function compareSegment(pair: SegmentPair, glossary: Glossary | null): SegmentFlag[] {
  const missing = findMissing(pair)
  if (missing.some(({ words }) => words.startsWith('Nothing'))) return missing
  return [
    ...missing,
    ...findWrongLanguage(pair),
    ...findMarkup(pair),
    ...findChangedFigures(pair),
    ...findChangedDates(pair),
    ...(glossary === null ? [] : findMissingTerms(pair, glossary)),
    ...findMachineMarks(pair),
  ]
}

function findMissingTerms({ source, target }: SegmentPair, glossary: Glossary): SegmentFlag[] {
  return glossary.find(source).flatMap(({ start, end, targets, forbidden }): SegmentFlag[] => {
    const wrong = forbidden.find((name) => containsName(target, name))
    const printed = source.slice(start, end)
    if (wrong !== undefined)
      return [{ kind: 'glossary', words: `“${wrong}” is not to be used for “${printed}”: write “${targets[0]}”.` }]
    if (targets.some((name) => containsName(target, name))) return []
    return [
      { kind: 'glossary', words: `“${printed}” is agreed to be “${targets[0]}”, which is not in the translation.` },
    ]
  })
}
