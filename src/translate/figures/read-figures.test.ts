import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendarDates } from './calendar-dates.ts'
import { findCalendarWords } from './calendar-words.ts'
import { readDigits, readFigures } from './read-figures.ts'

const values = (text: string, language: string | null): number[] =>
  readFigures(text, language).map(({ value }) => value)

test('the same number is read from any digits and grouping', () => {
  for (const [figure, value] of [
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200', 1200],
    ['12,34,567', 1234567],
    ['3,5', 3.5],
    ['3.25', 3.25],
    ['1.234,5', 1234.5],
    ['0.125', 0.125],
    ['1’000’000', 1e6],
  ] as const)
    assert.equal(readDigits(figure), value, figure)
  assert.deepEqual(values('٢٦ قاربا و١٬٢٠٠ طن', 'ar'), [26, 1200])
  assert.deepEqual(values('३५ नाव', 'hi'), [35])
})

test('numbers in words are read where they can be decided', () => {
  assert.deepEqual(values('two hundred and five men', 'en'), [205])
  assert.deepEqual(values('twenty-one boats, three tons', 'en'), [21, 3])
  assert.deepEqual(values('Двести? сто двадцать тысяч человек', 'ru'), [200, 120_000])
  assert.deepEqual(values('خمسة وعشرون رجلا', 'ar'), [25])
  assert.deepEqual(values('十八元，两名士兵，三万人', 'zh'), [18, 2, 30_000])
  assert.deepEqual(values('3,2 млрд рублей и 5 тыс. тонн', 'ru'), [3.2e9, 5000])
  assert.deepEqual(values('26万人', 'zh'), [260_000])
  assert.deepEqual(values('one of them, a man', 'fr'), [], 'words of another language are no numbers')
})

test('days and months are named by the platform in any language', () => {
  assert.deepEqual([...findCalendarWords('в среду, 5 марта', 'ru')].sort(), ['day:3', 'month:3'])
  assert.deepEqual([...findCalendarWords('on Wednesday, 5 March', 'en')].sort(), ['day:3', 'month:3'])
  assert.deepEqual([...findCalendarWords('星期三', 'zh')], ['day:3'])
  assert.deepEqual([...findCalendarWords('nothing', null)], [])
})

test('hundreds and thousands in words, trillions, halves, ordinals that end a number, compounds', () => {
  for (const [language, words, value] of [
    ['ar', 'ألفا وخمسمئة شخص', 1500],
    ['ar', 'مئتا جندي', 200],
    ['ar', 'ثلاثين ألفًا', 30_000],
    ['fa', 'هزار و سیصد خانوار', 1300],
    ['ps', '۷۲۵ زره ټنه', 725_000],
    ['es', 'mil quinientos soldados', 1500],
    ['pt', 'dois mil e trezentos', 2300],
    ['fr', 'quatre-vingt-dix-sept', 97],
    ['tr', 'bin iki yüz işçi', 1200],
    ['de', 'zweihundertfünfzig', 250],
    ['de', 'einundzwanzig', 21],
    ['id', 'dua puluh lima', 25],
    ['id', 'tiga belas', 13],
    ['ru', 'сорок первая', 41],
    ['ru', 'две с половиной тысячи', 2500],
    ['ru', 'полтора миллиона', 1_500_000],
    ['uk', 'двісті сорок', 240],
    ['zh', '三萬改成一萬二', 30_000],
    ['en', 'one and a half million', 1_500_000],
    ['en', 'twenty-first', 21],
    ['en', 'a fifty-kilo sack', 50],
    ['en', '3.2 trillion', 3.2e12],
  ] as const)
    assert.equal(values(words, language)[0], value, words)
  assert.deepEqual(values('三萬改成一萬二', 'zh'), [30_000, 12_000])
  assert.deepEqual(values('treinta y siete por ciento', 'es'), [37], 'percent is no hundred')
  assert.deepEqual(values('der Hundertste', 'de'), [], 'a word that is not whole a number is none')
})

test('days of the Persian and Islamic calendars are known in ours, the Islamic ones with the days beside them', () => {
  assert.deepEqual(readCalendarDates('۲۲ بهمن ۱۴۰۱'), [
    [
      { own: 22, ours: [11] },
      { own: 1401, ours: [2023] },
    ],
  ])
  assert.ok(readCalendarDates('١ محرم ١٤٤٥')[0]?.[0]?.ours.includes(19))
  assert.deepEqual(readCalendarDates('۴۰ بهمن ۱۴۰۱, ۱ هیچ ۱۴۰۱'), [])
})

test('months have the names of the country that prints them', () => {
  assert.deepEqual([...findCalendarWords('في كانون الثاني', 'ar')], ['month:1'])
  assert.deepEqual([...findCalendarWords('в июле', 'ru')], ['month:7'])
})
