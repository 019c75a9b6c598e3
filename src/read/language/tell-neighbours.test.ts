import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectLanguage } from './detect-language.ts'
import { tellNeighbours } from './tell-neighbours.ts'

const three = [
  { profile: 'hr/Latn', probability: 0.5 },
  { profile: 'bs/Latn', probability: 0.3 },
  { profile: 'sl/Latn', probability: 0.15 },
  { profile: 'sr/Latn', probability: 0.05 },
]

test('one word with the vowel of the other side decides between Serbian and Croatian', () => {
  assert.equal(tellNeighbours(three, ['vreme', 'danas'])[0]?.profile, 'sr/Latn')
  assert.notEqual(tellNeighbours(three, ['vrijeme', 'danas'])[0]?.profile, 'sr/Latn')
})

test('probability moves between neighbours only, and none is lost', () => {
  for (const words of [['vreme', 'posle'], ['tisuće'], ['hiljade'], []]) {
    const told = tellNeighbours(three, words)
    assert.ok(Math.abs(told.reduce((sum, { probability }) => sum + probability, 0) - 1) < 1e-9)
    assert.equal(told.find(({ profile }) => profile === 'sl/Latn')?.probability, 0.15)
  }
  assert.deepEqual(tellNeighbours([{ profile: 'fr/Latn', probability: 1 }], ['vreme']), [
    { profile: 'fr/Latn', probability: 1 },
  ])
})

test('words that one neighbour lacks tell it from the other', async () => {
  const texts = {
    id: 'Ribuan warga menunggu di kantor bupati karena uang bantuan belum dibagikan sejak Senin.',
    ms: 'Beribu penduduk menunggu di pejabat daerah kerana wang bantuan belum diagihkan sejak Isnin.',
    nn: 'Ho veit ikkje kvifor dei ikkje kjem attende før neste veke.',
    nb: 'Hun vet ikke hvorfor de ikke kommer tilbake før neste uke.',
    'sr-Latn': 'Posle kiše ljudi su izašli iz kuća i videli da je reka odnela most.',
  }
  for (const [language, text] of Object.entries(texts))
    assert.equal((await detectLanguage(text))?.language, language, text)
})
