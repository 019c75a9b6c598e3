import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSameRuns } from './diff.ts'

/** The longest common subsequence the slow way, as the truth to measure against. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const one of a) {
    const next = [0]
    for (const [index, other] of b.entries()) {
      next.push(one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

test('runs are equal on both sides, in order, and never longer than can be', () => {
  let seed = 3
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % below
  const word = () => 'abcdef'.charAt(random(6))
  let found = 0
  let possible = 0
  for (let round = 0; round < 500; round++) {
    const a = Array.from({ length: random(20) }, word)
    const b = Array.from({ length: random(20) }, word)
    let [aEnd, bEnd, length] = [0, 0, 0]
    for (const run of findSameRuns(a, b)) {
      assert.ok(run.beforeStart >= aEnd && run.afterStart >= bEnd && run.length > 0)
      assert.deepEqual(
        a.slice(run.beforeStart, run.beforeStart + run.length),
        b.slice(run.afterStart, run.afterStart + run.length),
      )
      aEnd = run.beforeStart + run.length
      bEnd = run.afterStart + run.length
      length += run.length
    }
    found += length
    possible += longestCommon(a, b)
  }
  assert.ok(found <= possible && found > 0.9 * possible, `${found} of ${possible}`)
})

test('equal lists are one run, and lists with nothing in common none', () => {
  assert.deepEqual(findSameRuns(['a', 'a', 'b'], ['a', 'a', 'b']), [{ beforeStart: 0, afterStart: 0, length: 3 }])
  assert.deepEqual(findSameRuns(['a', 'b'], ['c']), [])
  assert.deepEqual(findSameRuns([], []), [])
})

test('a hundred thousand words with scattered edits, and with nothing alike but two words, are both compared', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => `w${(index * 7919) % 30_011}`)
  const edited = words.filter((_, index) => index % 97 !== 0)
  const kept = findSameRuns(words, edited).reduce((sum, run) => sum + run.length, 0)
  assert.equal(kept, edited.length)
  const bits = (from: number) => Array.from({ length: 100_000 }, (_, index) => ((index * from) % 7 < 3 ? 'x' : 'y'))
  findSameRuns(bits(3), bits(5))
})
