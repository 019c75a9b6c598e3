import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limitParallel } from './limit-parallel.ts'

test('no more than the limit are under way, all come through in order, and a failure frees its place', async () => {
  const limit = limitParallel(2)
  const began: number[] = []
  let underWay = 0
  const ends = await Promise.allSettled(
    [0, 1, 2, 3, 4].map((at) =>
      limit(async () => {
        began.push(at)
        assert.ok(++underWay <= 2)
        await new Promise((resolve) => setImmediate(resolve))
        underWay--
        if (at === 1) throw new Error('broken')
        return at
      }),
    ),
  )
  assert.deepEqual(began, [0, 1, 2, 3, 4])
  assert.deepEqual(
    ends.map((end) => (end.status === 'fulfilled' ? end.value : 'broken')),
    [0, 'broken', 2, 3, 4],
  )
})
