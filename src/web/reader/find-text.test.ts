import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findText } from './find-text.ts'

const lit = (text: string, wanted: string) => findText([text], wanted).map(({ start, end }) => text.slice(start, end))

test('case, accents and widths do not matter', () => {
  assert.deepEqual(lit('Élan, ÉLAN and elan', 'élan'), ['Élan', 'ÉLAN', 'elan'])
  assert.deepEqual(lit('ＡＢＣ', 'abc'), ['ＡＢＣ'])
  assert.deepEqual(lit('Straße', 'strasse'), ['Straße'])
})

test('Arabic is found whatever its vowel signs, letter forms and stretching', () => {
  assert.deepEqual(lit('قال إنَّ الســـاحل', 'ان الساحل'), ['إنَّ الســـاحل'])
  assert.deepEqual(lit('کابل و كابل', 'كابل'), ['کابل', 'كابل'])
})

test('digits are found in any script', () => {
  assert.deepEqual(lit('۱۴۰۲ و ١٤٠٢', '1402'), ['۱۴۰۲', '١٤٠٢'])
})

test('places are told by text, in the order of reading, and nothing is found of nothing', () => {
  assert.deepEqual(
    findText(['a b a', 'a'], 'a').map(({ text, start }) => [text, start]),
    [
      [0, 0],
      [0, 4],
      [1, 0],
    ],
  )
  assert.deepEqual(findText(['abc'], '  '), [])
  assert.deepEqual(findText(['abc'], '\u0301'), [])
})
