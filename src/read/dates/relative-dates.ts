// In: "3 hours ago", «منذ ساعتين», "gestern" and the moment of the capture. Out: the day that was.
// What such phrases look like is asked of Intl, language by language: it can print them, so we can read them.

import type { FoundDate } from './printed-dates.ts'
import { toAsciiDigits } from './ascii-digits.ts'
import { amountsInWords, extraPhrases, type Unit } from './relative-phrases.ts'

const units: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']
const lengthOf: Readonly<Record<Unit, number>> = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 6048e5,
  month: 30.44 * 864e5,
  year: 365.25 * 864e5,
}

type Phrase = {
  readonly unit: Unit
  /** The amount, where the words themselves say it. */ readonly amount: number | null
}

const tables = new Map<string, ReadonlyMap<string, Phrase>>()

/** The time of day after «yesterday»: ", 14:30 Uhr", " в 14:30", " at 2:30 pm". */
const timeOfDay =
  /[\s,،]*(?:\s(?:um|at|в|о|à|alle|a las|às|kl|saat|الساعة|ساعت))?\s*\d{1,2}[:h ]\d{2}(?:\s*(?:uhr|pm|am|ч))?$/u

/** The day a relative phrase means, or null. `now` in milliseconds UTC. */
export function readRelative(text: string, language: string, now: number): FoundDate | null {
  if (text.length > 80) return null
  const plain = fold(toAsciiDigits(text)).replace(timeOfDay, '')
  const known = /^[a-z]{2,3}\b/.exec(language)?.[0] ?? 'en'
  for (const base of new Set([known, 'en'])) {
    const found = matchPhrase(plain, base) ?? matchPhrase(withDigits(plain, base), base)
    if (!found || found.amount * lengthOf[found.unit] > 400 * 864e5) continue
    const day = new Date(now - found.amount * lengthOf[found.unit]).toISOString().slice(0, 10)
    const isSure = found.unit !== 'month' && found.unit !== 'year'
    return { day, literal: text.trim(), calendar: 'gregorian', at: 0, isSure }
  }
  return null
}

function matchPhrase(plain: string, base: string): { readonly unit: Unit; readonly amount: number } | null {
  const digits = /\d+/.exec(plain)?.[0]
  const pattern = plain.replace(/\d+/, '#')
  for (const [phrase, { unit, amount: fixed }] of phrasesOf(base)) {
    if (!endsOrStarts(pattern, phrase)) continue
    const amount = fixed ?? (digits ? Number(digits) : null)
    if (amount !== null) return { unit, amount }
  }
  return null
}

/** «an hour ago» as «1 hour ago». */
function withDigits(plain: string, base: string): string {
  return (amountsInWords[base] ?? []).reduce(
    (text, words, at) => text.replace(new RegExp(`(?<!\\S)(?:${words})(?!\\S)`, 'u'), String(at + 1)),
    plain,
  )
}

/** A phrase must be all of the text, but for a word or two such as "Updated" or "published". */
function endsOrStarts(text: string, phrase: string): boolean {
  if (text === phrase) return true
  const rest = text.length - phrase.length
  return (
    rest > 0 &&
    rest < 28 &&
    (text.endsWith(` ${phrase}`) || text.startsWith(`${phrase} `)) &&
    !/\d/.test(text.replace(phrase, ''))
  )
}

function phrasesOf(base: string): ReadonlyMap<string, Phrase> {
  const known = tables.get(base)
  if (known) return known
  const table = new Map<string, Phrase>()
  for (const style of ['long', 'short', 'narrow'] as const) addStyle(table, base, style)
  for (const [phrase, unit, amount] of extraPhrases[base] ?? [])
    table.set(fold(phrase), { unit, amount: amount ?? null })
  tables.set(base, table)
  return table
}

function addStyle(table: Map<string, Phrase>, base: string, style: 'long' | 'short' | 'narrow'): void {
  const numbers = new Intl.RelativeTimeFormat(base, { numeric: 'always', style })
  const words = new Intl.RelativeTimeFormat(base, { numeric: 'auto', style })
  for (const unit of units) {
    for (const amount of [1, 2, 3, 5, 11]) {
      const printed = fold(toAsciiDigits(numbers.format(-amount, unit)))
      const hasNumber = /\d/.test(printed)
      table.set(printed.replace(/\d+/, '#'), { unit, amount: hasNumber ? null : amount })
    }
    if (unit === 'day')
      for (const amount of [0, 1, 2]) {
        const printed = fold(words.format(-amount, unit))
        if (!/\d/.test(printed) && printed.length > 1) table.set(printed, { unit, amount })
      }
  }
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[.\u200c\u200e\u200f:|•·]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
