// In: Chinese, simplified or traditional. Out: Hanyu Pinyin by ISO 7098:2015, divided into words, with what the print leaves open.
// Loaded when Chinese is romanised and not before: the dictionary of readings weighs some megabytes of memory.

import { pinyin, segment } from 'pinyin-pro'
import {
  doubtfulSurnames,
  manyReadings,
  placeKinds,
  smallReadings,
  smallWords,
  surnameReadings,
} from './chinese-tables.ts'
import { divideWords, type HanWord } from './chinese-words.ts'
import type { Doubt, Letters } from './romanise.ts'
import { simplifyHan } from './simplify-han.ts'

export type ChineseOptions = {
  readonly isName: boolean
  /** Whether tones are marked. */
  readonly tones: boolean
  /** Whether a sentence goes on here that began before. */
  readonly isInside: boolean
}

/** Longer ones are no text: they are cut, so that their length costs no more than itself. */
const RUN = /\p{Script=Han}{1,4000}/gu
/** A dot between the parts of a name: it is of another language, whose spelling is not in the print. */
const DOT = /[·•‧・]/u
const marks: Readonly<Record<string, string>> = {
  '。': '. ',
  '．': '.',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '！': '! ',
  '（': ' (',
  '）': ') ',
  '《': ' “',
  '》': '” ',
  '〈': ' ‘',
  '〉': '’ ',
  '「': ' “',
  '」': '” ',
  '『': ' ‘',
  '』': '’ ',
  '【': ' [',
  '】': '] ',
  '％': '%',
  '　': ' ',
  '—': '—',
}

export function romaniseChinese(text: string, { isName, tones, isInside }: ChineseOptions): Letters {
  const doubts = new Set<Doubt>()
  const pieces: string[] = []
  // Only the end of what is written is looked at: to look at all of it each time would cost its length each time.
  let tail = isInside ? 'a ' : ''
  const write = (piece: string): void => {
    pieces.push(piece)
    tail = (tail + piece).slice(-40)
  }
  let done = 0
  for (const match of text.matchAll(RUN)) {
    write(writeBetween(text.slice(done, match.index)))
    done = match.index + match[0].length
    const startsSentence = /^[\s“‘(\[]*$|[.?!][”’)]?\s*$|“$/u.test(tail)
    const isForeign = DOT.test(text.charAt(match.index - 1)) || DOT.test(text.charAt(done))
    const words = divideWords(simplifyHan(match[0]), { isName, isForeign })
    const cased = joinAspects(words).map((word, at) => {
      const written = writeWord(word, tones, doubts)
      return isName || word.kind !== 'word' || (at === 0 && startsSentence) ? capital(written) : written
    })
    write((/[\p{L}\p{N}”’),.;:?!%\]]$/u.test(tail) ? ' ' : '') + cased.join(' '))
  }
  write(writeBetween(text.slice(done)))
  return { text: tidy(pieces.join('')), doubts }
}

const tidy = (latin: string): string =>
  latin
    .replace(/ {2,}/g, ' ')
    .replace(/(?<=[(“]) | (?=[,.;:?!)\]”])/gu, '')
    .trim()

/** What tells how a deed goes on is written with its verb: kāndēngle. */
function joinAspects(words: readonly HanWord[]): HanWord[] {
  const joined: HanWord[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last?.kind === 'word' && /^[了着过]$/u.test(word.text)) joined.splice(-1, 1, { ...last, aspect: word.text })
    else joined.push(word)
  }
  return joined
}

function writeBetween(text: string): string {
  const latin = text.replace(/[。．，、；：？！（）《》〈〉「」『』【】％　]/gu, (mark) => marks[mark] ?? mark)
  return /^[\p{L}\p{N}]/u.test(latin) ? ` ${latin}` : latin
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Syllables of a word are written together, with an apostrophe before one that begins with a vowel. */
function writeWord(word: HanWord, tones: boolean, doubts: Set<Doubt>): string {
  if (!word.isSure) doubts.add('word-division')
  if (word.kind === 'foreign') doubts.add('foreign-name')
  const latin = readWord(word, doubts)
    .map((syllable, at) => (at > 0 && /^[aoeāáǎàōóǒòēéěè]/u.test(syllable) ? `’${syllable}` : syllable))
    .join('')
  const whole = latin + (word.aspect === undefined ? '' : (smallReadings[word.aspect] ?? ''))
  return tones
    ? whole
    : whole
        .normalize('NFD')
        .replace(/[\u0304\u0301\u030c\u0300]/gu, '')
        .normalize('NFC')
}

function readWord({ text, kind, within }: HanWord, doubts: Set<Doubt>): string[] {
  const small = smallReadings[text]
  if (kind === 'word' && small !== undefined) return [small]
  if (kind === 'surname') {
    if (doubtfulSurnames.has(text)) doubts.add('reading')
    const reading = Object.hasOwn(surnameReadings, text) ? surnameReadings[text] : undefined
    if (reading !== undefined) return reading.split(' ')
  }
  const whole = within?.word ?? text
  const known = findKnown(whole)
  const isOfDictionary = kind !== 'given' && kind !== 'foreign' && [...whole].length > 1
  const from = within?.at ?? 0
  const readings = pinyin(whole, { type: 'array', toneSandhi: false }).slice(from, from + [...text].length)
  return readings.map((syllable, at) => {
    const letter = [...text][at] ?? ''
    // A letter without a reading comes back as itself: rare ones of the supplementary planes do.
    if (/\p{Script=Han}/u.test(syllable)) doubts.add('unknown-letter')
    const isOpen = manyReadings.has(letter) && !known.has(from + at) && !isOfDictionary && !placeKinds.includes(text)
    if (isOpen && !(whole.length === 1 && smallWords.has(letter))) doubts.add('reading')
    return syllable
  })
}

/** The places of letters whose reading a word of the dictionary of readings decides. */
function findKnown(word: string): ReadonlySet<number> {
  const known = new Set<number>()
  let at = 0
  for (const { origin } of segment(word, { toneSandhi: false })) {
    const { length } = [...origin]
    if (length > 1) for (let inside = at; inside < at + length; inside++) known.add(inside)
    at += length
  }
  return known
}
