// In: a text of any size. Out: its words in the script that most of it is written in, folded for comparison.
// Why windows: a language shows in a few hundred letters, so ten megabytes must cost no more than one page.

import { scriptNumber, scripts, type Script } from './scripts.ts'

export type TextSample = {
  /** The script of most letters; `null` = no letters at all. Han and kana together are `Kana` where there is enough kana. */
  readonly script: Script | null
  /** Share of the letters that are of that script, 0–1. */
  readonly share: number
  /** How many letters of that script the sample holds. */
  readonly letters: number
  /** Lower-case words of that script: NFKC, without joiners and vowel signs of Arabic and Hebrew, apostrophes all `'`. */
  readonly words: readonly string[]
  /** The sample as text, tidied of addresses and markup, for detectors that want text. */
  readonly text: string
}

/** UTF-16 units looked at: all of a shorter text, three windows of a longer one. */
const WINDOW = 800
const WINDOWS = 3
const APOSTROPHE = 0x27

/** A syllable or a character says what two or three letters say. */
const weightOf: Partial<Record<Script, number>> = { Hani: 3, Kana: 2, Hang: 2.5, Ethi: 2, Yiii: 3 }

/** Takes a sample of a text; never fails, whatever the text is. */
export function sampleText(text: string): TextSample {
  const tidy = cutWindows(text)
    .normalize('NFKC')
    .replace(/<[a-z/!][^<>]{0,300}>|&(?:[a-z]{2,8}|#\w{1,7});|(?:https?:\/\/|www\.)\S*|\S{0,80}@\S{0,80}/gi, ' ')
  const folded = foldSigns(tidy)
  const counts = countScripts(folded)
  const script = chooseScript(counts)
  if (!script) return { script: null, share: 0, letters: 0, words: [], text: tidy }
  const isIn = wantedScripts(script)
  const all = counts.reduce((sum, count, at) => sum + count * weight(at), 0)
  const own = counts.reduce((sum, count, at) => sum + (isIn[at] ? count * weight(at) : 0), 0)
  const letters = counts.reduce((sum, count, at) => sum + (isIn[at] ? count : 0), 0)
  return { script, share: own / all, letters, words: splitWords(folded, isIn), text: tidy }
}

function cutWindows(text: string): string {
  if (text.length <= WINDOW * WINDOWS) return text
  const step = Math.floor((text.length - WINDOW) / (WINDOWS - 1))
  return Array.from({ length: WINDOWS }, (_, at) => text.slice(at * step, at * step + WINDOW)).join(' ')
}

/** One apostrophe, no joiners, no tatweel, no vowel signs: what writers of one language leave out or vary. */
function foldSigns(text: string): string {
  return text
    .replace(/[’‘ʻʼ`´ʹ′＇]/g, "'")
    .replace(
      /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g,
      '',
    )
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(
      /(?<=[\u0400-\u052f])[æăĕçÿiho]|[æăĕçÿiho](?=[\u0400-\u052f])/gi,
      (letter) => cyrillicTwins[letter.toLowerCase()] ?? letter,
    )
}

/** Ossetian and Chuvash are often typed with Latin letters that look the same, and so is Ukrainian і. */
const cyrillicTwins: Readonly<Record<string, string>> = {
  æ: 'ӕ',
  ă: 'ӑ',
  ĕ: 'ӗ',
  ç: 'ҫ',
  ÿ: 'ӳ',
  i: 'і',
  h: 'һ',
  o: 'о',
}

function weight(script: number): number {
  return weightOf[scripts[script] ?? 'Zyyy'] ?? 1
}

function countScripts(text: string): number[] {
  const counts = scripts.map(() => 0)
  for (let at = 0; at < text.length; at++) {
    const script = scriptNumber(text.charCodeAt(at))
    if (script > 0) counts[script] = (counts[script] ?? 0) + 1
  }
  return counts
}

/** Kana decides for Japanese even where Han prevails: a Japanese sentence has some, a Chinese one has none. */
function chooseScript(counts: readonly number[]): Script | null {
  let best = 0
  for (let at = 1; at < counts.length; at++)
    if ((counts[at] ?? 0) * weight(at) > (counts[best] ?? 0) * weight(best)) best = at
  const script = scripts[best] ?? 'Zyyy'
  if (script === 'Zyyy') return null
  if (script !== 'Hani') return script
  const kana = counts[scripts.indexOf('Kana')] ?? 0
  return kana * 10 > (counts[best] ?? 0) ? 'Kana' : 'Hani'
}

function wantedScripts(script: Script): boolean[] {
  const group: readonly Script[] = script === 'Kana' ? ['Kana', 'Hani'] : [script]
  return scripts.map((one) => group.includes(one))
}

/** Runs of wanted letters; an apostrophe or a combining mark between them belongs to the word. */
function splitWords(text: string, isIn: readonly boolean[]): string[] {
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20
    if (isIn[scriptNumber(unit)] === true) {
      if (start < 0) start = at
    } else if (start >= 0 && !joins(text, at, unit, isIn)) {
      words.push(text.slice(start, at).toLowerCase().replace('i̇', 'i'))
      start = -1
    }
  }
  return words
}

function joins(text: string, at: number, unit: number, isIn: readonly boolean[]): boolean {
  if (unit >= 0x300 && unit <= 0x36f) return true
  return unit === APOSTROPHE && isIn[scriptNumber(text.charCodeAt(at + 1))] === true
}
