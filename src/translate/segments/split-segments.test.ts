import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitSegments } from './split-segments.ts'

const split = (text: string, language: string | null): string[] =>
  splitSegments(text, [], language).map(({ start, end }) => text.slice(start, end))

const golden: readonly (readonly [language: string, sentences: readonly string[]])[] = [
  [
    'en',
    [
      'Gen. A. B. Osei met Mr. Diallo at 9.30 a.m. in St. Louis.',
      'They spoke of 3.5 tons of rice.',
      '“Why now?” he asked.',
      'Nobody answered!',
    ],
  ],
  ['en', ['The U.S. envoy left for the U.N. talks.', 'Cf. No. 7 of the list, e.g. the ferry.']],
  ['fr', ['M. Koné et Mme Traoré ont vu le gén. Barry.', 'Pourquoi ?', 'Personne ne le sait.']],
  ['es', ['El Gral. Ríos viajó a EE.UU. con la Sra. Peña.', '¿Cuándo vuelve?', 'Nadie lo sabe.']],
  [
    'de',
    [
      'Am 3. Oktober kam Dr. Klee in die St. Anna-Str. 5.',
      'Es waren z.B. drei Boote.',
      'Das 19. Jahrhundert war länger.',
    ],
  ],
  ['pl', ['Spotkanie z gen. Nowakiem trwało ok. 3 godz. i 20 minut.', 'Potem wyszli.']],
  [
    'ru',
    ['В 2019 г. генерал А. Б. Сорокин уехал из г. Энск.', 'Он взял 5 тыс. руб. и письмо.', 'Зачем?', 'Неизвестно.'],
  ],
  ['uk', ['У 2021 р. проф. Гай жив на вул. Садовій.', 'Потім він поїхав.']],
  ['ar', ['التقى د. سالم الوزير في الميناء.', 'هل وصل القارب؟', 'قال أ. ب. حسن إنه لا يعرف.', 'انتهى الاجتماع!']],
  ['fa', ['دکتر. امینی به بندر رفت.', 'آیا قایق رسید؟', 'هیچ‌کس نمی‌داند.']],
  ['ur', ['وزیر نے بندرگاہ کا دورہ کیا۔', 'کیا کشتی پہنچ گئی؟', 'کسی کو معلوم نہیں۔']],
  ['zh', ['部长昨天访问了港口。', '他问：“船到了吗？”', '没有人回答。', '会议结束了！']],
  ['hi', ['डॉ. राव बंदरगाह गए।', 'नाव कहाँ है?', 'कोई नहीं जानता।']],
  ['tr', ['Prof. Dr. Aydın 5. Kolordu’yu ziyaret etti.', 'Gemi geldi mi?', 'Kimse bilmiyor.']],
]

for (const [language, sentences] of golden) {
  test(`${language}: sentences end where a reader of the language ends them (${sentences[0]?.slice(0, 24)}…)`, () => {
    const between = language === 'zh' ? '' : ' '
    assert.deepEqual(split(sentences.join(between), language), sentences)
  })
}

test('no letter is lost or said twice, whatever the text, and offsets are in order', () => {
  const texts = [
    ...golden.map(([, sentences]) => sentences.join(' ')),
    '',
    '…',
    'a',
    '\u0000.\ud800. x',
    '« Oui. » — « Non ! »',
    '١. ٢. ٣.',
  ]
  for (const text of texts) {
    for (const language of ['en', 'ar', 'zh', 'de', null, 'x-nonsense-tag', '../etc']) {
      const spans = splitSegments(text, [], language)
      const outside = spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
      assert.doesNotMatch(outside, /[\p{L}\p{N}]/u, text)
      for (const [at, span] of spans.entries())
        assert.ok(span.start < span.end && span.start >= (spans[at - 1]?.end ?? 0))
    }
  }
})

test('a segment never reaches over the end of a block, and text outside blocks is not translated', () => {
  const text = 'Head line without stop\nFirst. Second.\nmenu'
  const blocks = [
    { kind: 'heading', start: 0, end: 22 },
    { kind: 'paragraph', start: 23, end: 37 },
  ] as const
  assert.deepEqual(
    splitSegments(text, blocks, 'en').map(({ start, end, kind }) => [kind, text.slice(start, end)]),
    [
      ['heading', 'Head line without stop'],
      ['paragraph', 'First.'],
      ['paragraph', 'Second.'],
    ],
  )
})

test('a page without a single stop is cut into pieces that engines take, between whole characters', () => {
  const spans = splitSegments('ก'.repeat(5_000) + '😀'.repeat(2_000), [], 'th')
  assert.ok(spans.every(({ start, end }) => end - start <= 1_200))
  assert.equal(spans.length, 5, 'pictures alone are nothing to translate')
  const text = '😀a'.repeat(1_000)
  for (const { start, end } of splitSegments(text, [], null)) assert.ok(text.slice(start, end).isWellFormed())
})

test('half a million letters of stops and quotation marks take no longer than their length', () => {
  const text = 'a."” '.repeat(100_000)
  assert.ok(splitSegments(text, [], 'en').length > 0)
})
