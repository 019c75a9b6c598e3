import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findStrangers } from './find-strangers.ts'

const english = [
  'The ferry to the island will not run on Monday, as the crew has to be trained for the new ship, the company said.',
  'It is the third time this year that the boat has been out of service, and people on the island are not amused.',
  'The mayor said that he would ask for a second ship to be on the line in the summer, when most of the guests come.',
  'In the past the company had two ships, one of which was sold to a yard in the north in the winter of last year.',
]
const french =
  'Nous avons demandé à la compagnie de nous rendre le deuxième bateau, et elle ne nous a pas encore répondu.'

test('a paragraph in another language stands out of a text by its short words', () => {
  assert.deepEqual(findStrangers([...english, french]), [4])
  assert.deepEqual(findStrangers([french, ...english, ...english]), [0])
})

test('a text in one language has no strangers, and names, numbers and short pieces are none', () => {
  assert.deepEqual(findStrangers(english), [])
  assert.deepEqual(findStrangers([...english, 'Carmen Sandoval, Port Liptako']), [])
  assert.deepEqual(findStrangers(['', '', '', '']), [])
  assert.deepEqual(findStrangers([french]), [])
})

test('where words are not spaced nothing is said, and size does not matter', () => {
  const chinese = '交通部昨天宣布，旧桥将对汽车关闭到月底，居民对此表示不满，市长说会尽快解决这个问题。'
  assert.deepEqual(findStrangers([chinese, chinese, chinese, chinese, english[0] ?? '']), [])
  assert.deepEqual(findStrangers(Array.from({ length: 2000 }, () => 'a '.repeat(5000))), [])
})
