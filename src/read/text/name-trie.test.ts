import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bitsOfName, buildTrie } from './name-trie.ts'

const trie = buildTrie([
  ['share', 1],
  ['sharebar', 2],
  ['nav', 4],
  ['morefromthissite', 8],
  ['h1', 16],
  ['not-a-word', 32],
])

test('words are found whole, whatever parts them: signs, capitals, numbers', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['share', 1],
    ['share-bar', 3],
    ['shareBar', 3],
    ['SHARE_bar__x9f', 3],
    ['main-nav', 4],
    ['nav2', 4],
    ['2nav', 0],
    ['navy', 0],
    ['shares', 0],
    ['top share bar nav', 7],
    ['more-from-this-site', 8],
    ['h1', 16],
    ['h1n1', 0],
    ['', 0],
    ['навигация', 0],
    ['not-a-word', 0],
  ]
  for (const [name, bits] of cases) assert.equal(bitsOfName(trie, name), bits, name)
})

test('names of utilities say nothing, and endless names end', () => {
  assert.equal(bitsOfName(trie, 'hover:share'), 0)
  assert.equal(bitsOfName(trie, 'text-[share]'), 0)
  assert.equal(bitsOfName(trie, `share-${'x-'.repeat(100_000)}nav`), 1)
})
