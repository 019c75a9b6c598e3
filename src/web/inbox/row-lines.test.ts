import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemTranslation } from '../../server/shapes/item.ts'
import { plainTitle, translationCode } from '../parts/shown-title.ts'
import { lacksTranslation, layRow } from './row-lines.ts'

const translation: ItemTranslation = {
  language: 'en',
  title: 'Ports reopened',
  titleState: 'machine',
  titleBy: 'deepl 2',
  lead: null,
  leadState: 'none',
}
const page = { id: '1', title: 'إعادة فتح الموانئ', language: 'ar', direction: 'rtl', state: 'read' } as const

test('the translation stands over its original, or under it when originals come first', () => {
  const kinds = (order: 'translated' | 'original' | 'alone') => layRow({ translation }, order).map(({ kind }) => kind)
  assert.deepEqual(kinds('translated'), ['translation', 'original'])
  assert.deepEqual(kinds('original'), ['original', 'translation'])
  assert.deepEqual(kinds('alone'), ['original', 'lead'])
})

test('without a translated title the original stands over how it begins', () => {
  for (const none of [null, { ...translation, title: null }])
    assert.deepEqual(
      layRow({ translation: none }, 'translated').map(({ kind }) => kind),
      ['original', 'lead'],
    )
})

test('that nobody has translated it is said of a foreign page that was read, and of no other', () => {
  const lacks = (change: object, order: 'translated' | 'alone' = 'translated') =>
    lacksTranslation({ ...page, translation: null, ...change }, order, 'en')
  assert.equal(lacks({}), true)
  assert.equal(lacks({ translation }), false)
  assert.equal(lacks({ language: 'en-GB' }), false)
  assert.equal(lacks({ language: null }), false)
  assert.equal(lacks({ state: 'promised' }), false)
  assert.equal(lacks({}, 'alone'), false)
})

test('a title of a machine carries its label into every sentence, also when it is cut', () => {
  assert.equal(plainTitle({ ...page, translation }, 'translated'), 'Ports reopened (EN mt)')
  const long = { ...translation, title: 'Ports '.repeat(40) }
  assert.match(plainTitle({ ...page, translation: long }, 'translated'), /^.{79}… \(EN mt\)$/)
  assert.equal(plainTitle({ ...page, translation }, 'original'), page.title)
  assert.equal(plainTitle({ ...page, translation: null }, 'translated'), page.title)
})

test('each state has a code of its own', () => {
  const states = ['none', 'machine', 'machine-reviewed', 'human'] as const
  assert.deepEqual(
    states.map((state) => translationCode('en', state)),
    ['EN —', 'EN mt', 'EN rev', 'EN hum'],
  )
})
