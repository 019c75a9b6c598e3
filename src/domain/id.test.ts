import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId, parseId } from './id.ts'

const noon = Date.UTC(2026, 10, 21, 12)

test('an id made later sorts later', () => {
  const ids = Array.from({ length: 200 }, (_, i) => newId(noon + i))
  assert.deepEqual([...ids].sort(), ids)
})

test('an id is a UUID of version 7, whatever the clock and the dice say', () => {
  for (const now of [0, -5, noon, 2 ** 47]) {
    for (const random of ['00000000-0000-4000-8000-000000000000', 'ffffffff-ffff-4fff-bfff-ffffffffffff']) {
      assert.match(newId(now, random), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  }
})

test('two ids of one moment differ', () => {
  assert.equal(new Set(Array.from({ length: 200 }, () => newId(noon))).size, 200)
})

test('only ids come through the door for ids', () => {
  const id = newId(noon)
  assert.equal(parseId(id), id)
  for (const text of ['', 'x', `${id} `, id.toUpperCase(), `${id}\n`, "' or 1=1 --"])
    assert.equal(parseId(text), undefined)
})
