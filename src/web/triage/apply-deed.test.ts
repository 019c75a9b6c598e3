import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyDeed, inverseDeeds, isSame, toggleDeed } from './apply-deed.ts'

const fresh = { state: 'new' as const, marks: [], version: 0 }

test('opening changes only what nobody has decided', () => {
  assert.equal(applyDeed(fresh, { kind: 'open' }).state, 'opened')
  assert.equal(applyDeed({ ...fresh, state: 'skipped' }, { kind: 'open' }).state, 'skipped')
})

test('the same key twice is no decision', () => {
  for (const kind of ['pick', 'park', 'skip'] as const) {
    const once = applyDeed(fresh, toggleDeed(fresh, { kind }))
    assert.ok(isSame(applyDeed(once, toggleDeed(once, { kind })), fresh))
  }
})

test('from wherever a deed leads, its inverse leads back', () => {
  for (const state of ['new', 'opened', 'picked', 'parked', 'skipped'] as const) {
    for (const kind of ['pick', 'park', 'skip', 'renew'] as const) {
      const before = { ...fresh, state }
      const after = applyDeed(before, { kind })
      assert.deepEqual(inverseDeeds(before, { kind }).reduce(applyDeed, after), before)
    }
  }
})

test('a mark is a label of its own, beside the decision, once', () => {
  const marked = applyDeed(applyDeed({ ...fresh, state: 'picked' }, { kind: 'mark', label: 'b' }), {
    kind: 'mark',
    label: 'a',
  })
  assert.deepEqual(marked, { state: 'picked', marks: ['a', 'b'], version: 0 })
  assert.deepEqual(applyDeed(marked, { kind: 'mark', label: 'a' }).marks, ['a', 'b'])
  assert.deepEqual(toggleDeed(marked, { kind: 'mark', label: 'b' }), { kind: 'unmark', label: 'b' })
})
