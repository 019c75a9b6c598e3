import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRedirectTarget } from './redirect-target.ts'

const from = 'https://press.example/a/b?c'
const to = (location: string, status = 302): string | null =>
  findRedirectTarget(from, { status, headers: [['LOCATION', location]] })

test('a redirect leads where its Location says, seen from the page', () => {
  assert.equal(to('https://other.example/x#top'), 'https://other.example/x')
  assert.equal(to('../y'), 'https://press.example/y')
  assert.equal(to('//cdn.example/z', 308), 'https://cdn.example/z')
})

test('an address in raw UTF-8 is read as such', () => {
  assert.equal(to(Buffer.from('/خبر', 'utf8').toString('latin1')), 'https://press.example/%D8%AE%D8%A8%D8%B1')
})

test('what is no redirect, or leads nowhere, is the answer itself', () => {
  assert.equal(to('/x', 200), null)
  assert.equal(to('/x', 304), null)
  assert.equal(to('http://[not an address'), null)
  assert.equal(findRedirectTarget(from, { status: 301, headers: [] }), null)
})
