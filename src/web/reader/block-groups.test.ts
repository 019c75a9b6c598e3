import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupBlocks } from './block-groups.ts'

const text = 'Aبج'
const letter = (kind: 'paragraph' | 'list-item' | 'table', start: number, path?: string) => ({
  kind,
  start,
  end: start + 1,
  ...(path === undefined ? {} : { path }),
})

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

test('cells of one row of the page stand in one row', () => {
  const blocks = [letter('table', 0, '0/1/0/0'), letter('table', 1, '0/1/0/1'), letter('table', 2, '0/1/1/0')]
  const [table] = groupBlocks({ text, blocks })
  assert.deepEqual(table?.kind === 'table' && table.rows.map((row) => row.map((cell) => cell.text)), [
    ['A', 'ب'],
    ['ج'],
  ])
})
