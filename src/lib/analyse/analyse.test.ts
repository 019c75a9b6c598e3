import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, tokenStream } from './analyse.ts'

/** Sentences of many scripts and habits, for the laws below. */
const samples = [
  'The Alliance of Sahel States was founded on 16 September 2023; Niger’s ministers signed.',
  'L’Alliance des États du Sahel a été créée par les chefs d’État, aujourd’hui à Bamako.',
  'A aliança foi criada; as nações do Sahel e suas fundações assinaram. ¿Qué dijeron los países?',
  'Министры подписали хартию: ещё три страны — Мали, Нигер и Буркина-Фасо. Її п’ять об’єктів.',
  'قال وزير الخارجية المكلف إنّ عمليّة «طوفان الأقصى» مُستمرّة، وطوفانٌ آخر للبنان والوزارات.',
  'نیروهای کشور‌های آفریقایی می‌گویند در ۱۶ شهریور ۱۴۰۲ پیمان بسته شد؛ خانهٔ ما.',
  'د افغانستان د بهرنیو چارو وزارت وايي چې ښځې او ګډونوال راغلل.',
  '马里、布基纳法索和尼日尔成立萨赫勒国家联盟，外交部长在巴马科签署宪章。',
  '東京都知事が会見し、サヘル諸国連合の設立についてｶﾞｻﾞ地区と述べた。',
  '사헬국가동맹은 2023년 9월에 대통령의 서명으로 세워졌다.',
  'ประเทศมาลี บูร์กินาฟาโซ และไนเจอร์ก่อตั้งพันธมิตรในปี ๒๕๖๖',
  'माली, बुर्किना फासो और नाइजर ने २०२३ में गठबंधन बनाया।',
  'İSTANBUL’da ırak ve Straße, Œuvre, Ærø; ΟΔΟΣ Οδός; צה"ל והממשלה; U.S. and 1,000 or 1.000.000',
  'ＡＢＣ１２３ ﷲ ٢٠٢٣م 𝟙𝟚 𠮷野家 e\u0301te\u0301 a\u00adb \u202eevil\u202c x\u0000y \ud800z',
]

const tokens = (text: string) => analyse(text).map(({ token }) => token)

function assertSame(...forms: readonly string[]) {
  const [first = '', ...others] = forms
  for (const other of others) assert.equal(tokenStream(other), tokenStream(first), `${other} is not ${first}`)
}

test('case, diacritics, compatibility forms and digits make no difference', () => {
  assertSame('istanbul', 'İSTANBUL', 'Istanbul', 'ıstanbul')
  assertSame('strasse', 'Straße', 'STRASSE')
  assertSame('Etat', 'État', 'E\u0301tat', 'ＥＴＡＴ')
  assertSame('оδός'.replace('о', 'ο'), 'ΟΔΟΣ', 'οδος')
  assertSame('2023', '٢٠٢٣', '۲۰۲۳', '२०२३', '๒๐๒๓', '２０２３', '𝟚𝟘𝟚𝟛')
  assertSame('еще', 'ещё', 'ЕЩЁ')
  assertSame('мой', 'мои\u0306')
  assert.notEqual(tokenStream('мой'), tokenStream('мои'))
})

test('the letters of Arabic, Persian, Urdu and Pashto keyboards are one', () => {
  assertSame('علي', 'على', 'علی', 'عَلِيّ', 'عـــلي', 'ﻋﻠﻲ')
  assertSame('كتاب', 'کتاب', 'ڪتاب')
  assertSame('احمد', 'أحمد', 'إحمد', 'آحمد', 'ٱحمد')
  assertSame('مدرسه', 'مدرسة', 'مدرسہ', 'مدرسۃ')
  assertSame('مسوول', 'مسؤول')
  assertSame('کشورها', 'کشور‌ها', 'كشورها')
})

test('a word and the word with article, proclitic or plural are one', () => {
  assertSame('طوفان', 'الطوفان', 'وطوفان', 'والطوفان', 'بالطوفان', 'للطوفان', 'وللطوفان')
  assertSame('وزارة', 'الوزارة', 'والوزارات', 'وزارات', 'بوزارة')
  assertSame('حكومة', 'حكومات', 'وللحكومات', 'الحكومة')
  assertSame('قوات', 'القوات', 'وقوات', 'للقوات')
  assertSame('لبنان', 'للبنان', 'ولبنان', 'بلبنان')
  assertSame('مسلمون', 'المسلمين', 'والمسلمون')
  assertSame('کشور', 'کشورها', 'کشور‌های')
  assertSame('نیرو', 'نیروی', 'نیروهای')
})

test('words that only look as if they had a proclitic keep it', () => {
  assert.deepEqual(tokens('وزير بلد كتاب لبنان فلسطيني الله'), ['وزير', 'بلد', 'كتاب', 'لبنان', 'فلسطيني', 'الله'])
})

