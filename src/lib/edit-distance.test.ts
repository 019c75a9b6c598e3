import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance } from './edit-distance.ts'

test('a letter changed, added or dropped is one step, both ways', () => {
  for (const [one, other, steps] of [
    ['ferry', 'ferry', 0],
    ['ferry', 'fery', 1],
    ['ferry', 'berry', 1],
    ['kitten', 'sitting', 3],
  ] as const) {
    assert.equal(editDistance(one, other), steps)
    assert.equal(editDistance(other, one), steps)
  }
})

test('beyond the most that is asked for, it only says that it is more', () => {
  assert.equal(editDistance('harbour', 'x', 2), 3)
  assert.equal(editDistance('abcdefgh', 'ijklmnop', 2), 3)
})

test('words of a list are counted as letters of a word are', () => {
  assert.equal(editDistance(['the', 'old', 'pier'], ['the', 'pier']), 1)
})
