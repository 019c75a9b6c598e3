import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDateMeanings } from './read-date-meaning.ts'

const months = (year: number) => Array.from({ length: 12 }, (_, m) => `${year}-${String(m + 1).padStart(2, '0')}-01`)

test('firsts of the month before the first other day are months of issues; a first among other days is a day', () => {
  const days = ['2023-08-25', '2023-10-03', '2023-11-08', '2024-01-03', '2024-03-01', '2024-04-15']
  const meanings = readDateMeanings([...days, ...months(2021), ...months(2022)])
  assert.ok(months(2022).every((month) => meanings.get(month) === 'issue-month'))
  assert.ok(days.every((day) => meanings.get(day) === 'publication-day'))
})

test('the habit may change the other way round, and one slip changes none', () => {
  const meanings = readDateMeanings([
    '2019-03-14',
    '2019-04-11',
    '2019-05-23',
    ...months(2020),
    '2021-02-02',
    ...months(2022),
  ])
  assert.equal(meanings.get('2019-04-11'), 'publication-day')
  assert.equal(meanings.get('2020-07-01'), 'issue-month')
  assert.equal(meanings.get('2022-07-01'), 'issue-month')
})

test('the order of the rows plays no part, and what is no date is left out', () => {
  const dates = ['2024-04-15', ...months(2021), '2023-08-25', 'soon', '']
  assert.deepEqual(readDateMeanings(dates), readDateMeanings([...dates].reverse()))
  assert.equal(readDateMeanings(dates).has('soon'), false)
  assert.equal(readDateMeanings([]).size, 0)
})
