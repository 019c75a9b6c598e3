import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitDeed } from './deed-words.ts'

test('the address and what came of it are told apart', () => {
  assert.deepEqual(splitDeed('http://al-manara.example/news/1: kept, 6658 bytes'), {
    address: 'al-manara.example/news/1',
    outcome: 'kept, 6658 bytes',
  })
  assert.deepEqual(splitDeed('http://localhost.test:8080/: robots.txt could not be fetched: No address'), {
    address: 'localhost.test:8080/',
    outcome: 'robots.txt could not be fetched: No address',
  })
})

test('escapes in an address are read; broken ones stay', () => {
  assert.equal(splitDeed('https://a.test/%D8%A7: unchanged').address, 'a.test/ا')
  assert.equal(splitDeed('https://a.test/%D8%: unchanged').address, 'a.test/%D8%')
})

test('words without an address stay whole', () => {
  assert.deepEqual(splitDeed('nothing to do'), { address: null, outcome: 'nothing to do' })
})
