// In: a sentence and its translation. Out: names of the one that the other has not, or has as another name.
// A name is a capitalised word that is no office, institution, people or place with an English name of its own. It counts as
// there when any word of the other side comes near it in sound: only what surely is another name is said to be one.

import type { SegmentFlag } from '../../domain/translation.ts'
import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { editDistance } from '../../lib/edit-distance.ts'
import { skeletonOf } from '../../lib/name-skeleton.ts'
import type { SegmentPair } from '../compare/compare-segment.ts'
import { containsName } from '../glossary/apply-glossary.ts'
import { countryStems, findCountries, mayMeanCountry } from './country-names.ts'
import { givenNames } from './given-names.ts'
import { isInstitutionWord } from './institution-words.ts'
import { foldName, isHeadline, readNameRuns, type NameRun, type NameWord } from './name-runs.ts'
import type { PinyinSentence } from './pinyin-names.ts'
import { isDescribing, isInstitution, isOffice, isPlainCapital } from './plain-capitals.ts'
import { readSounds, type SentenceSounds } from './sentence-sounds.ts'

/** An authority where a sentence names it: UTF-16 offsets, and its names in Latin letters. */
export type NamedAuthority = { readonly start: number; readonly end: number; readonly targets: readonly string[] }

/** What comparing names needs beside the sentences, made ready once for many of them. */
export type NameTools = {
  /** The authorities that a sentence names; null = none are known. */
  readonly findAuthorities: ((sentence: string) => readonly NamedAuthority[]) | null
  /** For Chinese originals: the readings of its letters. */
  readonly pinyin: {
    readonly read: (sentence: string) => PinyinSentence
    readonly looks: (folded: string) => boolean
    readonly looksPerson: (surname: string, given: string) => boolean
  } | null
}

/** A stretch of one side, as printed. `isAlone`: one word, which says something only when the other side lacks one too. */
type Missing = { readonly text: string; readonly isAlone: boolean }
type Reading = {
  readonly pair: SegmentPair
  readonly tools: NameTools
  readonly inSource: SentenceSounds
  readonly inTarget: SentenceSounds
  readonly pinyin: PinyinSentence | null
  /** The folded words of an original in Latin letters, which keeps most names as they are spelt; null = another script. */
  readonly spelt: readonly string[] | null
}

/** Letters that do not tell how a name sounds, unless their readings are known. */
const withoutSounds = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Languages that give capitals to all nouns, or to none: their capitals tell no names. */
const withoutCapitals = /^(?:de|lb|ka|ar|fa|ps|ur|he|zh|ja|ko|hi|th)(?:-|$)/u
/** Languages in Latin letters whose words for institutions are known: see institution-words.ts. */
const keepsNames = /^(?:fr|es|pt|it|tr)(?:-|$)/u
const LEAST_SOUNDS = 3
/** In the same letters, a word of fewer is spelt like too many others. */
const LEAST_LETTERS = 5
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

const textOf = (words: readonly NameWord[], sentence: string): string =>
  sentence.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)

/** Words of a run that may be names. The first word of a sentence has its capital anyhow. */
function judgedWords({ words, isFirst }: NameRun, least = LEAST_SOUNDS): NameWord[] {
  return words.filter(
    ({ folded }, at) => !isPlainCapital(folded) && !(isFirst && at === 0) && skeletonOf(folded).length >= least,
  )
}

function findAdded(reading: Reading): Missing[] {
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

const isLatin = (text: string): boolean => /\p{L}/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text)
const isCased = (text: string): boolean => /\p{Lu}/u.test(text)

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

