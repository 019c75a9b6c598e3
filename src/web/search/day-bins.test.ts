import assert from 'node:assert/strict'
import { test } from 'node:test'
import { binDays } from './day-bins.ts'

test('no hit is lost or doubled in the bars', () => {
  const days = Array.from({ length: 500 }, (_, index) => ({
    day: new Date(Date.UTC(2021, 0, 1) + index * 3 * 86_400_000).toISOString().slice(0, 10),
    count: (index % 7) + 1,
  }))
  const bins = binDays(days)
  assert.ok(bins.length <= 60)
  assert.equal(
    bins.reduce((sum, bin) => sum + bin.count, 0),
    days.reduce((sum, day) => sum + day.count, 0),
  )
})

test('a day without hits keeps its place between its neighbours', () => {
  assert.deepEqual(
    binDays([
      { day: '2023-09-16', count: 2 },
      { day: '2023-09-18', count: 1 },
    ]),
    [
      { from: '2023-09-16', until: '2023-09-17', count: 2 },
      { from: '2023-09-17', until: '2023-09-18', count: 0 },
      { from: '2023-09-18', until: '2023-09-19', count: 1 },
    ],
  )
})
