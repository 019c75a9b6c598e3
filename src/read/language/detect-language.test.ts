import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectLanguage } from './detect-language.ts'
import { fixtureSentences } from './fixture-sentences.ts'

const sentences: Readonly<Record<string, string>> = {
  ar: 'أعلنت وزارة النقل أمس أن الجسر القديم سيغلق أمام السيارات حتى نهاية الشهر.',
  fa: 'وزارت راه اعلام کرد که پل قدیمی تا پایان این ماه به روی خودروها بسته می‌شود.',
  ps: 'د ترانسپورټ وزارت وویل چې زوړ پل به د دې میاشتې تر پایه د موټرو پر مخ تړلی وي.',
  ur: 'وزارت نے بتایا کہ پرانا پل اس مہینے کے آخر تک گاڑیوں کے لیے بند رہے گا۔',
  ckb: 'وەزارەتی گواستنەوە ڕایگەیاند کە پردە کۆنەکە هەتا کۆتایی ئەم مانگە بۆ ئۆتۆمبێل دادەخرێت.',
  ru: 'Министерство транспорта сообщило, что старый мост закроют для машин до конца месяца.',
  uk: 'Міністерство повідомило, що старий міст закриють для автомобілів до кінця місяця.',
  fr: 'Le ministère a annoncé hier que le vieux pont sera fermé aux voitures jusqu’à la fin du mois.',
  es: 'El ministerio anunció ayer que el puente viejo estará cerrado a los coches hasta fin de mes.',
  pt: 'O ministério anunciou ontem que a ponte velha ficará fechada aos carros até ao fim do mês.',
  id: 'Kementerian mengumumkan kemarin bahwa jembatan lama akan ditutup untuk mobil sampai akhir bulan.',
  en: 'The ministry said yesterday that the old bridge would be closed to cars until the end of the month.',
}

for (const [language, text] of Object.entries(sentences)) {
  test(`a sentence in ${language} is told from its neighbours`, async () => {
    assert.equal((await detectLanguage(text))?.language, language)
  })
}

test('Chinese says in which script it is', async () => {
  assert.equal((await detectLanguage('交通部昨天宣布，旧桥将对汽车关闭到月底。'))?.language, 'zh-Hans')
  assert.equal((await detectLanguage('交通部昨天宣布，舊橋將對汽車關閉到月底。'))?.language, 'zh-Hant')
})

test('where there is no letter there is no guess, and a short word leaves doubt', async () => {
  for (const text of ['', '   ', '12.05.2026', '😀😀', '\u0000\u0007'])
    assert.equal(await detectLanguage(text), undefined)
  const word = await detectLanguage('Radio')
  assert.ok((word?.confidence ?? 0) < 0.9)
})

test('a text of any size and make is answered', async () => {
  const strange = ['a'.repeat(2_000_000), 'слово word كلمة 字 '.repeat(50_000), '\ud800'.repeat(1000)]
  for (const text of strange) {
    const guess = await detectLanguage(text)
    assert.ok(guess === undefined || (guess.confidence >= 0 && guess.confidence <= 1))
  }
})

test('of sentences in more than a hundred languages, nineteen of twenty are told, and none of the desk’s first languages is missed', async () => {
  const sentences = fixtureSentences()
  const missed: string[] = []
  for (const { language, line } of sentences)
    if ((await detectLanguage(line))?.language !== language) missed.push(`${language}: ${line}`)
  assert.ok(new Set(sentences.map(({ language }) => language)).size > 100)
  assert.ok(missed.length <= sentences.length / 20, missed.join('\n'))
  const first = /^(?:fa|fa-AF|ps|ur|ckb|ar|ku|ug|tk|uz|uz-Cyrl|tg|ky|kk|id|zh-Hans|zh-Hant): /
  assert.deepEqual(
    missed.filter((one) => first.test(one)),
    [],
  )
})

test('two words cut out of a sentence are judged with the doubt they deserve', async () => {
  let [sure, right, all] = [0, 0, 0]
  for (const { language, line } of fixtureSentences()) {
    const words = line.split(' ')
    if (words.length < 4) continue
    const guess = await detectLanguage(words.slice(1, 3).join(' '))
    all++
    sure += guess?.confidence ?? 0
    right += guess?.language === language ? 1 : 0
  }
  assert.ok(Math.abs(sure - right) / all < 0.1, `said ${(sure / all).toFixed(2)}, was ${(right / all).toFixed(2)}`)
})

test('what others expect tips the scales of a name, and not those of a sentence', async () => {
  const name = 'Radio Nacional'
  assert.equal((await detectLanguage(name, ['es']))?.language, 'es')
  assert.equal((await detectLanguage(name, ['pt']))?.language, 'pt')
  const english = sentences['en'] ?? ''
  assert.equal((await detectLanguage(english, ['id']))?.language, 'en')
})

test('one letter a thousand times is hardly a language', async () => {
  assert.ok(((await detectLanguage('a'.repeat(1000)))?.confidence ?? 0) < 0.3)
})
