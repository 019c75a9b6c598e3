// A country of the original that became another one in the translation.

import type { SegmentFlag } from '../../domain/translation.ts'
import type { SegmentPair } from '../compare/compare-segment.ts'
import { findCountries, mayMeanCountry } from './country-names.ts'

/** A country in the place of another. One that is only left out, or said by its people, is no change. */
export function findChangedCountries({ source, target, from, to }: SegmentPair): SegmentFlag[] {
  const here = findCountries(source, from)
  const there = findCountries(target, to)
  const gone = [...here].filter(([code]) => !there.has(code))
  const come = [...there].filter(([code]) => !here.has(code))
  const [lost] = gone
  const [new_] = come
  if (!lost || !new_ || gone.length > 1 || come.length > 1) return []
  const isMeant =
    mayMeanCountry(source, from, new_[0], [...here.values()]) ||
    mayMeanCountry(target, to, lost[0], [...there.values()])
  if (isMeant) return []
  const nameIt = (code: string): string => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code
  return [
    {
      kind: 'name',
      words: `The original names ${nameIt(lost[0])}, the translation ${nameIt(new_[0])}.`,
      inOriginal: asPrinted(source, lost[1]),
      inTranslation: asPrinted(target, new_[1]),
    },
  ]
}

function asPrinted(sentence: string, lower: string): string {
  const at = sentence.toLowerCase().indexOf(lower)
  return at < 0 ? lower : sentence.slice(at, at + lower.length)
}
