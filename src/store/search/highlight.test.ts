import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMatches } from './find-matches.ts'
import { highlight, wholePassage } from './highlight.ts'
import type { Passage } from './highlight.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'

function ask(text: string): Query {
  const parsed = parseQuery(text)
  if (parsed.kind === 'query') return parsed.query
  throw new Error(parsed.problems[0]?.message)
}

const highlightAll = (text: string, query: Query) => wholePassage(text, findMatches(text, query))
const marked = ({ text, ranges }: Passage) => ranges.map(({ start, end }) => text.slice(start, end))

test('what was found is marked as it was printed', () => {
  const text = 'في معركة «طوفان الأقصى» قال وزير الخارجية المكلف، وطوفان آخر في وغزة. کشور‌های آفریقا'
  assert.deepEqual(marked(highlightAll(text, ask('الطوفان'))), ['طوفان', 'وطوفان'])
  assert.deepEqual(marked(highlightAll(text, ask('"وزير الخارجية المكلف"'))), ['وزير الخارجية المكلف'])
  assert.deepEqual(marked(highlightAll(text, ask('غزة کشور'))), ['وغزة', 'کشور‌های'])
})

test('Chinese phrases are marked whole, and not where their letters belong to other words', () => {
  assert.deepEqual(marked(highlightAll('在萨赫勒国家联盟成立后', ask('萨赫勒国家联盟'))), ['萨赫勒国家联盟'])
  assert.deepEqual(marked(highlightAll('发展中国家', ask('中国'))), [])
})

test('prefixes are marked, exclusions and filters are not', () => {
  const text = 'Ministers met; the ministry denied it. Drones, in English.'
  assert.deepEqual(marked(highlightAll(text, ask('minist* -drones lang:en'))), ['Ministers', 'ministry'])
})

test('overlapping matches make one range', () => {
  assert.deepEqual(marked(highlightAll('Alliance of Sahel States', ask('"of Sahel" "Sahel States" Sahel'))), [
    'of Sahel States',
  ])
})

test('passages answer as much of the query as they can, in the order of the text', () => {
  const filler = 'Nothing to see here, reader. '.repeat(20)
  const text = `Mali. ${filler}Mali and Niger signed. ${filler}Chad did not. ${filler}Mali again.`
  const passages = highlight(text, ask('Mali Niger Chad'), { passages: 2, length: 80 })
  assert.deepEqual(passages.map(marked), [['Mali', 'Niger'], ['Chad']])
})

test('a passage is the original text, cut between words', () => {
  const text = 'Слово за словом идёт длинный рассказ о странах Сахеля и их союзе, и конца ему не видно. '.repeat(5)
  for (const { text: passage, start, ranges } of highlight(text, ask('Сахель'), { length: 60 })) {
    assert.equal(text.slice(start, start + passage.length), passage)
    assert.ok(ranges.length > 0)
    assert.match(text.charAt(start - 1), /^\s?$/)
    assert.match(text.charAt(start + passage.length), /^\s?$/)
  }
})

test('without a match the passage is the beginning', () => {
  const [passage, ...more] = highlight('One two three. '.repeat(50), ask('lang:en'), { length: 50 })
  assert.equal(more.length, 0)
  assert.equal(passage?.start, 0)
  assert.deepEqual(passage?.ranges, [])
  assert.deepEqual(highlight('', ask('x')), [])
})

test('no passage cuts a letter in half', () => {
  const text = '𠮷'.repeat(400) + ' e\u0301 target ' + 'กิ่'.repeat(300)
  for (const length of [40, 41, 42, 43]) {
    for (const { text: passage } of highlight(text, ask('target'), { length })) assert.ok(passage.isWellFormed())
  }
})
