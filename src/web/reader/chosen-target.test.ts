import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { pickTranslation } from './chosen-target.ts'

const into = (to: string, isCurrent = true) => ({ to, isCurrent }) as TranslationView
const pick = (all: readonly TranslationView[], target: string | null, desk: string | null = 'en') =>
  pickTranslation(all, target, desk)?.to ?? null

test('a language that was chosen is shown or none; where nobody chose, that of the desk, else any', () => {
  const all = [into('fr'), into('en')]
  assert.equal(pick(all, 'fr'), 'fr')
  assert.equal(pick(all, 'ru'), null)
  assert.equal(pick(all, null), 'en')
  assert.equal(pick([into('fr')], null), 'fr')
})

test('another variety of the language serves, and a translation of an older text does not', () => {
  assert.equal(pick([into('en-GB')], 'en'), 'en-GB')
  assert.equal(pick([into('en-GB'), into('en')], 'en'), 'en')
  assert.equal(pick([into('en', false)], 'en'), null)
})
