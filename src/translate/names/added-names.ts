// Names of the translation that the original has not.

import { skeletonOf } from '../../lib/name-skeleton.ts'
import { findCountries } from './country-names.ts'
import { foldName, readNameRuns, type NameRun, type NameWord } from './name-runs.ts'
import {
  isCased,
  isSpeltSo,
  judgedWords,
  LEAST_LETTERS,
  LEAST_SOUNDS,
  textOf,
  type Missing,
  type Reading,
} from './name-reading.ts'
import { isDescribing, isInstitution, isOffice, isPlainCapital } from './plain-capitals.ts'

/** Letters that do not tell how a name sounds, unless their readings are known. */
const withoutSounds = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

export function findAdded(reading: Reading): Missing[] {
  const { target, to } = reading.pair
  const countries = new Set(
    [...findCountries(target, to).values()].flatMap((name) => name.split(/[\s-]/u)).map(foldName),
  )
  return readNameRuns(target)
    .map(afterOffice)
    .flatMap((run): Missing[] => {
      // What an institution is called is translated, word by word.
      if (run.words.some(({ folded }) => isInstitution(folded))) return []
      const judged = judgedWords(run, 2).filter(({ folded }) => !countries.has(folded))
      const missing = judged.filter((word) => !isInSource(word, reading))
      if (missing.length === 0 || (reading.pinyin === null && withoutSounds.test(reading.pair.source))) return []
      return reading.pinyin === null ? judgeRun(run, judged, missing, reading) : judgeChinese(run, missing, reading)
    })
}

/** Transport Minister Hazim al-Dulaimi: the name begins after the office. */
function afterOffice(run: NameRun): NameRun {
  const last = run.words.findLastIndex(({ folded }) => isOffice(folded))
  return last < 0 || last === run.words.length - 1 ? run : { words: run.words.slice(last + 1), isFirst: false }
}

function judgeRun(
  run: NameRun,
  judged: readonly NameWord[],
  missing: readonly NameWord[],
  reading: Reading,
): Missing[] {
  const { source, target } = reading.pair
  const isHeard = run.words.some((word) => isHeardSurely(word, reading))
  const opener = missing.length === judged.length && !isHeard ? openingName(run, reading) : undefined
  const all = opener ? [opener, ...missing] : missing
  // Eternal Flame: what begins with a word that describes is translated.
  if (!isHeard && isDescribing(all[0]?.folded ?? '')) return []
  const isLong = all.some(({ folded }) =>
    reading.spelt === null ? skeletonOf(folded).length >= LEAST_SOUNDS : folded.length >= LEAST_LETTERS,
  )
  if ((isHeard || all.length >= 2) && isLong) return [{ text: textOf(all, target), isAlone: false }]
  // One word alone may be anything that is written with a capital.
  const [only] = missing
  const sounds = skeletonOf(only?.folded ?? '').length
  const isAlone = judged.length === 1 && !isHeard && !isDescribing(only?.folded ?? '') && sounds >= LEAST_SOUNDS
  return isAlone ? [{ text: textOf(missing, target), isAlone: isCased(source) }] : []
}

/** Foreign names are spelt too freely in Chinese letters: only persons and places in Pinyin are judged. */
function judgeChinese({ words }: NameRun, missing: readonly NameWord[], { pair, tools }: Reading): Missing[] {
  const at = words.findIndex(({ folded }, place) => tools.pinyin?.looksPerson(folded, words[place + 1]?.folded ?? ''))
  const person = at < 0 ? [] : words.slice(at, at + 2)
  if (person.some((word) => missing.includes(word))) return [{ text: textOf(person, pair.target), isAlone: false }]
  const [only] = missing
  const isPlace =
    words.length === 1 && only !== undefined && tools.pinyin?.looks(only.folded) === true && isTelling(only.folded)
  return isPlace ? [{ text: only.text, isAlone: false }] : []
}

/** The first word of a sentence, when a name that is not in the original follows it: it is one too. */
function openingName({ words, isFirst }: NameRun, reading: Reading): NameWord | undefined {
  const [first] = words
  if (!isFirst || !first || isPlainCapital(first.folded) || skeletonOf(first.folded).length < 2) return undefined
  return isInSource(first, reading) ? undefined : first
}

/** Letters that hardly anything but Pinyin has. */
const isTelling = (folded: string): boolean =>
  folded.length > 4 && /^(?:[a-z]+)$/u.test(folded) && /^[qx]|zh|ng$|[iu]an$|ou$|ao$|uo$/u.test(folded)

function isInSource({ folded }: NameWord, { inSource, pinyin, tools, spelt }: Reading): boolean {
  const parts = folded.split('-')
  if (spelt !== null) return parts.some((part) => spelt.some((word) => isSpeltSo(part, word)))
  if (pinyin !== null && tools.pinyin?.looks(folded) === true) return pinyin.has(folded)
  return parts.some((part) => inSource.has(part)) || inSource.has(parts.join(''))
}

function isHeardSurely({ folded }: NameWord, { inSource, pinyin }: Reading): boolean {
  if (isPlainCapital(folded)) return false
  return pinyin === null ? inSource.hasSurely(folded) : pinyin.has(folded)
}
