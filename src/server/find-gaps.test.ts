import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findGaps } from './find-gaps.ts'

const today = 20_000
const weekday = (day: number): number => (day + 4) % 7 // day 0 was a Thursday

/** 20 items a day, 2 on Saturdays and Sundays. */
function usualDays(): Map<number, number> {
  const days = new Map<number, number>()
  for (let day = today - 90; day <= today; day++) days.set(day, weekday(day) === 0 || weekday(day) === 6 ? 2 : 20)
  return days
}

test('weekends are nobody’s silence, and a day without anything is', () => {
  const days = usualDays()
  const span = { from: today - 14, to: today - 1, today }
  assert.deepEqual(
    findGaps(days, span).filter(({ isGap }) => isGap),
    [],
  )
  const working = [...days.keys()].filter((day) => day >= span.from && days.get(day) === 20)
  days.set(working[2] ?? 0, 1)
  assert.deepEqual(
    findGaps(days, span).filter(({ isGap }) => isGap),
    [{ day: working[2], items: 1, usual: 20, isGap: true }],
  )
})

test('today, and what has no history yet, are never a gap', () => {
  const days = usualDays()
  days.set(today, 0)
  assert.equal(findGaps(days, { from: today, to: today, today })[0]?.isGap, false)
  assert.deepEqual(
    findGaps(new Map([[today - 3, 50]]), { from: today - 3, to: today - 1, today }).map(({ isGap }) => isGap),
    [false, false, false],
  )
})
