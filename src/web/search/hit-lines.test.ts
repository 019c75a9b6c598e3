import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hit, HitTranslation, Passage } from '../../server/shapes/search.ts'
import { layHit } from './hit-lines.ts'

const plain = (text: string): Passage => ({ text, ranges: [] })
const lit = (text: string): Passage => ({ text, ranges: [{ start: 0, end: 2 }] })

const english: HitTranslation = {
  language: 'en',
  direction: 'ltr',
  title: plain('Ships put out'),
  titleState: 'human',
  titleBy: 'M. Okafor',
  lead: plain('They came back.'),
  leadState: 'machine',
}
const hit = {
  passages: [plain('Начало.')],
  translations: [],
  translation: {
    language: 'en',
    title: 'Ships put out',
    titleState: 'human',
    titleBy: 'M. Okafor',
    lead: null,
    leadState: 'none',
  },
} as unknown as Hit

test('the translated title stands over the original, with its state, though it is not what answers', () => {
  const { translatedTitle, isOriginalFirst } = layHit(hit, 'translated')
  assert.deepEqual(
    [translatedTitle?.words.text, translatedTitle?.state, translatedTitle?.by, isOriginalFirst],
    ['Ships put out', 'human', 'M. Okafor', false],
  )
  assert.equal(layHit(hit, 'original').isOriginalFirst, true)
  assert.equal(layHit({ ...hit, translation: null }, 'translated').translatedTitle, null)
})

test('who wants originals alone is still shown the translation that answers, and no other', () => {
  assert.equal(layHit(hit, 'alone').translatedTitle, null)
  const answering = { ...hit, translations: [{ ...english, title: lit('Ships put out') }] }
  assert.equal(layHit(answering, 'alone').translatedTitle?.words.ranges.length, 1)
})

test('a translation that answers is shown before the one in the desk’s language', () => {
  const french = { ...english, language: 'fr', title: lit('Des navires'), titleState: 'machine' as const }
  const { translatedTitle } = layHit({ ...hit, translations: [english, french] }, 'translated')
  assert.deepEqual([translatedTitle?.language, translatedTitle?.state], ['fr', 'machine'])
})

test('a lead is a line of its own with its own state, and leaves room for one passage of the original', () => {
  const led = { ...hit, translations: [{ ...english, lead: lit('They came back.') }] }
  assert.deepEqual(
    layHit(led, 'translated').leads.map(({ state, words }) => [state, words.text]),
    [['machine', 'They came back.']],
  )
  assert.deepEqual(layHit(led, 'translated').passages, [])
  const both = { ...led, passages: [plain('Начало.'), lit('Корабли.'), lit('Корабли снова.')] }
  assert.deepEqual(layHit(both, 'translated').passages, [lit('Корабли.')])
})

test('where nothing is lit the original’s beginning stands for it', () => {
  assert.deepEqual(layHit(hit, 'translated').passages, [plain('Начало.')])
  assert.deepEqual(layHit({ ...hit, passages: [plain('a'), lit('b')] }, 'translated').passages, [lit('b')])
})
