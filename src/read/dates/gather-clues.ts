// In: a page. Out: every sign of when it was published or changed, each with how much it is worth.

import type { PrintedDate } from '../../domain/reading.ts'
import { dateInAddress, monthInAddress } from './address-date.ts'
import { addClue, type DateAsk, type DateClue } from './date-clue.ts'
import { addLinkedData, addMeta, addProperties, addScriptDates } from './declared-dates.ts'
import { settleOrder } from './settle-order.ts'
import { addPrinted, addPrintedAnywhere, addTimes } from './shown-dates.ts'

/** All clues of a page. */
export function gatherClues(ask: DateAsk): DateClue[] {
  const clues: DateClue[] = []
  addLinkedData(ask, clues)
  addMeta(ask, clues)
  const inAddress = dateInAddress(ask.url) ?? dateInAddress(ask.facts.canonical ?? '')
  if (inAddress)
    addClue(clues, { edtf: inAddress, literal: null, calendar: 'gregorian', from: 'address' }, 8, 'published', ask.now)
  addProperties(ask, clues)
  addTimes(ask, clues)
  addPrinted(ask, clues)
  if (!clues.some((clue) => clue.role === 'published')) {
    addScriptDates(ask, clues)
    addPrintedAnywhere(ask, clues)
  }
  return heedMonth(ask, settleOrder(clues, ask.context, ask.now))
}

/** The month in an address is seldom wrong: clues of other months count for less, and without any clue it is the date. */
function heedMonth(ask: DateAsk, clues: DateClue[]): DateClue[] {
  const month = monthInAddress(ask.url)
  if (!month) return clues
  const date: PrintedDate = { edtf: month, literal: null, calendar: 'gregorian', from: 'address' }
  if (!clues.some((clue) => clue.role === 'published'))
    return [...clues, { date, day: month, weight: 2, role: 'published' }]
  return clues.map((clue) =>
    clue.day.startsWith(month) ? clue : { ...clue, weight: clue.weight * weightOfOtherMonth },
  )
}

const weightOfOtherMonth = 0.6
