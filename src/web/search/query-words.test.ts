import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasFilter, setFilter, takeFilter, toggleFilter } from './query-words.ts'

test('a facet chosen twice leaves the query as it was', () => {
  for (const query of ['', 'mali', '"alliance of states" -football', '(niger OR mali) lang:ar']) {
    assert.equal(toggleFilter(toggleFilter(query, 'lang', 'fr'), 'lang', 'fr'), query)
  }
})

test('two values of one filter ask for either', () => {
  assert.equal(toggleFilter('mali lang:fr', 'lang', 'ar'), 'mali (lang:fr OR lang:ar)')
  assert.equal(toggleFilter('mali (lang:fr OR lang:ar)', 'lang', 'fr'), 'mali lang:ar')
})

test('a name with a blank is quoted and found again', () => {
  const query = toggleFilter('niger', 'outlet', 'Agence Méridien')
  assert.equal(query, 'niger outlet:"Agence Méridien"')
  assert.equal(hasFilter(query, 'outlet', 'Agence Méridien'), true)
})

test('what a person wrote in brackets or quotation marks is left alone', () => {
  const query = '(mali OR lang:fr OR niger) "lang:ar speaks"'
  assert.deepEqual(takeFilter(query, 'lang'), { rest: query, values: [] })
})

test('a day takes the place of the day before', () => {
  assert.equal(setFilter('mali after:2023-01 niger', 'after', '2023-09-16'), 'mali niger after:2023-09-16')
})
