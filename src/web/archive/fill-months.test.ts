import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillMonths } from './fill-months.ts'

test('a month without an article stands between its neighbours with nought', () => {
  const months = fillMonths([
    { month: '2024-02', count: 1 },
    { month: '2023-11', count: 2 },
  ])
  assert.deepEqual(months, [
    { month: '2023-11', count: 2 },
    { month: '2023-12', count: 0 },
    { month: '2024-01', count: 0 },
    { month: '2024-02', count: 1 },
  ])
})

test('what is no month is left out, and a year far away makes no endless line', () => {
  assert.deepEqual(fillMonths([{ month: 'never', count: 1 }]), [])
  assert.equal(
    fillMonths([
      { month: '0001-01', count: 1 },
      { month: '9999-01', count: 1 },
    ]).length,
    600,
  )
})
