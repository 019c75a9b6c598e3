import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeText } from './encode-text.ts'

const texts = {
  'windows-1256': 'صدر اليوم في بكين بيان ثلاثي، 1444 هـ',
  'windows-1251': 'Париж уходит из Нигера — что изменит «союз»',
  'koi8-r': 'Подарок на двести тысяч тонн',
  gb18030: '沙特伊朗北京对话取得成果，两国同意恢复外交关系。',
} as const

for (const [charset, text] of Object.entries(texts)) {
  test(`${charset}: the platform’s own decoder reads back what was written, and UTF-8 does not`, () => {
    const bytes = encodeText(text, charset)
    assert.equal(new TextDecoder(charset, { fatal: true }).decode(bytes), text)
    assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  })
}

test('a letter the charset lacks becomes a character reference', () => {
  assert.equal(new TextDecoder('windows-1251').decode(encodeText('Ж ā', 'windows-1251')), 'Ж &#257;')
})
