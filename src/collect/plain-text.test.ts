import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from './plain-text.ts'

test('markup goes, words stay', () => {
  assert.equal(plainText('Talks <b>open</b> in<br/>the capital<!-- ad -->'), 'Talks open in the capital')
  assert.equal(plainText('<p>One</p><p>Two</p>'), 'One Two')
  assert.equal(plainText('Before<script>alert("x")</script>after'), 'Before after')
})

test('markup that was escaped once too often goes too', () => {
  assert.equal(plainText('&lt;p&gt;Item&lt;/p&gt;'), 'Item')
  assert.equal(plainText('Fish &amp;amp; chips'), 'Fish & chips')
})

test('what only looks like markup is text', () => {
  assert.equal(plainText('5 < 6 & 7 > 3'), '5 < 6 & 7 > 3')
  assert.equal(plainText('more <3 and <Name>'), 'more <3 and <Name>')
  assert.equal(plainText('?page=1&copy=2'), '?page=1&copy=2')
})

test('NUL and control characters go; direction marks and joiners are part of the writing', () => {
  assert.equal(plainText('a\u0000b\u0007c\ufeffd'), 'abcd')
  assert.equal(plainText('\u202bمی\u200cخواهم\u202c'), '\u202bمی\u200cخواهم\u202c')
})

test('half a surrogate pair does not get through, and cutting makes none', () => {
  assert.equal(plainText('a\ud83d'), 'a\ufffd')
  assert.equal(plainText('aaaa😀😀', 6), 'aaaa…')
  assert.ok(plainText('😀'.repeat(100), 50).isWellFormed())
})

test('what is plain already is left as it is', () => {
  for (const text of ['وزير الخارجية', '外交部长访问', 'A “quoted” word — and a dash', '']) {
    assert.equal(plainText(text), text)
    assert.equal(plainText(plainText(text)), plainText(text))
  }
})

test('hostile markup is read in one pass', () => {
  for (const text of [
    '<!-- '.repeat(200_000),
    '<a '.repeat(300_000),
    '<script>'.repeat(100_000),
    '<!'.repeat(400_000),
  ]) {
    assert.ok(plainText(text, 1_000_000).length <= text.length)
  }
})
