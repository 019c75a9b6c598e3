import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchCode } from './language-codes.ts'

const libre = ['ar', 'en', 'es', 'fa', 'nb', 'pb', 'pt', 'ru', 'sr', 'zh', 'zt', 'he', 'tl', 'id']
const deepl = ['AR', 'EN-GB', 'EN-US', 'ES', 'PT-BR', 'PT-PT', 'ZH', 'ZH-HANS', 'ZH-HANT', 'NB', 'RU']
const nllb = [
  'arb_Arab',
  'eng_Latn',
  'pes_Arab',
  'prs_Arab',
  'zho_Hans',
  'zho_Hant',
  'srp_Cyrl',
  'pbt_Arab',
  'hin_Deva',
]
const opus = ['spa', 'eng', 'hbs', 'por', 'cat']

for (const [tag, codes, side, code] of [
  ['zh-Hans', libre, 'target', 'zh'],
  ['zh-Hant', libre, 'target', 'zt'],
  ['zh-TW', libre, 'source', 'zt'],
  ['zh-HK', deepl, 'target', 'ZH-HANT'],
  ['zh', deepl, 'target', 'ZH'],
  ['zh-Hant', ['zh'], 'source', 'zh'],
  ['zh-Hant', ['zh', 'en'], 'target', undefined],
  ['pt-BR', libre, 'target', 'pb'],
  ['pt-PT', libre, 'target', 'pt'],
  ['pt-BR', deepl, 'target', 'PT-BR'],
  ['en', deepl, 'target', 'EN-US'],
  ['en-GB', deepl, 'target', 'EN-GB'],
  ['sr-Latn', libre, 'source', 'sr'],
  ['sr-Latn', libre, 'target', undefined],
  ['sr-Cyrl', libre, 'target', 'sr'],
  ['hr', opus, 'source', 'hbs'],
  ['hr', opus, 'target', undefined],
  ['prs', libre, 'source', 'fa'],
  ['fa-AF', nllb, 'source', 'prs_Arab'],
  ['fa', nllb, 'source', 'pes_Arab'],
  ['ps', nllb, 'target', 'pbt_Arab'],
  ['ar', nllb, 'source', 'arb_Arab'],
  ['no', libre, 'target', 'nb'],
  ['nn', deepl, 'source', 'NB'],
  ['iw', libre, 'source', 'he'],
  ['fil', libre, 'source', 'tl'],
  ['in', libre, 'target', 'id'],
  ['es-MX', opus, 'source', 'spa'],
  ['xx', libre, 'source', undefined],
  ['../etc', libre, 'source', undefined],
] as const) {
  test(`${tag} as a ${side} is “${code ?? 'nothing'}” among ${codes.slice(0, 3).join(', ')} …`, () => {
    assert.equal(matchCode(tag, codes, side), code)
  })
}
