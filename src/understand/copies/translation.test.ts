import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../lib/analyse/analyse.ts'
import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { alignTranslation } from './align-translation.ts'
import { findAnchors } from './find-anchors.ts'
import { handMade } from './fixtures/hand-made.ts'
import { isOneName, skeletonOf } from '../../lib/name-skeleton.ts'
import { knowWordsOf } from './know-words.ts'
import { readNumbers } from './read-numbers.ts'
import { sketchDocument } from './sketch-document.ts'
import { splitSentences } from './split-sentences.ts'
import { translationKeys } from './translation-keys.ts'

const skeleton = (name: string) => skeletonOf(foldWord(name))

test('a name has one skeleton in every script', () => {
  for (const names of [
    ['Bamako', 'Бамако', 'باماكو', '巴马科', 'バマコ', '바마코', 'Μπαμάκο', 'במקו', 'बमाको'],
    ['Guterres', 'Гутерриш', 'غوتيريش', '古特雷斯'],
    ['Valishin', 'Валишин', 'فاليشين'],
    ['Shamkhani', 'Шамхани', 'شمخانی'],
  ])
    for (const name of names.slice(1)) assert.ok(isSame(names[0] ?? '', name), `${name} is ${skeleton(name)}`)
})

function isSame(one: string, other: string): boolean {
  return isOneName(skeleton(one), skeleton(other)) || skeleton(one) === skeleton(other)
}

test('numbers are read in figures and words of any script', () => {
  const cases: readonly (readonly [string, string, readonly number[]])[] = [
    ['en', 'nearly 33 million tonnes, and two hundred and six ships', [33_000_000, 206]],
    ['en', 'Three hundred million, one billion, four billion', [300_000_000, 4_000_000_000]],
    ['fr', 'Environ 4 000 personnes et 2,3 millions de tonnes', [4_000, 2_300_000]],
    ['es', 'unos mil quinientos efectivos y 25.000 toneladas', [1_500, 25_000]],
    ['ru', 'около 33 млн тонн, 7,4 миллиона, двадцать пять судов', [33_000_000, 7_400_000, 25]],
    ['ar', 'نحو ستة آلاف شخص، وثلاثين ألفًا', [6_000, 30_000]],
    ['fa', 'نزدیک به 33 میلیون تُن و 4300 هکتار', [33_000_000, 4_300]],
    ['zh-Hans', '2.5万至5万吨，約三千三百萬，740万美元', [25_000, 50_000, 33_000_000, 7_400_000]],
    ['id', 'tiga ratus juta rupiah', [300_000_000]],
    ['de', 'insgesamt 145.000 Dosen', [145_000]],
  ]
  for (const [language, sentence, values] of cases)
    assert.deepEqual(
      readNumbers(sentence, analyse(sentence), knowWordsOf(language)).map(({ value }) => value),
      values,
      sentence,
    )
})

test('days are the same day in every calendar', () => {
  const published = Date.UTC(2023, 6, 18)
  for (const [language, sentence] of [
    ['en', 'It ended on July 17 in the afternoon of that day.'],
    ['fr', 'L’accord a pris fin le 17 juillet dans la journée.'],
    ['ru', 'Сделка завершилась 17 июля, сообщили сегодня.'],
    ['ar', 'انتهى الاتفاق يوم 17 يوليو في المساء أمس.'],
    ['ar', 'انتهى الاتفاق يوم ١٧ تموز في المساء أمس.'],
    ['fa', 'توافق روز ۲۶ تیر ۱۴۰۲ به پایان رسید و تمدید نشد.'],
    ['zh-Hans', '协议于7月17日到期，各方没有达成新的协议。'],
    ['id', 'Kesepakatan itu berakhir Senin (17/7/2023) sore hari.'],
  ] as const) {
    const codes = findAnchors(sentence, language, published).flatMap(({ anchors }) => anchors.map(({ code }) => code))
    assert.ok(codes.includes('d:7-17'), `${sentence} ${codes.join(' ')}`)
  }
})

test('countries are one thing in every language, also as adjectives', () => {
  for (const [language, sentence] of [
    ['en', 'In the capital the Malian army marched through the streets.'],
    ['fr', 'Dans la capitale, le Mali a célébré la fête de son armée.'],
    ['ru', 'В столице Мали прошёл парад вооружённых сил страны.'],
    ['ar', 'وفي عاصمة مالي جرى عرض عسكري للقوات المسلحة.'],
    ['zh-Hans', '马里首都举行了阅兵式，庆祝建军节，民众上街观看。'],
  ] as const) {
    const codes = findAnchors(sentence, language, null).flatMap(({ anchors }) => anchors.map(({ code }) => code))
    assert.ok(codes.includes('c:ML'), `${sentence} ${codes.join(' ')}`)
  }
})

test('a sentence does not end at an abbreviation, and ends where scripts have no spaces', () => {
  const cut = (text: string) => splitSentences(text, 100).map(({ start, end }) => text.slice(start, end))
  assert.deepEqual(cut('BAMAKO, 16 sept. 2023. Mr. Ali met U.S. envoys. They left.'), [
    'BAMAKO, 16 sept. 2023.',
    'Mr. Ali met U.S. envoys.',
    'They left.',
  ])
  assert.deepEqual(cut('他说：“不。”然后离开。\n第二天回来。'), ['他说：“不。”', '然后离开。', '第二天回来。'])
})

const sketches = new Map(handMade.map(({ document }) => [document.id, sketchDocument(document).sketch]))

test('a translation walks through its original from end to end, and a report of the same event does not', () => {
  const walk = (one: string, other: string) =>
    alignTranslation(sketches.get(one)?.sentences ?? [], sketches.get(other)?.sentences ?? [])
  const copy = walk('agence-calanque.example/pont', 'al-mirqab.example/jisr')
  const report = walk('agence-calanque.example/pont', 'nahar-al-sahil.example/jisr-temba')
  assert.ok(copy.ofFirst > 0.95 && copy.ofSecond > 0.95)
  assert.ok(copy.score > 2 * report.score, `${copy.score} against ${report.score}`)
  assert.ok(copy.codes.includes('n:318') && copy.codes.includes('n:1974'))
})

test('the walk is the same from both sides', () => {
  const [one, other] = ['vestnik-zaliva.example/sud', 'beigang-hangyun.example/kalisituo'].map(
    (id) => sketches.get(id)?.sentences ?? [],
  )
  assert.ok(one && other)
  const [there, back] = [alignTranslation(one, other), alignTranslation(other, one)]
  assert.ok(Math.abs(there.score - back.score) < 0.15 * there.score, `${there.score} and ${back.score}`)
})

test('translations look under each other’s keys across the border of a fortnight', () => {
  const [original, copy] = ['fenland-courier.example/saffron', 'bazargan.example/zaferan'].map(
    (id) => sketches.get(id)?.sentences ?? [],
  )
  assert.ok(original && copy)
  const border = Math.ceil(Date.UTC(2024, 10, 3) / (14 * 86_400_000)) * 14 * 86_400_000
  const filed = new Set(translationKeys(original, border - 3_600_000).file)
  const shared = translationKeys(copy, border + 3_600_000).look.filter((key) => filed.has(key))
  assert.ok(shared.length >= 3)
  const late = translationKeys(copy, border + 60 * 86_400_000).look.filter((key) => filed.has(key))
  assert.deepEqual(late, [])
})