test('light endings come off in Latin and Cyrillic letters', () => {
  assertSame('state', 'states', 'State’s', 'STATES')
  assertSame('ally', 'allies')
  assertSame('national', 'nationale', 'nationales', 'nationaux')
  assertSame('nação', 'nações')
  assertSame('país militar', 'pais militares')
  assertSame('nación', 'naciones')
  assertSame('negara', 'negara')
  assertSame('пресловутое министерство', 'пресловутого министерства', 'пресловутыми министерствами')
  assertSame('Россия', 'России', 'Россию', 'Россией')
  assertSame('министр', 'министров', 'министрами', 'министру')
})

test('names are not mangled into other words', () => {
  for (const [name, word] of [
    ['Мали', 'мал'],
    ['Газа', 'газ'],
    ['Paris', 'pari'],
    ['Laos', 'lao'],
    ['Hamas', 'hama'],
    ['Chile', 'chil'],
    ['Kenya', 'ke'],
    ['Лавров', 'лавр'],
  ] as const) {
    assert.notEqual(tokenStream(name), word)
  }
})

test('apostrophes, numbers and abbreviations are read as words', () => {
  assert.deepEqual(tokens("l'Alliance d’Abuja"), tokens('Alliance Abuja'))
  assert.deepEqual(tokens("Niger's O'Brien Qa'ida Saʿūd п'ять"), ['niger', 'obrien', 'qaida', 'saud', 'пять'])
  assert.deepEqual(tokens('1,000 1.000.000 3.5 16.09.2023 U.S. U.S'), [
    '1000',
    '1000000',
    '3',
    '5',
    '16',
    '09',
    '2023',
    'us',
    'us',
  ])
  assert.deepEqual(tokens('COVID-19 2023م AES는'), ['covid', '19', '2023', 'م', 'aes', '는'])
  assert.deepEqual(tokens('צה"ל "אמר"'), ['צהל', 'אמר'])
})

test('scripts without spaces are cut into words, not characters', () => {
  assert.deepEqual(tokens('发展中国家'), ['发展', '中', '国家'])
  assert.deepEqual(tokens('萨赫勒国家联盟'), ['萨', '赫', '勒', '国家', '联盟'])
  assert.deepEqual(tokens('外交部长访问北京市'), ['外交', '部长', '访问', '北京', '市'])
  assert.deepEqual(tokens('ประเทศไทย'), ['ประเทศไทย'])
  assert.deepEqual(tokens('한국의 대통령은'), ['한국', '대통령'])
})

test('law: offsets are exact, in order and apart, and the slice alone is the same token', () => {
  for (const text of samples) {
    let last = 0
    for (const { token, start, end } of analyse(text)) {
      assert.ok(start >= last && end > start && end <= text.length, `${token} ${start}–${end}`)
      assert.equal(tokenStream(text.slice(start, end)).replaceAll(' ', ''), token)
      last = end
    }
  }
})

test('law: composed and decomposed text, and other case, have the same tokens', () => {
  for (const text of samples) {
    const expected = tokens(text.normalize('NFC'))
    assert.deepEqual(tokens(text.normalize('NFD')), expected)
    assert.deepEqual(tokens(text.normalize('NFC').toUpperCase().toLowerCase()), expected)
  }
})

test('law: tokens hold letters, marks and digits only, and are never long', () => {
  for (const text of [...samples, ...wildTexts(300)]) {
    for (const { token } of analyse(text)) {
      assert.match(token, /^[\p{L}\p{M}\p{N}]+$/u)
      assert.ok(token.length <= 64 && token.isWellFormed())
    }
  }
})

test('law: the stream is the tokens with a space between', () => {
  for (const text of [...samples, ...wildTexts(100)]) assert.equal(tokenStream(text), tokens(text).join(' '))
})

test('law: a text does not change its tokens by standing beside another', () => {
  for (const left of samples) {
    for (const right of samples.slice(0, 4))
      assert.deepEqual(tokens(`${left}\n${right}`), [...tokens(left), ...tokens(right)])
  }
})

test('hostile text is read in about the time its length asks for', () => {
  for (const unit of ['a.', '1,', "l'", 'א"', 'ول', 'e\u0301', '国', 'ก', '\u0301', '\u200c', '𠮷']) {
    assert.ok(analyse(unit.repeat(50_000)).length <= 100_000)
  }
})

/** Strings of letters, marks, halves of letters and syntax, the same on every run. */
function wildTexts(count: number): string[] {
  const alphabet = [
    ...'aZß9ıİ’\'".,-_:*()é',
    'ا',
    'ل',
    'و',
    'ة',
    '\u200c',
    '\u0640',
    '\u064e',
    '国',
    '家',
    'ア',
    'ｶﾞ',
    'ก',
    'ิ',
    '\u0301',
    '\ud83d',
    '\udc00',
    '𠮷',
    '𝟙',
    'ﷲ',
    '가',
    'ᄀ',
    'ᅡ',
    '٣',
    '\u0000',
    '½',
    '①',
    ' ',
  ]
  let state = 11
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(next() * 30) }, () => alphabet[Math.floor(next() * alphabet.length)]).join(''),
  )
}
