import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCalendarWords } from './calendar-words.ts'
import { readDigits, readFigures } from './read-figures.ts'

const values = (text: string, language: string | null): number[] =>
  readFigures(text, language).map(({ value }) => value)

test('the same number is read from any digits and grouping', () => {
  for (const [figure, value] of [
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200', 1200],
    ['12,34,567', 1234567],
    ['3,5', 3.5],
    ['3.25', 3.25],
    ['1.234,5', 1234.5],
    ['0.125', 0.125],
    ['1’000’000', 1e6],
  ] as const)
    assert.equal(readDigits(figure), value, figure)
  assert.deepEqual(values('٢٦ قاربا و١٬٢٠٠ طن', 'ar'), [26, 1200])
  assert.deepEqual(values('३५ नाव', 'hi'), [35])
})

test('numbers in words are read where they can be decided', () => {
  assert.deepEqual(values('two hundred and five men', 'en'), [205])
  assert.deepEqual(values('twenty-one boats, three tons', 'en'), [21, 3])
  assert.deepEqual(values('Двести? сто двадцать тысяч человек', 'ru'), [120_000])
  assert.deepEqual(values('خمسة وعشرون رجلا', 'ar'), [25])
  assert.deepEqual(values('十八元，两名士兵，三万人', 'zh'), [18, 2, 30_000])
  assert.deepEqual(values('3,2 млрд рублей и 5 тыс. тонн', 'ru'), [3.2e9, 5000])
  assert.deepEqual(values('26万人', 'zh'), [260_000])
  assert.deepEqual(values('one of them, a man', 'fr'), [], 'words of another language are no numbers')
})

test('days and months are named by the platform in any language', () => {
  assert.deepEqual([...findCalendarWords('в среду, 5 марта', 'ru')].sort(), ['day:3', 'month:3'])
  assert.deepEqual([...findCalendarWords('on Wednesday, 5 March', 'en')].sort(), ['day:3', 'month:3'])
  assert.deepEqual([...findCalendarWords('星期三', 'zh')], ['day:3'])
  assert.deepEqual([...findCalendarWords('nothing', null)], [])
})
