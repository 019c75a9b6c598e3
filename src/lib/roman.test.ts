import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromRoman, toRoman } from './roman.ts'

test('every number up to 89 comes back from its numeral', () => {
  assert.deepEqual([1, 4, 9, 14, 40].map(toRoman), ['i', 'iv', 'ix', 'xiv', 'xl'])
  for (let value = 1; value < 90; value++) assert.equal(fromRoman(toRoman(value)), value)
})

test('letters that make no numeral are worth nothing', () => {
  for (const letters of ['', 'iix', 'vv', 'iiii', 'ic', 'a', 'I']) assert.equal(fromRoman(letters), 0, letters)
})
