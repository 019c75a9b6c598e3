import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCommonWords } from './common-words.ts'

test('everyday things are found by the same name in every language, inflected and with what is written before them', () => {
  for (const [language, sentence] of [
    ['en', 'The bridge over the river is closed.'],
    ['ru', 'Мост через реку закрыт.'],
    ['uk', 'Міст через річку закрито.'],
    ['ar', 'أُغلق الجسر فوق النهر وهو مغلق اليوم.'],
    ['fa', 'پل روی رودخانه بسته است.'],
    ['ur', 'دریا پر پل بند ہے۔'],
    ['hi', 'नदी पर पुल बंद है।'],
    ['tr', 'Nehrin üzerindeki köprü kapandı.'],
    ['es', 'El puente sobre el río está cerrado.'],
    ['fr', 'Le pont sur la rivière est fermé.'],
    ['pt', 'A ponte sobre o rio está fechada.'],
    ['id', 'Jembatan di atas sungai ditutup, tutup.'],
    ['zh-Hans', '河上的桥关闭了。'],
    ['ja', '川の橋が閉鎖された。'],
  ] as const) {
    const found = findCommonWords(sentence, language)
    for (const thing of ['bridge', 'river', 'close']) assert.ok(found.has(thing), `${language}: ${thing}`)
    assert.ok(!found.has('winter') && !found.has('court'), language)
  }
})

test('a language that is not known has none, and no text of any size takes long', () => {
  assert.equal(findCommonWords('მოსტ', 'ka').size, 0)
  assert.equal(findCommonWords('The bridge', null).size, 0)
  assert.ok(findCommonWords('не '.repeat(100_000), 'ru').has('not'))
})
