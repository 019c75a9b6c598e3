import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hourOf, orderOf } from './list-lines.ts'

const seenAt = Date.UTC(2023, 8, 20)

test('an item dated in the future stands where it was seen', () => {
  assert.equal(orderOf({ publishedAt: seenAt + 1, seenAt }), seenAt)
  assert.equal(orderOf({ publishedAt: seenAt - 1, seenAt }), seenAt - 1)
})

test('no hour is shown where only the day is known', () => {
  const publishedAt = Date.UTC(2023, 8, 16)
  assert.equal(hourOf({ publishedAt, seenAt, publishedEdtf: '2023-09-16' }), null)
  assert.equal(hourOf({ publishedAt, seenAt, publishedEdtf: '2023-09-16T00:00:00Z' }), publishedAt)
  assert.equal(hourOf({ publishedAt: null, seenAt, publishedEdtf: null }), seenAt)
})
