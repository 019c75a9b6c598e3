import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleBlock } from '../../domain/article.ts'
import { dropBoundary, joinBlock, moveBoundary, setBlockKind, splitBlock, type BlockText } from './edit-blocks.ts'

const text = 'Ferry Line Opens\n\nMap of the sound.\n\nThe line opened.\nIt runs daily.\n'
const page: BlockText = { text, start: 100 }
const block = (kind: ArticleBlock['kind'], words: string, ordinal?: number): ArticleBlock => {
  const start = 100 + text.indexOf(words)
  return { kind, start, end: start + words.length, ...(ordinal === undefined ? {} : { ordinal }) }
}
const blocks = [
  block('title', 'Ferry Line Opens'),
  block('caption', 'Map of the sound.', 0),
  block('body', 'The line opened.\nIt runs daily.', 0),
]
const wordsOf = (found: readonly ArticleBlock[]) => found.map(({ start, end }) => text.slice(start - 100, end - 100))

test('a boundary moves by lines and by words, and no block loses its last word', () => {
  const down = moveBoundary(page, blocks, 2, 'line-down')
  assert.deepEqual(wordsOf(down), ['Ferry Line Opens', 'Map of the sound.\n\nThe line opened.', 'It runs daily.'])
  assert.equal(moveBoundary(page, down, 2, 'line-down'), down)
  assert.deepEqual(moveBoundary(page, down, 2, 'line-up'), blocks)
  const back = moveBoundary(page, blocks, 2, 'word-back')
  assert.deepEqual(wordsOf(back).slice(1), ['Map of the', 'sound.\n\nThe line opened.\nIt runs daily.'])
  assert.equal(moveBoundary(page, blocks, 0, 'line-up'), blocks)
})

test('a boundary that is dropped stands at the nearest line', () => {
  const at = 100 + text.indexOf('runs')
  assert.deepEqual(wordsOf(dropBoundary(page, blocks, 2, at)).at(-1), 'It runs daily.')
})

test('a block is cut and joined again without a change', () => {
  const cut = splitBlock(page, blocks, 2)
  assert.deepEqual(wordsOf(cut).slice(2), ['The line opened.', 'It runs daily.'])
  assert.deepEqual(
    cut.map(({ ordinal }) => ordinal),
    [undefined, 0, 0, 1],
  )
  assert.deepEqual(joinBlock(cut, 3), blocks)
  assert.deepEqual(wordsOf(splitBlock(page, blocks, 0)).slice(0, 2), ['Ferry', 'Line Opens'])
})

test('an excerpt belongs to the citation before it, whatever kind a block is given', () => {
  const cited = setBlockKind(splitBlock(page, blocks, 2), 2, 'citation')
  const quoted = setBlockKind(cited, 3, 'excerpt')
  assert.deepEqual(
    quoted.slice(2).map(({ kind, ordinal }) => [kind, ordinal]),
    [
      ['citation', 0],
      ['excerpt', 0],
    ],
  )
})

test('whatever is done, no character that is no white space leaves the blocks', () => {
  const inBlocks = (found: readonly ArticleBlock[]) => wordsOf(found).join('').replace(/\s/g, '')
  const whole = inBlocks(blocks)
  let now: readonly ArticleBlock[] = blocks
  const steps = ['line-up', 'word-on', 'line-down', 'word-back'] as const
  for (let round = 0; round < 60; round++) {
    const index = round % now.length
    now = moveBoundary(page, now, index, steps[round % 4] ?? 'line-up')
    if (round % 7 === 0) now = splitBlock(page, now, index)
    if (round % 11 === 0) now = joinBlock(now, index)
    assert.equal(inBlocks(now), whole)
  }
})
