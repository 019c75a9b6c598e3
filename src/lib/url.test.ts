import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostOf, normaliseUrl } from './url.ts'

const pairs: readonly (readonly [written: string, known: string | null])[] = [
  ['HTTP://Paper.Example:80', 'http://paper.example/'],
  ['https://paper.example:443/a/../b/./c', 'https://paper.example/b/c'],
  ['https://paper.example:8443/a/', 'https://paper.example:8443/a/'],
  ['https://paper.example./a#top', 'https://paper.example/a'],
  ['https://reader:secret@paper.example/a', 'https://paper.example/a'],
  ['https://paper.example/a?utm_source=feed&id=7&UTM_medium=x&fbclid=y', 'https://paper.example/a?id=7'],
  ['https://paper.example/a?utm_source=feed', 'https://paper.example/a'],
  ['https://paper.example/a?id=7&amp;utm_source=feed', 'https://paper.example/a?id=7'],
  ['https://paper.example/a?b=2&a=1&b=%7e+x', 'https://paper.example/a?b=2&a=1&b=%7E+x'],
  ['https://paper.example/a?', 'https://paper.example/a'],
  ['https://paper.example/news?utm=1&source=2', 'https://paper.example/news?utm=1&source=2'],
  ['https://paper.example/خبر', 'https://paper.example/%D8%AE%D8%A8%D8%B1'],
  ['https://paper.example/%d8%ae', 'https://paper.example/%D8%AE'],
  ['https://новости.example/а', 'https://xn--b1amnebsh.example/%D0%B0'],
  ['  https://paper.example/a\n', 'https://paper.example/a'],
  ['javascript:alert(1)', null],
  ['mailto:desk@paper.example', null],
  ['not an address', null],
  [`https://paper.example/${'x'.repeat(20_000)}`, null],
]

for (const [written, known] of pairs) {
  test(`"${written.slice(0, 60).trim()}" is known as ${known}`, () => assert.equal(normaliseUrl(written), known))
}

test('a known form is its own known form', () => {
  for (const [, known] of pairs) if (known) assert.equal(normaliseUrl(known), known)
})

test('a relative address is read from where it stood', () => {
  assert.equal(normaliseUrl('../b?utm_id=1', 'https://paper.example/a/c/'), 'https://paper.example/a/b')
  assert.equal(normaliseUrl('//other.example/x', 'https://paper.example/'), 'https://other.example/x')
  assert.equal(normaliseUrl('/x'), null)
})

test('the host of an address has no port and no capitals', () => {
  assert.equal(hostOf('https://Paper.EXAMPLE.:8443/a'), 'paper.example')
  assert.equal(hostOf('ftp://paper.example/'), null)
  assert.equal(hostOf('paper.example'), null)
})
