// Every language says everything, with the same values in it and every plural form that it has.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arabic } from './ar.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { russian } from './ru.ts'
import { hasPhrase, speak, t, type Catalogue, type Phrase } from './t.ts'

const catalogues: Readonly<Record<string, Catalogue>> = { fr: french, ar: arabic, ru: russian }
/** Forms that whole numbers up to a thousand take. */
const formsOf = (language: string) => {
  const rules = new Intl.PluralRules(language)
  return new Set(Array.from({ length: 1001 }, (_, n) => rules.select(n)))
}
const patternsOf = (phrase: Phrase) => (typeof phrase === 'string' ? [phrase] : Object.values(phrase))
const valuesIn = (phrase: Phrase) =>
  [...new Set(patternsOf(phrase).flatMap((pattern) => pattern.match(/\{\w+\}/g) ?? []))].toSorted()

for (const [language, catalogue] of Object.entries(catalogues)) {
  test(`${language} has every phrase, and none too many`, () => {
    assert.deepEqual(Object.keys(catalogue).toSorted(), Object.keys(english).toSorted())
  })

  test(`${language} puts the same values into every phrase`, () => {
    const differing = Object.entries(catalogue).filter(
      ([key, phrase]) => hasPhrase(key) && valuesIn(phrase).join() !== valuesIn(english[key]).join(),
    )
    assert.deepEqual(
      differing.map(([key]) => key),
      [],
    )
  })

  test(`${language} has every plural form that its numbers take`, () => {
    const forms = formsOf(language)
    const lacking = Object.entries(catalogue).filter(
      ([key, phrase]) =>
        hasPhrase(key) &&
        typeof english[key] !== 'string' &&
        (typeof phrase === 'string' || [...forms].some((form) => !(form in phrase))),
    )
    assert.deepEqual(
      lacking.map(([key]) => key),
      [],
    )
  })
}

test('numbers choose among all forms of Russian and Arabic', async () => {
  const say = (numbers: readonly number[]) => numbers.map((n) => t('inbox.total', { n }))
  await speak('ru')
  assert.deepEqual(say([1, 2, 5, 21]), ['1 материал', '2 материала', '5 материалов', '21 материал'])
  await speak('ar')
  assert.deepEqual(say([0, 1, 2, 3, 11, 100]), ['0 مادة', 'مادة واحدة', 'مادتان', '3 مواد', '11 مادة', '100 مادة'])
  await speak('en')
})
