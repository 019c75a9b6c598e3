import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, tokenStream } from './analyse.ts'
import { queryVariants } from './query-variants.ts'

const chains = (text: string) => queryVariants(text).map((chain) => chain.join(' '))

test('most words are looked for in one way', () => {
  assert.deepEqual(chains('Alliance'), ['allianc'])
  assert.deepEqual(chains('"Burkina Faso"'), ['burkina faso'])
  assert.deepEqual(chains('…'), [])
})

test('short Arabic and Russian words are looked for with what may be written onto them', () => {
  for (const form of ['غزة', 'وغزة', 'بغزة', 'لغزة']) assert.ok(chains('غزة').includes(tokenStream(form)), form)
  for (const form of ['Чад', 'Чада', 'Чаду', 'Чадом']) assert.ok(chains('Чад').includes(tokenStream(form)), form)
})

test('short Russian words of four letters are looked for in their other cases, and Мали stays Мали', () => {
  for (const form of ['море', 'моря', 'морю', 'морем'])
    assert.ok(chains('Чёрное море').includes(tokenStream(`Чёрном ${form}`)), form)
  for (const form of ['Газа', 'Газы', 'Газе', 'Газу']) assert.ok(chains('Газа').includes(tokenStream(form)), form)
  assert.deepEqual(chains('Мали'), ['мали'])
})

test('a phrase of many short words does not explode', () => {
  assert.ok(chains('غزة غزة غزة غزة غزة').length <= 24)
})

test('a run is found wherever a sentence has words ending at its two ends', () => {
  const sentences = [
    'สรรหาและเสนอชื่อผู้แทน',
    '在萨赫勒国家联盟成立后，发展中国家外交部长访问北京市',
    '東京都知事がサヘル諸国連合の設立について述べた',
  ]
  for (const sentence of sentences) {
    const words = analyse(sentence)
    for (let at = 0; at + 2 < words.length; at++) {
      const run = sentence.slice(words[at]?.start, words[at + 2]?.end)
      if (/\p{P}/u.test(run)) continue
      assert.ok(
        chains(run).some((chain) => ` ${tokenStream(sentence)} `.includes(` ${chain} `)),
        run,
      )
    }
  }
})
