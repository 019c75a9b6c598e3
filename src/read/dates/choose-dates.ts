// In: clues. Out: the dates of publication and of the last change, and what speaks against them.
// Clues of one day add up; a clue with the time of day and its offset speaks for its day.

import type { PrintedDate } from '../../domain/reading.ts'
import type { DateClue } from './date-clue.ts'

export type ChosenDates = {
  readonly published: PrintedDate | null
  readonly updated: PrintedDate | null
  readonly notes: readonly string[]
}

/** Below this a lone clue says too little. */
const minWeight = 1

export function chooseDates(clues: readonly DateClue[]): ChosenDates {
  const published = clues.filter((clue) => clue.role === 'published')
  const updated = clues.filter((clue) => clue.role === 'updated')
  const sums = sumByDay(published)
  let bestDay: string | null = null
  let bestSum = minWeight
  for (const [day, sum] of sums) {
    if (sum > bestSum || (sum === bestSum && bestDay !== null && day < bestDay)) {
      bestDay = day
      bestSum = sum
    }
  }
  const precise = bestDay ? mostPrecise(published.filter((clue) => clue.day === bestDay)) : null
  const chosen = precise && atHome(precise, published)
  const latest = mostPrecise(updated)
  if (!chosen)
    return {
      published: latest,
      updated: null,
      notes: latest
        ? ['Only a date of change is given; it stands as the date of publication.', ...guessNotes(updated, latest)]
        : [],
    }
  const change = latest && latest.edtf.slice(0, 10) >= (bestDay ?? '') && latest.edtf !== chosen.edtf ? latest : null
  return {
    published: chosen,
    updated: change,
    notes: [...findContradictions(published, bestDay ?? ''), ...guessNotes(clues, chosen, change)],
  }
}

/** Clues from one kind of place say the same thing twice; each kind counts once a day. */
function sumByDay(clues: readonly DateClue[]): Map<string, number> {
  const best = new Map<string, Map<string, number>>()
  for (const { day, date, weight } of clues) {
    const kinds = best.get(day) ?? new Map<string, number>()
    kinds.set(date.from, Math.max(kinds.get(date.from) ?? 0, weight))
    best.set(day, kinds)
  }
  const sums = new Map<string, number>()
  for (const [day, kinds] of best) {
    const weights = [...kinds.values()].sort((a, b) => b - a)
    sums.set(
      day,
      weights.reduce((sum, weight, index) => sum + weight * (index === 0 ? 1 : 0.6), 0),
    )
  }
  return sums
}

/** An instant with its offset before a local time, before a day; else the weightier. */
function mostPrecise(clues: readonly DateClue[]): PrintedDate | null {
  let best: DateClue | undefined
  let bestScore = -1
  for (const clue of clues) {
    const precision = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(clue.date.edtf) ? 2 : clue.date.edtf.includes('T') ? 1 : 0
    const isMidnight = /T00:00:00/.test(clue.date.edtf)
    const score = precision * 10 - (isMidnight ? 15 : 0) + clue.weight
    if (score > bestScore) {
      best = clue
      bestScore = score
    }
  }
  const literal = best?.date.literal ?? clues.find((clue) => clue.date.literal !== null)?.date.literal ?? null
  return best ? { ...best.date, literal } : null
}

/**
 * The publisher's own day. An instant in UTC does not tell it; a local time printed beside the headline does,
 * and where only another day is printed or stands in the address, that day is given without the time.
 */
function atHome(chosen: PrintedDate, clues: readonly DateClue[]): PrintedDate {
  if (!chosen.edtf.endsWith('Z') || chosen.from === 'text') return chosen
  const at = Date.parse(chosen.edtf)
  for (const clue of clues) {
    if (!clue.time) continue
    const minutes = Math.round((Date.parse(`${clue.day}T${clue.time}:00Z`) - at) / 6e4 + (at % 6e4) / 6e4)
    if (minutes % 15 !== 0 || minutes === 0 || minutes < -720 || minutes > 840) continue
    return {
      ...chosen,
      edtf: `${new Date(at + minutes * 6e4).toISOString().slice(0, 19)}${offsetOf(minutes)}`,
      literal: clue.date.literal,
    }
  }
  const other = clues.find(
    (clue) =>
      (clue.date.from === 'address' || (clue.date.from === 'text' && clue.weight > 4.5)) &&
      couldBe(at, clue.day) &&
      clue.day !== chosen.edtf.slice(0, 10),
  )
  const isShown = clues.some(
    (clue) => clue.date.from === 'text' && clue.weight > 4.5 && clue.day === chosen.edtf.slice(0, 10),
  )
  return other && !isShown ? { ...other.date, literal: other.date.literal ?? chosen.literal } : chosen
}

/** Whether an instant falls on a day somewhere on earth where that instant is not at odds with the hour. */
function couldBe(at: number, day: string): boolean {
  return (
    new Date(at - 12 * 36e5).toISOString().slice(0, 10) === day ||
    new Date(at + 14 * 36e5).toISOString().slice(0, 10) === day
  )
}

function offsetOf(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

/** What is to be said of days that were guessed because nothing tells day from month. */
function guessNotes(clues: readonly DateClue[], ...chosen: readonly (PrintedDate | null)[]): string[] {
  const notes = new Set<string>()
  for (const date of chosen) {
    if (!date) continue
    const day = date.edtf.slice(0, 10)
    const same = clues.filter((clue) => clue.day === day)
    const guessed = same.find((clue) => clue.isGuessed)
    if (guessed && same.every((clue) => clue.isGuessed))
      notes.add(
        `Nothing tells day from month in “${guessed.date.literal ?? day}”: it was read as ${day}, and may be ${guessed.swapped ?? 'another day'}.`,
      )
  }
  return [...notes]
}

function findContradictions(clues: readonly DateClue[], day: string): string[] {
  const notes: string[] = []
  const seen = new Set<string>()
  for (const clue of clues) {
    if (clue.weight < 5 || seen.has(clue.date.from) || Math.abs(Date.parse(clue.day) - Date.parse(day)) <= 864e5)
      continue
    seen.add(clue.date.from)
    notes.push(`The date of publication is ${day}, but ${placeNames[clue.date.from]} says ${clue.day}.`)
  }
  return notes
}

const placeNames: Readonly<Record<PrintedDate['from'], string>> = {
  'json-ld': 'the linked data',
  meta: 'a meta element',
  'time-element': 'a time element',
  text: 'the text',
  address: 'the address',
  feed: 'the feed',
  header: 'a header',
  file: 'the file',
}
