import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClip } from './read-clip.ts'

const hashOf = (value: unknown) => `#${encodeURIComponent(JSON.stringify(value))}`

test('what the bookmark names is read', () => {
  assert.deepEqual(readClip(hashOf({ url: 'https://a.example/1', title: 'Un <b>titre</b>' })), {
    url: 'https://a.example/1',
    title: 'Un <b>titre</b>',
    html: null,
  })
})

test('what is no address of the web is nothing', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address', '', 7])
    assert.equal(readClip(hashOf({ url })), null)
  for (const hash of ['', '#', '#%', '#{}', '#null', '#[]', '#"https://a.example"']) assert.equal(readClip(hash), null)
})