/** Names of the original of which nothing is heard in the translation. */
function findGone({ pair, inTarget, pinyin }: Reading): Missing[] {
  if (pinyin !== null) {
    const has = new Set(wordsOf(pair.target))
    return pinyin.persons
      .filter(({ surname, given }) =>
        [given, surname, surname + given, given + surname].every((name) => !has.has(name)),
      )
      .map(({ text }) => ({ text, isAlone: false }))
  }
  if (/\p{Script=Arabic}/u.test(pair.source)) return findGoneGiven(pair.source, inTarget)
  if (withoutCapitals.test(pair.from ?? 'und')) return []
  const codes = [...findCountries(pair.source, pair.from).keys(), ...findCountries(pair.target, pair.to).keys()]
  const stems = countryStems(pair.from, codes).map(foldName)
  const inLatin = isLatin(pair.source)
  const words = inLatin ? wordsOf(pair.target) : []
  // In the same letters names are spelt the same, or nearly: persons of whom no word is.
  const spelt = (run: NameRun, judged: readonly NameWord[]): Missing[] => {
    const parts = run.words.flatMap(({ folded }) => folded.split('-'))
    const isThere = parts.some((part) => words.some((word) => isSpeltSo(part, word)))
    const isLong = judged.length >= 2 && judged.some(({ folded }) => folded.length >= LEAST_LETTERS)
    // Institutions have small words inside, and in languages whose words for them we do not know they look like persons.
    const isPerson = keepsNames.test(pair.from ?? '') && !/\s\p{Ll}/u.test(textOf(run.words, pair.source))
    return isThere || !isLong || !isPerson ? [] : [{ text: textOf(judged, pair.source), isAlone: false }]
  }
  return readNameRuns(pair.source).flatMap((run): Missing[] => {
    if (run.words.some(({ folded }) => isInstitutionWord(folded))) return []
    const judged = judgedWords(run, 2).filter(({ folded }) => !stems.some((stem) => folded.startsWith(stem)))
    if (inLatin) return spelt(run, judged)
    const isThere =
      run.words.some(({ folded }) => inTarget.hasSurely(folded)) || judged.some(({ folded }) => inTarget.has(folded))
    const isLong = judged.some(({ folded }) => skeletonOf(folded).length >= LEAST_SOUNDS)
    if (isThere || !isLong) return []
    return [{ text: textOf(judged, pair.source), isAlone: judged.length < 2 }]
  })
}

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}'’-]+/gu) ?? []).flatMap((word) => {
    const folded = foldName(word)
    return [folded, folded.replaceAll('-', ''), ...folded.split('-')]
  })

const isSpeltSo = (one: string, other: string): boolean =>
  one === other || (one.length > 3 && (skeletonOf(one) === skeletonOf(other) || editDistance(one, other, 2) <= 2))

/** A given name, and the word after it, of which neither is heard. */
function findGoneGiven(source: string, inTarget: SentenceSounds): Missing[] {
  const words = [...source.matchAll(/[\p{L}\p{M}\u200c]+/gu)]
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    const given = foldWord(word[0].replace(/^[ولب](?=\p{L}{3})/u, ''))
    if (!next || !(givenNames.has(foldWord(word[0])) || givenNames.has(given))) return []
    const family = foldWord(next[0].replace(/^ال(?=\p{L}{2})/u, ''))
    const both = [given, family].map((one) => skeletonOf(one))
    const isLong = both.every((one) => one.length >= 2) && both.some((one) => one.length >= LEAST_SOUNDS)
    if (!isLong || inTarget.has(given) || inTarget.has(family)) return []
    return [{ text: source.slice(word.index, next.index + next[0].length), isAlone: false }]
  })
}

/** Both sides in Latin letters: a person of whom one word is the same and another is nearly. */
function findMisspelt({ source, target }: SegmentPair): SegmentFlag[] {
  if (!isLatin(source)) return []
  const runs = readNameRuns(source).filter(({ words }) => words.length >= 2)
  const targets = readNameRuns(target)
  return runs.flatMap((run) =>
    targets.flatMap((other): SegmentFlag[] => {
      const same = other.words.filter(({ folded }) => run.words.some((word) => word.folded === folded))
      if (same.length === 0) return []
      const [wrong, meant] = findNearly(run, other) ?? []
      if (!wrong || !meant) return []
      return [
        {
          kind: 'name',
          words: `“${meant.text}” of the original is “${wrong.text}” in the translation.`,
          inOriginal: meant.text,
          inTranslation: wrong.text,
        },
      ]
    }),
  )
}

/** Spellings that languages differ in for a name of a third one: Poutine and Putin, Shamjaní and Shamkhani. */
const sayAlike = (folded: string): string =>
  folded
    .replace(/ou|w/gu, 'u')
    .replace(/tch|ch|sh|sch|x/gu, 's')
    .replace(/dj|zh|g(?=[eiy])/gu, 'j')
    .replace(/kh|j|h/gu, 'h')
    .replace(/ae/gu, 'ai')
    .replace(/qu|q|c(?![eiy])/gu, 'k')
    .replace(/y/gu, 'i')
    .replace(/ph/gu, 'f')
    .replace(/(.)\1+/gu, '$1')
    .replace(/e$/u, '')

function findNearly(run: NameRun, other: NameRun): [NameWord, NameWord] | undefined {
  for (const word of other.words) {
    if (word.folded.length < 4 || isPlainCapital(word.folded) || run.words.some(({ folded }) => folded === word.folded))
      continue
    const meant = run.words.find(
      ({ folded }) =>
        !other.words.some((one) => one.folded === folded) &&
        sayAlike(folded) !== sayAlike(word.folded) &&
        editDistance(folded, word.folded, 2) <= (folded.length > 6 ? 2 : 1),
    )
    if (meant) return [word, meant]
  }
  return undefined
}

/** A country in the place of another. One that is only left out, or said by its people, is no change. */
function findChangedCountries({ source, target, from, to }: SegmentPair): SegmentFlag[] {
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
