// One sign of when a page was published or changed, and how much it is worth.
// Weights are of kinds of places, not of sites: what a publisher writes for machines counts most,
// then the address, then what is printed beside the headline, then what is printed elsewhere.

import type { PrintedDate } from '../../domain/reading.ts'
import type { PageTree } from '../html/page-tree.ts'
import type { PageFacts } from '../metadata/page-facts.ts'
import type { FoundArticle } from '../text/find-article.ts'
import type { DateRole } from './labelled-dates.ts'
import { readMachineDate } from './machine-date.ts'
import { findPrintedDates, toPrintedDate, type DateContext, type FoundDate } from './printed-dates.ts'

export type DateClue = {
  readonly date: PrintedDate
  readonly day: string
  readonly weight: number
  readonly role: DateRole
  /** The day it means if day and month change places; absent where they cannot. */
  readonly swapped?: string
  /** Whether nothing tells day from month, and the usual guess was taken. */
  readonly isGuessed?: boolean
  /** Local time printed beside it, HH:MM. */
  readonly time?: string
}

export type DateAsk = {
  readonly tree: PageTree
  readonly facts: PageFacts
  readonly article: FoundArticle
  readonly titleNode: number
  readonly url: string
  readonly context: DateContext
  readonly now: number
}

export function addClue(
  clues: DateClue[],
  date: PrintedDate,
  weight: number,
  role: DateClue['role'],
  now: number,
  { time, swapped }: Partial<Pick<FoundDate, 'time' | 'swapped'>> = {},
): void {
  const day = date.edtf.slice(0, 10)
  if (isPossible(day, now)) {
    const other = swapped !== undefined && isPossible(swapped, now) ? { swapped } : {}
    clues.push({ date, day, weight, role, ...(time ? { time } : {}), ...other })
  } else if (swapped !== undefined && isPossible(swapped, now)) {
    clues.push({ date: { ...date, edtf: swapped }, day: swapped, weight, role, ...(time ? { time } : {}) })
  }
}

/** Nothing was published on the Web before it, or after it was captured (a day is allowed for the zones of the earth). */
function isPossible(day: string, now: number): boolean {
  return day >= '1995-01-01' && !(Date.parse(day) > now + 36 * 36e5)
}

export function addMachineClue(
  clues: DateClue[],
  value: string | null | undefined,
  from: PrintedDate['from'],
  weight: number,
  role: DateClue['role'],
  ask: DateAsk,
): boolean {
  if (!value) return false
  const edtf = readMachineDate(value)
  if (edtf) {
    addClue(clues, { edtf, literal: null, calendar: 'gregorian', from }, weight, role, ask.now)
    return true
  }
  const printed = findPrintedDates(value, ask.context)[0]
  if (printed) addClue(clues, { ...toPrintedDate(printed), from }, weight - 1, role, ask.now, swapOf(printed))
  return printed !== undefined
}

export function swapOf({ swapped }: FoundDate): { swapped?: string } {
  return swapped ? { swapped } : {}
}
