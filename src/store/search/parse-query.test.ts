import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileQuery } from './compile-query.ts'
import { makeNameBook } from './name-book.ts'
import { parseQuery } from './parse-query.ts'
import type { QueryOptions } from './parse-query.ts'
import { listNamed } from './query-names.ts'

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
  const words = '{title body translated_title translated_lead}'
  assert.equal(compiled('minist*'), `(${words} : "minist" *)`)
  assert.equal(compiled('ministers*'), `((${words} : "ministers" *) OR "minister")`)
  assert.equal(compiled('"prime minist"*'), `(${words} : "prime minist" *)`)
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

test('in:original binds the whole search, to what was typed and to the originals', () => {
  assert.equal(compiled('in:original Mali'), '({title body} : "mali")')
  assert.equal(compiled('Mali (Niger IN:Original)'), '(({title body} : "mali") AND ({title body} : "niger"))')
  assert.equal(compiled('lang:fr in:"original"'), '"lang:fr"')
  assert.equal(compiled('in:original'), null)
  assert.equal(compiled('Made in: China'), '("made" AND "in" AND "china")')
})

const seas = makeNameBook([
  [
    { by: 'glossary', text: 'Black Sea' },
    { by: 'glossary', text: 'Mer Noire' },
    { by: 'glossary', text: 'Deniz' },
  ],
  [
    { by: 'authority', text: 'Black' },
    { by: 'authority', text: 'Stephen Black' },
  ],
])

test('the longest run of words that is a name is looked for under its other names, once', () => {
  const sea = '(("black" AND "sea") OR "mer noire" OR "deniz")'
  assert.equal(compiled('black sea', { names: seas }), sea)
  assert.equal(compiled('the Black Sea fleet', { names: seas }), `("the" AND ${sea} AND "fleet")`)
  assert.equal(compiled('Black', { names: seas }), '("black" OR "stephen black")')
  assert.equal(compiled('mer noire', { names: seas }), '(("mer" AND "noire") OR "black sea" OR "deniz")')
  assert.equal(compiled('sea black', { names: seas }), '("sea" AND ("black" OR "stephen black"))')
})

test('a name is known in every form that search finds', () => {
  const names = makeNameBook([
    [
      { by: 'glossary', text: 'Чёрное море' },
      { by: 'glossary', text: 'Black Sea' },
    ],
  ])
  for (const text of ['Чёрного моря', 'чёрным морем', '"Черное море"'])
    assert.match(compiled(text, { names }) ?? '', / OR "black sea"\)$/, text)
})

test('a phrase is a name when the whole of it is one', () => {
  assert.equal(compiled('"Black Sea"', { names: seas }), '("black sea" OR "mer noire" OR "deniz")')
  assert.equal(compiled('"Black Sea fleet"', { names: seas }), '"black sea fleet"')
  assert.equal(compiled('Black OR Sea', { names: seas }), '(("black" OR "stephen black") OR "sea")')
})

test('a name is excluded under all of its names; in the originals alone it is only what was typed', () => {
  assert.equal(
    compiled('fleet -"Black Sea"', { names: seas }),
    '(("fleet") NOT ("black sea" OR "mer noire" OR "deniz"))',
  )
  assert.equal(compiled('in:original "Black Sea"', { names: seas }), '({title body} : "black sea")')
  assert.equal(compiled('"Black Sea"*', { names: seas })?.includes('deniz'), false)
})

test('initials are a name when they are written as such, and are never looked for as words', () => {
  const union = [
    { by: 'authority', text: 'African Union' },
    { by: 'authority', text: 'AU' },
    { by: 'authority', text: 'Африканский союз' },
  ] as const
  const names = makeNameBook([union])
  assert.equal(compiled('au port', { names }), '("au" AND "port")')
  assert.equal(compiled('AU', { names }), '("au" OR "african union" OR "африканск союз")')
  assert.equal(compiled('African Union', { names }), '(("african" AND "union") OR "африканск союз")')
})

test('names that look like the language of queries are only names', () => {
  const texts = [
    'OR',
    '"; DROP TABLE words',
    '-minus',
    'a*',
    '(x)',
    'NEAR(a b)',
    'lang:ru',
    '…',
    '',
    '\u0000',
    '\ud800',
    'x'.repeat(9_000),
  ]
  const names = makeNameBook([
    texts.map((text) => ({ by: 'glossary', text: `${text} gate` })),
    texts.map((text) => ({ by: 'glossary', text })),
  ])
  for (const text of ['drop table words', '"or gate"', 'minus', 'near a b', 'lang ru']) {
    const expression = compiled(text, { names }) ?? ''
    assert.match(expression.replace(/"[\p{L}\p{M}\p{N} ._:-]+"/gu, 'x'), /^(?:x|[ ()]|AND|OR)*$/, text)
  }
})

test('ten thousand names of one thing are looked for by a few, one of each script among them', () => {
  const latin = Array.from({ length: 10_000 }, (_, at) => ({ by: 'glossary', text: `Name ${at}` }) as const)
  const names = makeNameBook([[...latin, { by: 'authority', text: 'Имя' }]])
  const parsed = parseQuery('"Name 7" "Name 8" "Name 9" "Name 10" "Name 11" "Name 12"', { names })
  assert.ok(parsed.kind === 'query')
  const named = listNamed(parsed.query)
  assert.deepEqual(
    named.map(({ others, leftOut }) => [others.length, leftOut]),
    [...Array.from({ length: 4 }, () => [12, 9_988]), [0, 10_000], [0, 10_000]],
  )
  assert.ok(named[0]?.others.some(({ name }) => name === 'Имя'))
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
  for (const text of ['AND', 'AND Mali', 'Mali AND', '(AND Mali)', 'Mali AND AND Niger'])
    assert.match(told(text)[1], /AND needs/, text)
  assert.match(told('title:Mali')[1], /no filter “title:”.*lang: outlet: site: before: after:/)
  assert.match(told('lang:')[1], /no value.*lang:ar/)
  assert.match(told('lang:arabic!')[1], /not a language tag.*lang:fa/)
  assert.match(told('before:2023-02-30')[1], /not a date that exists.*2023-09-16/)
  assert.match(told('in:translation Mali')[1], /no “in:translation”.*in:original/)
  assert.match(told('Mali OR in:original')[1], /whole search.*\(Mali OR Niger\) in:original/)
  assert.match(told('Mali -in:original')[1], /whole search/)
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
