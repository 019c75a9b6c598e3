import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findDeclaredCharsets, readLabel } from './charset-declared.ts'
import { decodeText } from './charset.ts'
import { decodeEucKr } from './euc-kr.ts'

type Sample = { readonly charset: string; readonly text: string; readonly hex: string }

/** One sentence of ours in each charset, encoded by another program than Node. */
const samples: readonly Sample[] = JSON.parse(readFileSync(new URL('fixtures/charsets.json', import.meta.url), 'utf8'))
const bytesOf = (sample: Sample) => Buffer.from(sample.hex, 'hex')
const html = (contentType: string | null = null) => ({ contentType, kind: 'html' as const })
const utf8 = new TextEncoder()

for (const sample of samples) {
  test(`${sample.charset}: read right when declared, when nothing is declared, and when the server claims another`, () => {
    const declared = decodeText(bytesOf(sample), html(`text/html; charset=${sample.charset}`))
    assert.deepEqual(declared, { text: sample.text, charset: sample.charset, why: 'header', replaced: 0 })
    for (const claim of [
      null,
      'text/html; charset=UTF-8',
      'text/html; charset=ISO-8859-1',
      'text/html; charset=gb2312',
    ]) {
      const { text, charset } = decodeText(bytesOf(sample), html(claim))
      assert.deepEqual({ claim, text, charset }, { claim, text: sample.text, charset: sample.charset })
    }
  })

  test(`${sample.charset}: text in UTF-8 is read as UTF-8 although the server claims ${sample.charset}`, () => {
    const got = decodeText(utf8.encode(sample.text), html(`text/html; charset=${sample.charset}`))
    assert.deepEqual(got, { text: sample.text, charset: 'utf-8', why: 'guessed', replaced: 0 })
  })
}

test('a line of Arabic in a page of markup is enough to know its charset', () => {
  const line = samples.find((one) => one.charset === 'windows-1256')
  assert.ok(line)
  const page = Buffer.concat([Buffer.from('<div class="a"><a href="/x">Home</a></div>'.repeat(2_000)), bytesOf(line)])
  assert.equal(decodeText(page, html()).charset, 'windows-1256')
})

const aByteOrderMark: readonly (readonly [string, string, string])[] = [
  ['utf-8', 'efbbbf', 'd985d8a7d984d98a'],
  ['utf-16le', 'fffe', '4506270644064a06'],
  ['utf-16be', 'feff', '0645062706440 64a'.replace(' ', '')],
]
for (const [charset, mark, hex] of aByteOrderMark) {
  test(`a byte order mark of ${charset} is believed before everything else, and dropped`, () => {
    const got = decodeText(Buffer.from(mark + hex, 'hex'), html('text/html; charset=windows-1252'))
    assert.deepEqual(got, { text: 'مالي', charset, why: 'bom', replaced: 0 })
  })
}

test('UTF-16 without a mark is known by its zero bytes', () => {
  const page = Buffer.from('<?xml version="1.0"?><rss><title>مالي</title></rss>', 'utf16le')
  assert.equal(decodeText(page, { contentType: null, kind: 'xml' }).charset, 'utf-16le')
  assert.equal(decodeText(page.swap16(), { contentType: null, kind: 'xml' }).charset, 'utf-16be')
})

test('a declaration is found in the header, the XML declaration and the meta elements, and nowhere else', () => {
  const find = (head: string, contentType: string | null = null) => findDeclaredCharsets(head, contentType, 'html')
  assert.deepEqual(find('<meta charset=koi8-r>'), [{ charset: 'koi8-r', why: 'meta' }])
  assert.deepEqual(find(`<META content='text/html; charset="big5"' http-equiv = Content-Type>`), [
    { charset: 'big5', why: 'meta' },
  ])
  assert.deepEqual(find('<!-- <meta charset="koi8-r"> --><meta name="d" content="charset=big5"><p charset=gbk>'), [])
  assert.deepEqual(find('<meta charset="utf-16">'), [{ charset: 'utf-8', why: 'meta' }])
  assert.deepEqual(find('<meta charset="none-such"><meta charset="gbk">', 'text/html;charset="WINDOWS-1251"'), [
    { charset: 'windows-1251', why: 'header' },
  ])
  assert.deepEqual(findDeclaredCharsets(`<?xml version='1.0' encoding='Shift_JIS'?>`, null, 'xml'), [
    { charset: 'shift_jis', why: 'xml-declaration' },
  ])
})

test('when header and page contradict each other, the bytes decide', () => {
  const line = samples.find((one) => one.charset === 'koi8-r')
  assert.ok(line)
  const page = Buffer.concat([Buffer.from('<meta charset="koi8-r"><p>'), bytesOf(line)])
  assert.equal(decodeText(page, html('text/html; charset=windows-1251')).why, 'meta')
  assert.equal(decodeText(page, html('text/html; charset=koi8-r')).why, 'header')
})

test('misspelt labels are understood, unknown ones are not', () => {
  const labels = ['UTF8', ' utf_8 ', 'win-1256', 'CP1251', 'windows1252', 'koi8r', 'GB2312', 'x-sjis', 'ks_c_5601-1987']
  assert.deepEqual(labels.map(readLabel), [
    'utf-8',
    'utf-8',
    'windows-1256',
    'windows-1251',
    'windows-1252',
    'koi8-r',
    'gb18030',
    'shift_jis',
    'euc-kr',
  ])
  assert.deepEqual(['', 'none', '{{charset}}', 'iso-2022-kr'].map(readLabel), [null, null, null, null])
})

test('damage in UTF-8 costs the damaged letters only, and is counted', () => {
  const sound = utf8.encode('Мали и Нигер подписали договор. '.repeat(20))
  const broken = Uint8Array.from(sound)
  broken[10] = 0xff
  const got = decodeText(broken, html('text/html; charset=utf-8'))
  assert.equal(got.charset, 'utf-8')
  assert.equal(got.why, 'header')
  assert.ok(got.replaced > 0 && got.replaced <= 2, String(got.replaced))
})

test('a document cut off in the middle of a letter keeps its charset', () => {
  const cut = utf8.encode('اتفاق مالي').subarray(0, -1)
  const got = decodeText(cut, html())
  assert.deepEqual(
    { ...got, text: got.text.slice(0, 9) },
    { text: 'اتفاق مال', charset: 'utf-8', why: 'guessed', replaced: 1 },
  )
})

test('plain ASCII needs no charset, and an empty document has none', () => {
  assert.deepEqual(decodeText(utf8.encode('plain'), html()), {
    text: 'plain',
    charset: 'utf-8',
    why: 'default',
    replaced: 0,
  })
  assert.deepEqual(decodeText(new Uint8Array(), html()), { text: '', charset: 'utf-8', why: 'default', replaced: 0 })
  assert.equal(decodeText(utf8.encode('plain'), html('text/html; charset=utf-16')).text, 'plain')
})

test('bytes that are no text in any charset still give an answer', () => {
  const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7_919 + (index >> 3) * 104_729) % 256)
  const got = decodeText(noise, html('text/html; charset=utf-8'))
  assert.equal(typeof got.text, 'string')
})

test('Korean syllables beyond the old standard are read', () => {
  assert.equal(decodeEucKr(Buffer.from('8c63b0a120c65241c6', 'hex')), '똠가 힣A\uFFFD')
  assert.equal(decodeEucKr(Buffer.from('8141a2e6', 'hex')), '갂€')
})
