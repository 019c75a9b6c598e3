import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellsOf, groupBlocks } from './block-groups.ts'

test('list items that stand together become one list, and every block keeps its number', () => {
  const text = 'Aبج'
  const block = (kind: 'paragraph' | 'list-item', start: number) => ({ kind, start, end: start + 1 })
  const groups = groupBlocks({ text, blocks: [block('paragraph', 0), block('list-item', 1), block('list-item', 2)] })
  assert.deepEqual(
    groups.map((group) => group.kind),
    ['single', 'list'],
  )
  const [, list] = groups
  assert.deepEqual(list?.kind === 'list' && list.items.map((item) => [item.number, item.text]), [
    [2, 'ب'],
    [3, 'ج'],
  ])
})

test('a table is cut into its cells', () => {
  assert.deepEqual(cellsOf('a\tb\nc\td'), [
    ['a', 'b'],
    ['c', 'd'],
  ])
  assert.deepEqual(cellsOf('a | b'), [['a', 'b']])
})
