import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CustodyEntry } from '../domain/capture.ts'
import { writeCanonicalJson } from './canonical-json.ts'
import { checkChain, sealEntries, sealEntry } from './custody.ts'
import type { CustodyDeed } from './custody.ts'

function aDeed(subject: string): CustodyDeed {
  return {
    at: 1_795_000_000_000,
    actor: 'dragoman',
    deed: 'capture',
    subject,
    details: { digest: 'ab', size: 3, robots: null },
  }
}

const chain = sealEntries(null, ['one', 'two', 'three', 'four'].map(aDeed))

test('a chain as it was sealed holds, and says where it ends', async () => {
  assert.deepEqual(await checkChain(chain), { kind: 'holds', entries: 4, head: chain[3]?.digest })
  assert.deepEqual(sealEntry(chain[2], aDeed('four')), chain[3])
})

test('no field of any entry can be changed unseen', async () => {
  const changes: Partial<CustodyEntry>[] = [
    { at: 1 },
    { actor: 'other' },
    { deed: 'repair' },
    { subject: 'x' },
    { details: { digest: 'cd', size: 3, robots: null } },
    { details: { digest: 'ab', size: 3 } },
    { previous: '0' },
    { digest: '0' },
    { sequence: 9 },
  ]
  for (const [index] of chain.entries()) {
    for (const change of changes) {
      const forged = chain.map((entry, at) => (at === index ? { ...entry, ...change } : entry))
      assert.equal((await checkChain(forged)).kind, 'broken', JSON.stringify(change))
    }
  }
})

test('an entry taken out, put in or moved breaks the chain, and resealing it breaks the one after', async () => {
  const [one, two, three, four] = chain
  assert.ok(one && two && three && four)
  const resealed = sealEntry(one, aDeed('forged'))
  for (const forged of [
    [one, three, four],
    [two, one, three, four],
    [one, resealed, three, four],
  ]) {
    assert.equal((await checkChain(forged)).kind, 'broken')
  }
})

test('an end that was cut off shows against the head that another has noted', async () => {
  const cut = chain.slice(0, 3)
  assert.equal((await checkChain(cut)).kind, 'holds')
  assert.equal((await checkChain(cut, chain[3]?.digest)).kind, 'broken')
  assert.equal((await checkChain(chain, chain[1]?.digest)).kind, 'holds')
})

test('canonical text does not depend on the order of names', () => {
  assert.equal(
    writeCanonicalJson({ b: [1, 0.1, 1e21], a: { d: null, c: 'é\n' } }),
    '{"a":{"c":"é\\n","d":null},"b":[1,0.1,1e+21]}',
  )
  assert.throws(() => writeCanonicalJson({ a: Number.NaN }))
})
