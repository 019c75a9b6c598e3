import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findQuiet, measureRhythm } from './rhythm.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2026, 8, 7) // a Monday

/** Arrivals from `start`: every `gap` for `days` days, where `open` lets them through. */
function arrivals(gap: number, days: number, open: (time: Date) => boolean = () => true): number[] {
  const times: number[] = []
  for (let time = start; time < start + days * day; time += gap) if (open(new Date(time))) times.push(time)
  return times
}

function isQuiet(times: readonly number[], silence: number): boolean {
  const now = Math.max(...times) + silence
  return findQuiet(measureRhythm(times, now), now) !== null
}

const onWeekdays = (time: Date): boolean =>
  time.getUTCDay() % 6 !== 0 && time.getUTCHours() >= 8 && time.getUTCHours() <= 18

test('an agency is quiet after two days, not over a night', () => {
  assert.equal(isQuiet(arrivals(hour, 30), 12 * hour), false)
  assert.equal(isQuiet(arrivals(hour, 30), 2 * day), true)
})

test('a paper of weekdays is not quiet on Sunday, but after two weeks', () => {
  assert.equal(isQuiet(arrivals(hour, 26, onWeekdays), 3 * day), false)
  assert.equal(isQuiet(arrivals(hour, 26, onWeekdays), 14 * day), true)
})

test('a weekly is not quiet after nine days, but after three weeks', () => {
  assert.equal(isQuiet(arrivals(7 * day, 70), 9 * day), false)
  assert.equal(isQuiet(arrivals(7 * day, 70), 21 * day), true)
})

test('an irregular outlet is judged by its long silences', () => {
  const irregular = [0, 1, 3, 30, 31, 60, 64, 95, 96, 130].map((days) => start + days * day)
  assert.equal(isQuiet(irregular, 40 * day), false)
  assert.equal(isQuiet(irregular, 120 * day), true)
})

test('a history too short to have shown a weekend is not judged by one', () => {
  assert.equal(isQuiet(arrivals(hour, 5), 2.5 * day), false)
})

test('little is no rhythm, and a whole archive put out at once is one arrival', () => {
  assert.equal(measureRhythm([], start), null)
  assert.equal(measureRhythm([start, start + day], start + 2 * day), null)
  assert.equal(
    measureRhythm(
      Array.from({ length: 500 }, (_, i) => start + i),
      start + day,
    ),
    null,
  )
  assert.equal(isQuiet([start, start + hour, start + 2 * hour], 400 * day), false)
})

test('the usual gap is the middle one, in any order of the times, and the future does not count', () => {
  const times = [start + 10 * hour, start, start + 2 * hour, start + 3 * hour, start + 4 * hour, start + 900 * day]
  assert.equal(measureRhythm(times, start + 11 * hour)?.usualGap, 2 * hour)
})
