import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replaceFigures } from './replace-figures.ts'

const known = { source: 'وصل ٢٤ قاربا في ٢٠٢٣ إلى الميناء', target: '24 boats came to the port in 2023' }

for (const [what, source, pair, target] of [
  ['figures that changed are changed', 'وصل ٣٠ قاربا في ٢٠٢٤ إلى الميناء', known, '30 boats came to the port in 2024'],
  ['one that stayed stays', 'وصل 30 قاربا في 2023 إلى الميناء', known, '30 boats came to the port in 2023'],
  [
    'two that changed places change places',
    'وصل 2023 قاربا في 24 إلى الميناء',
    known,
    '2023 boats came to the port in 24',
  ],
  ['other words are another sentence', 'وصل ٣٠ جنديا في ٢٠٢٤ إلى الميناء', known, null],
  ['one of a thing is told otherwise', 'وصل ١ قاربا في ٢٠٢٣ إلى الميناء', known, null],
  [
    'a figure that the translation tells in words',
    'وصل ٣٠ قاربا',
    { source: 'وصل ٢٤ قاربا', target: 'Two dozen boats came' },
    null,
  ],
  ['a figure of another form', 'سعره 1,250 دينارا', { source: 'سعره 3.5 دينارا', target: 'It costs 3.5 dinars' }, null],
  [
    'a mark that the other language writes otherwise',
    'Es kostet 4,5 Euro',
    { source: 'Es kostet 3,5 Euro', target: 'It costs 3.5 euros' },
    null,
  ],
  ['one figure that became two', '5 of 6 came', { source: '5 of 5 came', target: '5 sur 5 sont venus' }, null],
  [
    'a figure that the translation says more often',
    'In 2024 he left',
    { source: 'In 2023 he left', target: 'En 2023 (2023 !) il est parti' },
    null,
  ],
] as const) {
  test(`figures in a known translation: ${what}`, () => {
    assert.equal(replaceFigures(source, pair), target)
  })
}
