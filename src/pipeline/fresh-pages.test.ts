import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFreshPages } from './fresh-pages.ts'

const page = (digest: string, coding = 'gzip') => ({
  digest,
  headers: [['Content-Encoding', coding]] as [string, string][],
})

test('a page is given once, and only for the same bytes under the same coding', () => {
  const pages = createFreshPages()
  pages.keep(page('a'), Buffer.from('content'))
  assert.equal(pages.take(page('b')), undefined)
  assert.equal(pages.take(page('a', 'br')), undefined)
  assert.equal(String(pages.take(page('a'))), 'content')
  assert.equal(pages.take(page('a')), undefined)
})

test('the oldest pages go when there are too many bytes, and the same page counts once', () => {
  const pages = createFreshPages(10)
  for (const digest of ['a', 'a', 'b', 'c']) pages.keep(page(digest), new Uint8Array(5))
  assert.equal(pages.take(page('a')), undefined)
  assert.equal(pages.take(page('b'))?.length, 5)
  pages.keep(page('large'), new Uint8Array(11))
  assert.equal(pages.take(page('large')), undefined)
})
