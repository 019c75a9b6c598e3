import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeParts } from '../../desk/excerpts/make-excerpt.ts'
import { openPage } from '../excerpts/editor/draft.ts'
import { markExcerpt } from './excerpts-marked.ts'

const text = 'The harbour opened at dawn. Nobody asked why.\nThe crowd went home, and nobody asked again.'
const blocksOf = (of: string) => {
  const end = of.indexOf('\n')
  return [
    { kind: 'paragraph' as const, start: 0, end },
    { kind: 'paragraph' as const, start: end + 1, end: of.length },
  ]
}
const pageOf = (id: string, of: string) =>
  openPage({ id, text: of, blocks: blocksOf(of), language: 'en', direction: 'ltr' }, null)

const excerptOf = (words: readonly string[], anchoring = 'held') => {
  const pieces = words.map((each) => {
    const start = text.indexOf(each)
    return { kind: 'range' as const, start, end: start + each.length }
  })
  const made = makeParts(text, pieces)
  assert.ok(made.kind === 'made')
  return { readingId: 'r1', parts: [...made.parts], translation: null, anchoring } as never
}
const wordsAt = (of: string, { passages }: ReturnType<typeof markExcerpt>) =>
  passages.map(({ start, end }) => of.slice(start, end))

test('an excerpt is marked where it stands, and in the block that it begins in', () => {
  const marked = markExcerpt(pageOf('r1', text), excerptOf(['The crowd', 'nobody asked']))
  assert.deepEqual(wordsAt(text, marked), ['The crowd', 'nobody asked'])
  assert.deepEqual([marked.isSure, marked.block], [true, 2])
})

test('words that a later version prints unchanged are marked there, between the words that stood around them', () => {
  const later = text.replace('at dawn', 'long before dawn').replace('home,', 'home, where nobody asked,')
  const marked = markExcerpt(pageOf('r2', later), excerptOf(['The crowd', 'nobody asked again']))
  assert.deepEqual(wordsAt(later, marked), ['The crowd', 'nobody asked again'])
  assert.equal(marked.isSure, true)
})

test('words that stand twice, and nowhere between the same words, are not marked at all', () => {
  const later = 'Then nobody asked, said one.\nNor nobody asked, said another.'
  assert.deepEqual(markExcerpt(pageOf('r2', later), excerptOf(['nobody asked'])).passages, [])
})

test('words found elsewhere are marked where the look found them, and are not said to be sure', () => {
  const later = text.replace('dawn', 'noon')
  const start = later.indexOf('opened at noon')
  const anchor = { exact: 'opened at noon', prefix: '', suffix: '', start, end: start + 14 }
  const found = { kind: 'moved', anchor, how: 'alike', distance: 4, places: 1 }
  const check = { readingId: 'r2', report: [{ exact: 'opened at dawn', from: [12, 26], found }] } as never
  const marked = markExcerpt(pageOf('r2', later), excerptOf(['opened at dawn'], 'moved'), [check])
  assert.deepEqual(wordsAt(later, marked), ['opened at noon'])
  assert.equal(marked.isSure, false)
})
