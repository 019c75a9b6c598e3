import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupBlocks } from './block-groups.ts'

const text = 'Aبج'
const letter = (kind: 'paragraph' | 'list-item', start: number) => ({ kind, start, end: start + 1 })

test('list items that stand together become one list, and every block keeps its number', () => {
  const blocks = [letter('paragraph', 0), letter('list-item', 1), letter('list-item', 2)]
  const groups = groupBlocks({ text, blocks })
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

test('a table is one block, with a row for each line and a cell between tabs', () => {
  const figures = 'ميناء\t1\t2\nبيروت\t\t4'
  const block = { kind: 'table' as const, start: 0, end: figures.length }
  const [table] = groupBlocks({ text: figures, blocks: [block] })
  assert.deepEqual(table?.kind === 'table' && table.rows, [
    ['ميناء', '1', '2'],
    ['بيروت', '', '4'],
  ])
})
