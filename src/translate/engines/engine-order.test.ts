import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseEngines, enginesFor, nameEngines, orderEngines } from './engine-order.ts'

test('engines of one kind are told apart by number', () => {
  const choices = (['deepl', 'openai', 'openai'] as const).map((engine) => ({ engine }))
  assert.deepEqual(nameEngines(choices), ['deepl', 'openai', 'openai-2'])
})

test('wishes arrange the engines; one that no wish names stays where it was configured, after the others', () => {
  const engines = ['a', 'b', 'c', 'd'].map((name) => ({ name }))
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('')
  assert.equal(names(orderEngines(engines, { order: ['c', 'gone', 'a'] })), 'cabd')
  assert.equal(names(chooseEngines(engines, { order: ['c'], off: ['a', 'gone'] })), 'cbd')
})

test('where people are chosen for a pair of languages, no machine after them is asked', () => {
  const engines = [
    { id: 'deepl', pairs: ['fa>en', '*>fr'] },
    { id: 'human', pairs: ['ps>*'] },
    { id: 'openai', pairs: [] },
  ]
  const asked = (from: string, to: string): string[] =>
    enginesFor(engines, { from, to }, ({ id }) => id === 'human').map(({ id }) => id)
  assert.deepEqual(asked('fa-AF', 'en-GB'), ['deepl', 'openai'])
  assert.deepEqual(asked('ps', 'fr'), ['deepl', 'human'])
  assert.deepEqual(asked('ps', 'en'), ['human'])
})
