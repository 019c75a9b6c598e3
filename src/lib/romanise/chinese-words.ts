// In: a run of Chinese letters, simplified. Out: its words as ISO 7098 divides them: surname and given name, a place and its kind.
// Borders of ordinary words are the platform's; names are not in its dictionary and are found by what stands beside them.

import {
  knownPlaces,
  longSurnames,
  offices,
  otherSurnames,
  placeKinds,
  plainSurnames,
  saying,
  shortPlaces,
  smallWords,
  wholePlaces,
} from './chinese-tables.ts'
import { spellsNames } from '../name-skeleton.ts'

export type HanWord = {
  readonly text: string
  readonly kind: 'word' | 'surname' | 'given' | 'place' | 'foreign'
  /** The dictionary's word that it was cut from, and where in it: letters are read in their word. */
  readonly within?: { readonly word: string; readonly at: number }
  /** What is written at its end and read lightly: 了. */
  readonly aspect?: string
  /** False: that it is this kind of word was taken from its neighbours. */
  readonly isSure: boolean
}

/** Of a name in another language, between dots. */
const MOST_LETTERS = 8
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

export type DivideOptions = {
  /** The whole run may be a person's name, without anything beside it. */
  readonly isName: boolean
  /** The run is a part of a name in another language. */
  readonly isForeign: boolean
}

export function divideWords(run: string, { isName, isForeign }: DivideOptions): HanWord[] {
  if (isForeign) return [{ text: run, kind: 'foreign', isSure: true }]
  const tokens = joinOffices(Array.from(segmenter.segment(run), ({ segment }) => segment))
  const words: HanWord[] = []
  for (let at = 0; at < tokens.length;) {
    const person = readPerson(tokens, at, isName)
    if (person) {
      words.push(...person.words)
      at += person.taken
      continue
    }
    const foreign = readForeign(tokens, at, isName)
    if (foreign) {
      words.push({ text: foreign, kind: 'foreign', isSure: true })
      at += foreign.length
      continue
    }
    words.push(...readPlace(tokens[at] ?? '', tokens[at + 1], words.at(-1)))
    at += 1
  }
  return words
}

/** The platform cuts some offices in two: 发言|人. */
function joinOffices(tokens: readonly string[]): string[] {
  const joined: string[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last !== undefined && (offices.has(last + token) || (/[了着过]/u.test(token) && saying.has(last))))
      joined.splice(-1, 1, last + token)
    else joined.push(token)
  }
  return joined
}

/** Letters that no dictionary joins: those that foreign names are spelt with (泽|连|斯|基), or before an office (普|京|总统). */
function readForeign(tokens: readonly string[], at: number, isName: boolean): string | undefined {
  let end = at
  while (end - at <= MOST_LETTERS && tokens[end]?.length === 1 && !smallWords.has(tokens[end] ?? '')) end++
  const letters = tokens.slice(at, end)
  if (letters.length < 2 || letters.length > MOST_LETTERS) return undefined
  const isAlone = isName && letters.length === tokens.length
  return isAlone || letters.every(spellsNames) || isOffice(tokens[end] ?? '') ? letters.join('') : undefined
}

type Person = { readonly words: readonly HanWord[]; readonly taken: number }

function readPerson(tokens: readonly string[], at: number, isName: boolean): Person | undefined {
  const token = tokens[at] ?? ''
  const whole = readWholeName(tokens, at, isName)
  if (whole) return whole
  const isLong = longSurnames.has(token)
  if (!isLong && !plainSurnames.has(token) && !otherSurnames.has(token)) return undefined
  const given = readGiven(tokens, at + 1)
  if (given === undefined) return undefined
  const after = at + 1 + given.taken
  const isAlone = isName && at === 0 && after === tokens.length
  const isTold = isBesideOffice(tokens, at, after)
  if (!isAlone && !isTold && !isLong && !plainSurnames.has(token)) return undefined
  const isSure = isLong || isTold || (isAlone && plainSurnames.has(token))
  return { words: nameOf(token, given.text, isSure), taken: 1 + given.taken }
}

