// In: a language. Out: the words by which it names months and days of the week, as concepts that any language shares.
// All from the platform's CLDR data: nothing is written by hand, and every language it knows is here.

import { primaryOf } from '../../lib/primary-of.ts'

export type Concept = `month:${number}` | `day:${number}`

const read = new Map<string, ReadonlyMap<string, Concept>>()
/** Shorter names are words of their own in some language: “mar”, “dom”. */
const SHORTEST = 3

/** Countries whose months have other names than the language's usual ones. */
const regions: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-LB', 'ar-DZ', 'ar-MA', 'ar-MR'],
  pt: ['pt-PT'],
  sr: ['sr-Latn'],
}
/** Forms of names that are too short for their beginning to tell. */
const shortForms: Readonly<Record<string, Readonly<Record<string, Concept>>>> = {
  ru: {
    июне: 'month:6',
    июню: 'month:6',
    июнем: 'month:6',
    июле: 'month:7',
    июлю: 'month:7',
    июлем: 'month:7',
    мае: 'month:5',
    маю: 'month:5',
    маем: 'month:5',
  },
}

/** Word in lower case → month or day of the week. Months of the Persian and Islamic calendars are other words and not here. */
function calendarWordsOf(language: string | null): ReadonlyMap<string, Concept> {
  const primary = primaryOf(language)
  const known = read.get(primary)
  if (known) return known
  const words = new Map<string, Concept>()
  if (/^[a-z]{2,3}$/.test(primary)) for (const locale of [primary, ...(regions[primary] ?? [])]) collect(locale, words)
  for (const [word, concept] of Object.entries(shortForms[primary] ?? {})) words.set(word, concept)
  read.set(primary, words)
  return words
}

function collect(language: string, words: Map<string, Concept>): void {
  const locale = `${language}-u-ca-gregory`
  const month = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' })
  const alone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  for (let at = 0; at < 12; at++) {
    const date = Date.UTC(2023, at, 15)
    for (const part of [...month.formatToParts(date), ...alone.formatToParts(date)])
      if (part.type === 'month') add(words, part.value, `month:${at + 1}`)
  }
  for (let at = 0; at < 7; at++) add(words, weekday.format(Date.UTC(2023, 0, 2 + at)), `day:${at + 1}`)
}

function add(words: Map<string, Concept>, word: string, concept: Concept): void {
  const clean = word.toLowerCase().trim()
  if ((clean.length >= SHORTEST || /\p{Script=Han}/u.test(clean)) && !/\d/.test(clean)) words.set(clean, concept)
}

/** The months and days of the week that a sentence names. */
export function findCalendarWords(sentence: string, language: string | null): Set<Concept> {
  const words = calendarWordsOf(language)
  const text = sentence.toLowerCase()
  const found = new Set<Concept>()
  const isSpaced = !/\p{Script=Han}/u.test(text)
  if (isSpaced) {
    for (const word of text.match(/[\p{L}\p{M}]+(?:[-\u200c][\p{L}\p{M}]+)*/gu) ?? []) {
      const concept = words.get(word) ?? inflected(word, words)
      if (concept !== undefined) found.add(concept)
    }
    for (const [word, concept] of words) if (word.includes(' ') && text.includes(word)) found.add(concept)
  } else for (const [word, concept] of words) if (text.includes(word)) found.add(concept)
  return found
}

/** “среду” for “среда”, “Aralık’ta”, “sonntags”: six letters or more, and the last one or two are other ones. */
function inflected(word: string, words: ReadonlyMap<string, Concept>): Concept | undefined {
  if (word.length < 5) return undefined
  for (const [name, concept] of words) {
    if (Math.abs(name.length - word.length) > 2 || name.length < 5) continue
    const stem = name.slice(0, Math.max(4, name.length - 1))
    if (word.startsWith(stem) && word.length - stem.length <= 2) return concept
  }
  return undefined
}
