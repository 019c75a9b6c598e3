import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TranslationSegment } from '../../server/shapes/translation.ts'
import { pairBlocks } from './translation-pairs.ts'

const segment = (start: number, end: number): TranslationSegment => ({
  start,
  end,
  source: '',
  target: null,
  state: 'none',
  origin: null,
  reviewedBy: null,
  reviewedAt: null,
  flags: [],
})
const text = 'One. Two.\nThree.'
const blocks = [
  { kind: 'paragraph' as const, start: 0, end: 9 },
  { kind: 'paragraph' as const, start: 10, end: 16 },
]

test('sentences stand in the block they begin in, and the pieces make up the whole original', () => {
  const pairs = pairBlocks({ text, blocks }, [segment(0, 4), segment(5, 9), segment(10, 16)])
  assert.deepEqual(
    pairs.map(({ sentences }) => sentences.map(({ at }) => at)),
    [[0, 1], [2]],
  )
  for (const pair of pairs)
    assert.equal(pair.pieces.map(({ start, end }) => pair.text.slice(start, end)).join(''), pair.text)
})

test('what no sentence covers is shown all the same, and a sentence that runs on is cut at its block', () => {
  const [first, second] = pairBlocks({ text, blocks }, [segment(5, 14)])
  assert.deepEqual(first?.pieces, [
    { start: 0, end: 5, at: null },
    { start: 5, end: 9, at: 0 },
  ])
  assert.deepEqual(second?.pieces, [{ start: 0, end: 6, at: null }])
})