const nameOf = (surname: string, given: string, isSure: boolean): HanWord[] => [
  { text: surname, kind: 'surname', isSure },
  { text: given, kind: 'given', isSure },
]

/** One word of two letters, or one or two of one letter that are no small words. */
function readGiven(tokens: readonly string[], at: number): { text: string; taken: number } | undefined {
  const [first = '', second = ''] = [tokens[at], tokens[at + 1]]
  if (offices.has(first) || saying.has(first) || smallWords.has(first)) return undefined
  if (/^[得的了着是在不]/u.test(first)) return undefined
  if (first.length === 2) return { text: first, taken: 1 }
  if (first.length !== 1) return undefined
  const isTwo = second.length === 1 && !smallWords.has(second) && !saying.has(second)
  return isTwo ? { text: first + second, taken: 2 } : { text: first, taken: 1 }
}

/** 毛泽东 is in the dictionary whole; so is 张家口, which is none. */
function readWholeName(tokens: readonly string[], at: number, isName: boolean): Person | undefined {
  const token = tokens[at] ?? ''
  const isLong = token.length === 4 && longSurnames.has(token.slice(0, 2))
  const surname = isLong ? token.slice(0, 2) : token.slice(0, 1)
  if (!isLong && (token.length !== 3 || !(plainSurnames.has(surname) || otherSurnames.has(surname)))) return undefined
  const isPlace =
    knownPlaces.has(token) || wholePlaces.has(token) || /[口县市山江河湖港岛海州湾庄桥村镇乡区省国城亚斯]$/u.test(token)
  const isTold = isBesideOffice(tokens, at, at + 1)
  if (!isTold && (isPlace || !isName || tokens.length > 1)) return undefined
  return { words: nameOf(surname, token.slice(surname.length), isTold), taken: 1 }
}

function isBesideOffice(tokens: readonly string[], at: number, after: number): boolean {
  const next = tokens[after] ?? ''
  const before = tokens[at - 1] ?? ''
  return isOffice(before) || isOffice(next) || saying.has(next) || isOffice((tokens[at - 2] ?? '') + before)
}

/** 副总理, 国防部长: an office with words before it. */
const isOffice = (word: string): boolean => offices.has(word) || (word.length > 2 && offices.has(word.slice(-2)))

function readPlace(token: string, next: string | undefined, before: HanWord | undefined): HanWord[] {
  const kind = placeKinds.find((one) => token.endsWith(one))
  // The kind stands apart, after the name: 天津|港.
  if (kind === token) {
    const isAfterName = before?.kind === 'place' || (before?.kind === 'word' && before.text.length > 1)
    return [{ text: token, kind: isAfterName ? 'place' : 'word', isSure: before?.kind === 'place' || !isAfterName }]
  }
  const isKindNext = next !== undefined && placeKinds.includes(next)
  if (isKindNext || wholePlaces.has(token))
    return [{ text: token, kind: 'place', isSure: knownPlaces.has(token) || wholePlaces.has(token) }]
  const isCut = kind !== undefined && (shortPlaces.has(token) || token.length - kind.length >= 2)
  if (isCut)
    return [
      { text: token.slice(0, -kind.length), kind: 'place', isSure: true, within: { word: token, at: 0 } },
      { text: kind, kind: 'place', isSure: true, within: { word: token, at: token.length - kind.length } },
    ]
  return [{ text: token, kind: isPlaceName(token) ? 'place' : 'word', isSure: true }]
}

let countries: ReadonlySet<string> | undefined

const isPlaceName = (word: string): boolean => knownPlaces.has(word) || (countries ??= readCountries()).has(word)

function readCountries(): ReadonlySet<string> {
  const names = new Intl.DisplayNames('zh-Hans', { type: 'region' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((one) => letters.map((other) => one + other))
  return new Set(codes.flatMap((code) => (names.of(code) === code ? [] : (names.of(code) ?? []))))
}
