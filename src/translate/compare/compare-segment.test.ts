import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openGlossary } from '../glossary/apply-glossary.ts'
import type { GlossaryTerm } from '../glossary/glossary-term.ts'
import { compareSegment } from './compare-segment.ts'

const kinds = (from: string, source: string, target: string, to = 'en'): string[] =>
  compareSegment({ source, target, from, to }, null).map(({ kind }) => kind)

test('a right translation raises nothing, in any digits, words, calendar or clock', () => {
  for (const [from, source, target] of [
    ['ar', 'وصل ٢٦ قاربا محملا بـ ١٬٢٠٠ طن يوم الأربعاء.', 'On Wednesday 26 boats with 1,200 tons arrived.'],
    [
      'fr',
      'Le 5 mars à 20h30, quinze camions ont quitté la ville au XIXe siècle.',
      'On 5 March at 8:30 p.m. fifteen trucks left the town in the 19th century.',
    ],
    ['fa', 'این سد در سال ۱۴۰۲ با ۳۵ مگاوات افتتاح شد.', 'The dam was opened in 2023 with 35 megawatts.'],
    [
      'ru',
      'Мост стоил 3,2 млрд рублей, длина 480 метров.',
      'The bridge cost 3.2 billion rubles and is 480 meters long.',
    ],
    ['zh', '两名士兵于2023年3月5日抵达，带来三万元。', 'Two soldiers arrived on 5 March 2023 with 30,000 yuan.'],
    ['de', 'Am 12.05.2021 kamen zwölf Boote.', 'On 12 May 2021 a dozen boats came.'],
    ['es', 'Uno de ellos dijo que no.', 'One of them said no.'],
  ] as const)
    assert.deepEqual(kinds(from, source, target), [], source)
})

test('a changed figure is flagged, whichever side has it', () => {
  const [gone, added] = compareSegment(
    { source: 'قتل ١٧ جنديا', target: 'Some 71 soldiers were killed', from: 'ar', to: 'en' },
    null,
  )
  assert.deepEqual([gone?.kind, added?.kind], ['figure', 'figure'])
  assert.match(gone?.words ?? '', /17/)
  assert.match(added?.words ?? '', /71/)
  assert.deepEqual(kinds('ru', 'Пришли двадцать человек', 'Thirty people came'), ['figure'])
  assert.deepEqual(kinds('fr', 'Il a coûté 3 millions.', 'It cost 3 billion.'), ['figure', 'figure'])
})

test('fractions, clocks, dozens and days of other calendars are the same figure said otherwise; the flag points at it', () => {
  for (const [from, source, target] of [
    ['ru', 'Двадцать пять процентов бюджета.', 'A quarter of the budget.'],
    ['tr', 'Toplantı saat 14.30’da başladı.', 'The meeting began at 2:30 p.m.'],
    ['zh', '会议下午3点半开始。', 'The meeting starts at 3:30 p.m.'],
    ['fa', 'جلسه در ۲۲ بهمن ۱۴۰۱ بود.', 'The meeting was on 11 February 2023.'],
    ['fr', 'Deux douzaines, soit 24 œufs.', 'Two dozen eggs.'],
    ['fr', 'À seize heures le bus part.', 'The bus leaves at four o’clock.'],
  ] as const)
    assert.deepEqual(kinds(from, source, target), [], source)
  const [gone] = compareSegment({ source: 'قتل ١٧ جنديا', target: 'Some soldiers died', from: 'ar', to: 'en' }, null)
  assert.equal(gone?.inOriginal, '١٧')
  assert.deepEqual(kinds('fa', 'جلسه در ۲۲ بهمن ۱۴۰۱ بود.', 'The meeting was on 15 February 2023.'), [
    'figure',
    'figure',
  ])
})

test('a day or a month that became another is flagged, one that is only left out is not', () => {
  assert.deepEqual(kinds('es', 'Llegó el martes a la ciudad.', 'He came to the town on Thursday.'), ['date'])
  assert.deepEqual(kinds('es', 'Llegó el martes a la ciudad.', 'He came to the town.'), [])
  assert.deepEqual(kinds('ru', 'Он приехал в апреле.', 'He came in August.'), ['date'])
})

test('what no translator writes is flagged: nothing, markup, prompts, loops, another language', () => {
  const source = 'وصل الوزير إلى الميناء القديم مساء أمس برفقة وفد كبير من الضباط.'
  const good = 'The minister reached the old port last night with a large delegation of officers.'
  assert.deepEqual(kinds('ar', source, good), [])
  assert.deepEqual(kinds('ar', source, ' … '), ['missing'])
  assert.deepEqual(kinds('ar', source, 'The minister.'), ['missing'])
  assert.deepEqual(kinds('ar', source, `<b>${good}</b>`), ['markup'])
  assert.deepEqual(kinds('ar', source, `Here is the translation: ${good}`), ['machine-marks'])
  assert.deepEqual(kinds('ar', source, source), ['language'])
  assert.deepEqual(
    kinds(
      'ar',
      source,
      'Le ministre est arrivé dans le vieux port avec une délégation pour les officiers et les soldats.',
    ),
    ['language'],
  )
  assert.deepEqual(kinds('ar', source, 'The minister reached the الميناء last night with a large delegation.'), [
    'language',
  ])
  assert.deepEqual(kinds('ar', source, 'The old port the old port the old port the old port of the city here'), [
    'machine-marks',
  ])
})

const terms: GlossaryTerm[] = [
  {
    key: 'barakat',
    kind: 'person',
    note: null,
    names: [
      { language: 'ar', text: 'سالم بركات', status: 'agreed' },
      { language: 'en', text: 'Salim Barakat', status: 'agreed' },
      { language: 'en', text: 'S. Barakat', status: 'admitted' },
      { language: 'en', text: 'Salem Barkat', status: 'forbidden' },
    ],
  },
]

test('an agreed name that is missing from the translation, or a forbidden one in it, is flagged', () => {
  const glossary = openGlossary(terms, 'ar', 'en')
  const flags = (target: string) =>
    compareSegment({ source: 'قال سالم بركات كلمته أمس', target, from: 'ar', to: 'en' }, glossary)
  assert.deepEqual(flags('Salim Barakat spoke yesterday'), [])
  assert.deepEqual(flags('S. Barakat spoke yesterday'), [])
  assert.match(flags('Salam Perakat spoke yesterday')[0]?.words ?? '', /agreed to be “Salim Barakat”/)
  assert.match(flags('Salem Barkat spoke yesterday')[0]?.words ?? '', /not to be used/)
})

test('a hostile pair costs no more than its length', () => {
  const source = '١'.repeat(50_000)
  const target = `${'<a '.repeat(20_000)}${'the the '.repeat(20_000)}`
  assert.ok(compareSegment({ source, target, from: 'ar', to: 'en' }, openGlossary(terms, 'ar', 'en')).length > 0)
})
