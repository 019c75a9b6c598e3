import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileQuery } from './compile-query.ts'
import { parseQuery } from './parse-query.ts'
import type { QueryOptions } from './parse-query.ts'

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)

function compiled(text: string, options?: QueryOptions) {
  const parsed = parseQuery(text, options)
  assert.equal(parsed.kind, 'query', `“${text}” was not understood`)
  return parsed.kind === 'query' ? compileQuery(parsed.query).match : null
}

function bounds(text: string) {
  const parsed = parseQuery(text)
  return parsed.kind === 'query' ? [parsed.query.from, parsed.query.until] : parsed.problems
}

function problems(text: string, options?: QueryOptions) {
  const parsed = parseQuery(text, options)
  assert.equal(parsed.kind, 'problems', `“${text}” was understood`)
  return parsed.kind === 'problems'
    ? parsed.problems.map(({ start, end, message }) => [text.slice(start, end), message] as const)
    : []
}

test('words beside each other must all be there', () => {
  assert.equal(compiled('Mali drone'), '("mali" AND "drone")')
  assert.equal(compiled('Mali AND drone'), '("mali" AND "drone")')
})

test('OR binds weaker than standing beside each other, parentheses stronger', () => {
  assert.equal(compiled('Mali Niger OR Chad'), '(("mali" AND "niger") OR "chad")')
  assert.equal(compiled('Mali (Niger OR Chad)'), '("mali" AND ("niger" OR "chad"))')
})

test('a minus excludes a word, a phrase, a filter or a group', () => {
  assert.equal(compiled('Mali -drone'), '(("mali") NOT "drone")')
  assert.equal(compiled('Mali -"drone attack" -lang:ru'), '(("mali") NOT ("drone attack" OR "lang:ru"))')
  assert.equal(compiled('Mali NOT (a OR b)'), '(("mali") NOT ("a" OR "b"))')
  assert.equal(compiled('-Mali'), '("all:" NOT "mali")')
  assert.equal(compiled('Niger OR -Mali'), '("niger" OR ("all:" NOT "mali"))')
})

test('a dash between words or inside one is no exclusion', () => {
  assert.equal(compiled('Mali - Niger'), '("mali" AND "niger")')
  assert.equal(compiled('Al-Manara'), '"al manara"')
})

test('every quotation mark of the world makes a phrase', () => {
  for (const phrase of ['"طوفان الأقصى"', '«طوفان الأقصى»', '“طوفان الأقصى”', '„طوفان الأقصى“', '「طوفان الأقصى」']) {
    assert.equal(compiled(phrase), '"طوفان اقصي"')
  }
})

test('a star lets a word go on, as written and by its stem', () => {
  assert.equal(compiled('minist*'), '"minist" *')
  assert.equal(compiled('ministers*'), '("ministers" * OR "minister")')
  assert.equal(compiled('"prime minist"*'), '"prime minist" *')
})

test('filters take a value with or without quotation marks', () => {
  assert.equal(compiled('lang:zh-Hant'), '"lang:zh-hant"')
  assert.equal(compiled('LANG:"fa"'), '"lang:fa"')
  assert.equal(compiled('site:https://WWW.Press.example:80/a/b'), '"site:www.press.example"')
  assert.equal(compiled('site:пресса.example'), '"site:xn--80aj3aega.example"')
  const findOutlets = (name: string) => (name === 'Al Manara' ? ['id-1', 'id-2'] : [])
  assert.equal(compiled('outlet:"Al Manara"', { findOutlets }), '("outlet:id-1" OR "outlet:id-2")')
})

test('after: a span is from its first moment on, before: it is until its first moment', () => {
  assert.deepEqual(bounds('after:2023-09 before:2023-10'), [utc('2023-09-01'), utc('2023-10-01')])
  assert.deepEqual(bounds('after:2023'), [utc('2023-01-01'), null])
  assert.deepEqual(bounds('before:2024-02-29'), [null, utc('2024-02-29')])
  assert.deepEqual(bounds('after:۲۰۲۳-۰۹-۱۶'), [utc('2023-09-16'), null])
})

test('not before a day is after it, and the narrowest bounds win', () => {
  assert.deepEqual(bounds('-before:2023'), [utc('2023-01-01'), null])
  assert.deepEqual(bounds('after:2020 (after:2022 Mali) before:2024 before:2023'), [
    utc('2022-01-01'),
    utc('2023-01-01'),
  ])
})

test('a problem says where it is, what is wrong and what to write instead', () => {
  const told = (text: string): readonly [place: string, message: string] => problems(text)[0] ?? ['', '']
  const [place, message] = told('Mali "drone strike')
  assert.equal(place, '"drone strike')
  assert.match(message, /not closed.*Put "/)
  assert.match(told('Mali (Niger OR Chad')[1], /not closed\. Put \)/)
  assert.match(told('Mali)')[1], /closes nothing/)
  assert.match(told('Mali OR')[1], /both of its sides/)
  assert.match(told('OR Mali')[1], /both of its sides/)
  assert.match(told('Mali NOT')[1], /Nothing to exclude/)
  assert.match(told('title:Mali')[1], /no filter “title:”.*lang: outlet: site: before: after:/)
  assert.match(told('lang:')[1], /no value.*lang:ar/)
  assert.match(told('lang:arabic!')[1], /not a language tag.*lang:fa/)
  assert.match(told('before:2023-02-30')[1], /not a date that exists.*2023-09-16/)
  assert.match(told('Mali OR after:2023')[1], /whole search.*parentheses/)
  assert.match(told('"…"')[1], /no letter or digit/)
  assert.match(told('a '.repeat(200))[1], /100 are the most/)
  assert.match(told('('.repeat(30))[1], /20 deep/)
  assert.match(told('a'.repeat(3_000))[1], /2000 is the most/)
  assert.match(problems('outlet:Nobody', { findOutlets: () => [] })[0]?.[1] ?? '', /No outlet is called “Nobody”/)
})

test('all problems of a query are told at once, in the order of their places', () => {
  assert.deepEqual(
    problems('lang: Mali foo:bar before:never').map(([place]) => place),
    ['lang:', 'foo:bar', 'before:never'],
  )
})

test('a pasted headline or address is words, not filters', () => {
  assert.equal(compiled('Mali: junta speaks'), '("mali" AND "junta" AND "speak")')
  assert.equal(compiled('http://press.example/a'), '"http press exampl a"')
})

test('an empty query asks for everything', () => {
  assert.equal(compiled(''), null)
  assert.equal(compiled(' \u3000 '), null)
})
