// In: a sentence and its translation. Out: names of the one that the other has not, or has as another name.
// A name is a capitalised word that is no office, institution, people or place with an English name of its own. It counts as
// there when any word of the other side comes near it in sound: only what surely is another name is said to be one.

import type { SegmentFlag } from '../../domain/translation.ts'
import type { SegmentPair } from '../compare/compare-segment.ts'
import { containsName } from '../glossary/apply-glossary.ts'
import { findAdded } from './added-names.ts'
import { findChangedCountries } from './changed-countries.ts'
import { findGone } from './gone-names.ts'
import { findMisspelt } from './misspelt-names.ts'
import { isLatin, withoutCapitals, wordsOf, type Missing, type NameTools, type Reading } from './name-reading.ts'
import { foldName, isHeadline } from './name-runs.ts'
import { readSounds } from './sentence-sounds.ts'

const MOST_FLAGS = 4
const LONGEST = 20_000

export function findChangedNames(pair: SegmentPair, tools: NameTools): SegmentFlag[] {
  const source = pair.source.slice(0, LONGEST)
  const target = pair.target.slice(0, LONGEST)
  const reading: Reading = {
    pair: { ...pair, source, target },
    tools,
    inSource: readSounds(source),
    inTarget: readSounds(target),
    pinyin: tools.pinyin?.read(source) ?? null,
    spelt: isLatin(source) ? wordsOf(source) : null,
  }
  const countries = findChangedCountries(reading.pair)
  const isJudged = !withoutCapitals.test(pair.to) && /\p{Script=Latin}/u.test(target)
  const added = isJudged && !isHeadline(target) ? findAdded(reading) : []
  const gone = isJudged && !isHeadline(source) ? findGone(reading) : []
  const misspelt = isJudged ? findMisspelt(reading.pair) : []
  return unique([...countries, ...misspelt, ...pairUp(gone, added), ...findLostAuthorities(reading)]).slice(
    0,
    MOST_FLAGS,
  )
}

function unique(flags: readonly SegmentFlag[]): SegmentFlag[] {
  const seen = new Set<string>()
  return flags.filter(({ inOriginal = '', inTranslation = '' }) => {
    const key = `${inOriginal}\n${inTranslation}`
    return !seen.has(key) && seen.add(key)
  })
}

/** What is gone and what has come are one change when there is one of each. */
function pairUp(gone: readonly Missing[], added: readonly Missing[]): SegmentFlag[] {
  const [lost] = gone
  const [come] = added
  if (lost && come && gone.length === 1 && added.length === 1)
    return [
      {
        kind: 'name',
        words: `The original names “${lost.text}”, the translation “${come.text}”.`,
        inOriginal: lost.text,
        inTranslation: come.text,
      },
    ]
  const said = ({ isAlone }: Missing): boolean => !isAlone
  return [
    ...gone.filter(said).map(({ text }): SegmentFlag => ({
      kind: 'name',
      words: `“${text}” of the original is not in the translation.`,
      inOriginal: text,
    })),
    ...added.filter(said).map(({ text }): SegmentFlag => ({
      kind: 'name',
      words: `“${text}” of the translation is not in the original.`,
      inTranslation: text,
    })),
  ]
}

/** An authority named in the original, of which the translation has no form, nor anything that sounds like one. */
function findLostAuthorities({ pair, tools, inTarget }: Reading): SegmentFlag[] {
  if (tools.findAuthorities === null) return []
  return tools.findAuthorities(pair.source).flatMap(({ start, end, targets }): SegmentFlag[] => {
    const printed = pair.source.slice(start, end)
    const isThere = targets.some((name) => containsName(pair.target, name) || inTarget.has(lastWord(name)))
    if (isThere) return []
    return [
      {
        kind: 'name',
        words: `“${printed}” is ${targets[0]} in the authorities, who is not in the translation.`,
        inOriginal: printed,
      },
    ]
  })
}

const lastWord = (name: string): string => foldName(name.trim().split(/\s+/u).at(-1) ?? '')
