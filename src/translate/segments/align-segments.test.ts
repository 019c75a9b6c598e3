import assert from 'node:assert/strict'
import { test } from 'node:test'
import { join } from 'node:path'
import { alignSegments } from './align-segments.ts'
import { pairKey, readGolds } from './test-gold-pairs.ts'

const shape = (source: readonly string[], target: readonly string[]): string =>
  alignSegments(source, target)
    .map((pair) => `${pair.source[1] - pair.source[0]}-${pair.target[1] - pair.target[0]}`)
    .join(' ')

const original = [
  'استقبل ميناء رحمان اليوم 24 قاربا من الأرز.',
  'قال المدير سالم بركات إن العمل يسير كما هو مخطط له، وإن القوارب ستعود غدا.',
  'هل تكفي المخازن؟',
  'لم يجب أحد.',
]

test('one sentence that became two, and two that became one, are found', () => {
  const split = [
    'The port of Rahman received 24 boats of rice today.',
    'Director Salim Barakat said work goes as planned.',
    'The boats will be back tomorrow, he added.',
    'Are the stores large enough?',
    'Nobody answered.',
  ]
  assert.equal(shape(original, split), '1-1 1-2 1-1 1-1')
  assert.equal(shape(split, original), '1-1 2-1 1-1 1-1')
})

test('a sentence that the translation leaves out stays alone', () => {
  assert.equal(
    shape(original, [
      'The port of Rahman received 24 boats of rice today.',
      'Are the stores large enough?',
      'Nobody answered.',
    ]),
    '1-1 1-0 1-1 1-1',
  )
})

test('every sentence is in exactly one pair, in order, whatever is given', () => {
  const many = (count: number, word: string): string[] =>
    Array.from({ length: count }, (_, at) => `${word} ${at % 7}`.repeat(1 + (at % 5)))
  for (const [left, right] of [
    [0, 0],
    [0, 3],
    [3, 0],
    [1, 40],
    [200, 10],
    [50, 60],
  ] as const) {
    const pairs = alignSegments(many(left, 'رجل'), many(right, 'man'))
    let [row, column] = [0, 0]
    for (const { source, target } of pairs) {
      assert.deepEqual([source[0], target[0]], [row, column])
      row = source[1]
      column = target[1]
    }
    assert.deepEqual([row, column], [left, right])
  }
})

test('of pairs made by hand in fourteen languages 96 of 100 are found and right, and in no text fewer than 3 of 4', () => {
  const total = { found: 0, gold: 0, right: 0 }
  for (const { name, language, source, target, pairs } of readGolds(
    join(import.meta.dirname, '../../../bench/align'),
  )) {
    const found = alignSegments(source, target, { from: language, to: 'en' })
    const right = found.filter((pair) => pairs.includes(pairKey(pair.source, pair.target))).length
    assert.ok(right >= pairs.length * 0.75, `${name}: ${right} of ${pairs.length}`)
    total.found += found.length
    total.gold += pairs.length
    total.right += right
  }
  assert.ok(total.gold >= 330)
  assert.ok(total.right / total.gold >= 0.965 && total.right / total.found >= 0.965, JSON.stringify(total))
})
