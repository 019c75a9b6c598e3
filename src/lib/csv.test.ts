import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCsv, writeCsv } from './csv.ts'

test('whatever stands in a cell comes back as it was', () => {
  const cells = [
    '',
    'plain',
    'a,b;c',
    '"quoted"',
    'two\nlines',
    ' edges ',
    ' =1',
    "' =1",
    '=1+1',
    "'=1+1",
    '-5',
    '@x',
    "'",
    'وكالة',
    '\t',
    "''-",
  ]
  const header = cells.map((_, no) => `c${no}`)
  const table = parseCsv(writeCsv(header, [cells, cells.toReversed()]))
  assert.deepEqual(table.kind === 'table' && table.rows.map((row) => row.cells), [cells, cells.toReversed()])
})

test('no cell begins a formula when a spreadsheet opens the file', () => {
  for (const cell of ['=cmd()', '+1', '-1', '@sum', '\t=1', '\r=1', ' =1'])
    assert.match(writeCsv(['a'], [[cell]]), /\r\n"?'/, JSON.stringify(cell))
})

test('lines are counted as an editor counts them, and a quotation mark left open is found', () => {
  const table = parseCsv('a,b\r\n"x\ny",1\r\n\r\nz,2\r\n')
  assert.deepEqual(table.kind === 'table' && table.rows.map(({ line }) => line), [2, 5])
  assert.deepEqual(parseCsv('a,b\n1,2\n"open,3\n4,5'), {
    kind: 'broken',
    line: 3,
    reason: 'A quotation mark is opened here and never closed.',
  })
  assert.equal(parseCsv('').kind, 'broken')
})

test('semicolons and tabs divide cells too, as spreadsheets of many countries write them', () => {
  for (const mark of [';', '\t']) {
    const table = parseCsv(`\uFEFFname${mark}home\na,b${mark}c\n`)
    assert.deepEqual(table.kind === 'table' && [table.header, table.rows[0]?.cells], [
      ['name', 'home'],
      ['a,b', 'c'],
    ])
  }
})
