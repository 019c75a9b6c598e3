import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainHit, type ExplainedDocument } from './explain-hit.ts'
import { makeNameBook } from './name-book.ts'
import { parseQuery } from './parse-query.ts'

const names = makeNameBook([
  [
    { by: 'glossary', text: 'Black Sea' },
    { by: 'glossary', text: 'Чёрное море' },
    { by: 'authority', text: '黑海' },
  ],
])
const fleet: ExplainedDocument = {
  title: 'Флот вышел в Чёрное море',
  text: 'Корабли идут к берегам Чёрного моря. Дроны над портом.',
  translations: [
    { language: 'en', title: 'The fleet has put to sea', lead: 'Ships head for the shores. Drones above the port.' },
    { language: 'fr', title: null, lead: 'Les navires sont partis.' },
  ],
}

function explain(text: string, document = fleet) {
  const parsed = parseQuery(text, { names })
  assert.ok(parsed.kind === 'query')
  return explainHit(parsed.query, document)
}

const lit = (passage: { text: string; ranges: readonly { start: number; end: number }[] } | null | undefined) =>
  passage?.ranges.map(({ start, end }) => passage.text.slice(start, end))

test('a word of the original is said to be so, and lit where it stands', () => {
  const { reasons, passages, translations } = explain('корабль')
  assert.deepEqual(reasons, [{ by: 'original', words: 'корабль' }])
  assert.deepEqual(passages.flatMap(lit), ['Корабли'])
  assert.deepEqual(translations, [])
})

test('a word of a translation names the translation, which is lit and given whole', () => {
  const { reasons, translations } = explain('drone fleet')
  assert.deepEqual(reasons, [
    { by: 'translation', words: 'drone' },
    { by: 'translation', words: 'fleet' },
  ])
  assert.deepEqual(
    translations.map((head) => [head.language, lit(head.title), lit(head.lead)]),
    [['en', ['fleet'], ['Drones']]],
  )
  assert.deepEqual(
    explain('navires').translations.map(({ language, title }) => [language, title]),
    [['fr', null]],
  )
})

test('another name says whose it is and what it is, and is lit in every form', () => {
  const { reasons, title, passages } = explain('"Black Sea" дрон')
  assert.deepEqual(reasons, [
    { by: 'original', words: 'дрон' },
    { by: 'glossary', words: 'Black Sea', as: 'Чёрное море' },
  ])
  assert.deepEqual(lit(title), ['Чёрное море'])
  assert.deepEqual(passages.flatMap(lit), ['Чёрного моря', 'Дроны'])
  const chinese = { title: '黑海', text: '在黑海的船', translations: [] }
  assert.deepEqual(explain('black sea', chinese).reasons, [{ by: 'authority', words: 'black sea', as: '黑海' }])
})

test('half a name is no reason, and a name that stands there as typed says so first', () => {
  assert.deepEqual(explain('Black Sea').reasons, [{ by: 'glossary', words: 'Black Sea', as: 'Чёрное море' }])
  const half = { ...fleet, title: 'Sea: Чёрное море' }
  assert.deepEqual(explain('Black Sea', half).reasons, [{ by: 'glossary', words: 'Black Sea', as: 'Чёрное море' }])
  const both = { ...fleet, translations: [{ language: 'en', title: 'Fleet in the Black Sea', lead: null }] }
  assert.deepEqual(explain('Black Sea', both).reasons, [
    { by: 'translation', words: 'Black Sea' },
    { by: 'glossary', words: 'Black Sea', as: 'Чёрное море' },
  ])
})

test('in the originals alone neither translations nor names are reasons; filters and exclusions never are', () => {
  assert.deepEqual(explain('флот in:original').reasons, [{ by: 'original', words: 'флот' }])
  assert.deepEqual(explain('fleet in:original').translations, [])
  assert.deepEqual(explain('lang:ru -navires').reasons, [])
})
