import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf, languageTag } from './languages.ts'
import { sayDistance, sayEdtf } from './moment.ts'
import { t } from './t.ts'

test('a count chooses its plural form and is written with groups', () => {
  assert.equal(t('inbox.total', { n: 1 }), '1 item')
  assert.equal(t('inbox.total', { n: 12_345 }), '12,345 items')
})

test('a date is said at the precision it was printed with', () => {
  assert.equal(sayEdtf('2023'), '2023')
  assert.equal(sayEdtf('2023-09'), 'September 2023')
  assert.equal(sayEdtf('2023-09-16'), '16 Sep 2023')
  assert.equal(sayEdtf('2023-09-16T21:15:00+03:00'), '16 Sep 2023, 18:15 UTC')
  assert.equal(sayEdtf('not a date'), 'not a date')
})

test('what is long past is said as a day', () => {
  const now = Date.UTC(2026, 10, 21)
  assert.equal(sayDistance(now - 3 * 86_400_000, now), '3 days ago')
  assert.equal(sayDistance(Date.UTC(2023, 8, 16), now), '16 Sep 2023')
})

test('a script is shown where it tells two writings apart', () => {
  assert.equal(languageTag('zh-Hant'), 'ZH-Hant')
  assert.equal(languageTag('pt-BR'), 'PT')
  assert.equal(directionOf('ckb'), 'rtl')
})
