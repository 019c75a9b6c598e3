import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalAddress, slugOf } from './canonical-address.ts'
import { isOnePerson } from './compare-names.ts'
import { deriveFacts } from './derive-facts.ts'
import { resolveReferences } from './resolve-references.ts'
import type { Witness } from './work.ts'

let made = 0
const silent = { authors: [], issue: null, published: null, url: null }

function article(title: string, file = 'one.txt'): Witness {
  return { id: `a${made++}`, kind: 'article', where: file, title, ...silent }
}

function row(title: string, said: Partial<Witness> = {}): Witness {
  return { id: `i${made++}`, kind: 'row', where: 'the index', title, ...silent, ...said }
}

function cite(title: string, said: Partial<Witness> = {}): Witness {
  return { id: `r${made++}`, kind: 'reference', where: 'a note', inArticle: 'elsewhere', title, ...silent, ...said }
}

function targetOf(reference: Witness, ...others: readonly Witness[]): string | null {
  return resolveReferences([reference, ...others]).references.get(reference.id)?.target?.title ?? null
}

test('an address is one in any dress, and its words are read where it has some', () => {
  const forms = [
    'https://watch.example/2023/Hill-Forts-of-Veltria-Rearmed/',
    'http://www.watch.example/2023/hill-forts-of-veltria-rearmed?utm_source=x#top',
    'watch.example/2023/hill-forts-of-veltria-rearmed',
  ]
  assert.equal(new Set(forms.map(canonicalAddress)).size, 1)
  assert.equal(slugOf(forms[0] ?? ''), 'Hill Forts of Veltria Rearmed')
  assert.equal(slugOf('https://portal.example/m/429303'), '')
  assert.equal(canonicalAddress('https://portal.example/issues/12/download'), 'portal.example/issues/12')
  assert.equal(slugOf('https://bad.example/%zz-one-two-three'), '%zz one two three')
})

test('a title is found in any case, dashes and quotation marks', () => {
  const target = article('Veltria’s “Iron Shield” Drill – A Signal to Ostmark')
  assert.equal(targetOf(cite('VELTRIA\'S "Iron Shield" drill: a signal to Ostmark'), target), target.title)
})

test('a title worded otherwise is found when author and issue, known from elsewhere, agree', () => {
  const target = article('Northern Harbours See Wave of Strikes at Onset of Grain Dispute')
  const witness = { authors: ['Ines Halloran'], issue: '2023-10' }
  const plain = cite(target.title, witness)
  const variant = cite('Northern Harbour Towns Show Wave of Strikes at Start of Grain Dispute', witness)
  assert.equal(targetOf(variant, plain, target), target.title)
})

test('one wrong letter in a name is no other title', () => {
  const target = row('Veltria Shows New Bahram Radar', { authors: ['Ines Halloran'], issue: '2021-04' })
  assert.equal(
    targetOf(cite('Veltria Shows New Baram Radar', { authors: ['Ines Halloran'], issue: '2021-04' }), target),
    target.title,
  )
})

test('sister pieces of one author and issue stay apart', () => {
  const said = { authors: ['Ines Halloran'], issue: '2021-04' }
  const radar = row('Veltria Unveils New Baram Radar', said)
  assert.equal(targetOf(cite('Veltria Unveils New Naval Mine', said), radar), null)
  assert.equal(
    targetOf(cite('Fishing Fleets of Ostmark, Part 2', said), row('Fishing Fleets of Ostmark, Part 1', said)),
    null,
  )
})

test('a short title used again in another year is another piece', () => {
  const first = row('More Ostmark', { issue: '2018-05' })
  const second = row('More Ostmark', { issue: '2020-02' })
  const found = resolveReferences([first, second, cite('More Ostmark', { issue: '2020-02' })])
  assert.equal(found.works.length, 2)
  assert.equal(found.works.find(({ rows }) => rows[0] === second)?.references.length, 1)
})

test('one work under two addresses is one work', () => {
  const found = resolveReferences([
    cite('Hill Forts of Veltria Rearmed', { url: 'https://watch.example/2023/hill-forts-of-veltria-rearmed/' }),
    cite('Hill Forts of Veltria Rearmed', { url: 'https://portal.example/m/articles/429303' }),
  ])
  assert.equal(found.works.length, 1)
  assert.deepEqual(found.works[0]?.addresses.length, 2)
})

test('the address of a whole issue joins nothing', () => {
  const url = 'https://portal.example/past-issues/4242/download'
  const found = resolveReferences([
    cite('Hill Forts Rearmed in Veltria', { url }),
    cite('Grain Dispute Closes Harbours', { url }),
  ])
  assert.equal(found.works.length, 2)
})

test('a title cited wrongly is found by the words of its address', () => {
  const target = article('Hill Forts of Veltria Rearmed After Long Neglect')
  const reference = cite('Veltrian Fortresses Are Armed Again', {
    url: 'https://watch.example/2023/hill-forts-of-veltria-rearmed-after-long-neglect/',
  })
  assert.equal(targetOf(reference, target), target.title)
})

test('no piece is taken for the one it cites', () => {
  const target = article('Hill Forts of Veltria Rearmed')
  assert.equal(targetOf(cite('Hill Forts of Veltria Rearmed', { inArticle: target.id }), target), null)
})

test('what others say of a piece becomes known, with the reason', () => {
  const target = article('Hill Forts of Veltria Rearmed')
  const other = article('Grain Dispute Closes Harbours')
  const { works } = resolveReferences([
    target,
    other,
    cite(target.title, { authors: ['Ines Halloran'], issue: '2023-10', where: 'two.txt, note [ii]' }),
    row(target.title, { authors: ['Ines Halloran'], published: '2024-01-03' }),
    row(other.title, { authors: ['Tomas Reel'], published: '2024-01-03' }),
  ])
  const derived = deriveFacts(works)
  const facts = (id: string) => Object.fromEntries((derived.get(id) ?? []).map(({ field, value }) => [field, value]))
  assert.deepEqual(facts(target.id), { author: 'Ines Halloran', issue: '2023-10', published: '2024-01-03' })
  assert.deepEqual(facts(other.id), { author: 'Tomas Reel', issue: '2023-10', published: '2024-01-03' })
  assert.match(derived.get(target.id)?.[0]?.why ?? '', /two\.txt, note \[ii\]/)
})

test('an issue never contradicts the day on which it went out months later', () => {
  const target = row('Hill Forts of Veltria Rearmed', { published: '2024-01-03' })
  assert.equal(targetOf(cite('Hill Forts of Veltria Are Rearmed', { issue: '2023-10' }), target), target.title)
})

test('names: initials, slips of the pen, and other people', () => {
  assert.ok(isOnePerson('M. Halloran', 'Maeve Halloran'))
  assert.ok(isOnePerson('Ines Halloran', 'Ines Haloran'))
  assert.ok(!isOnePerson('Ines Halloran', 'Tomas Halloran'))
  assert.ok(!isOnePerson('', 'Tomas Halloran'))
})

test('the order in which witnesses come changes nothing', () => {
  const said = { authors: ['Ines Halloran'], issue: '2023-02' }
  const witnesses = [
    article('Hill Forts of Veltria Rearmed After Long Neglect'),
    article('Northern Harbours See Wave of Strikes at Onset of Grain Dispute'),
    row('Northern Harbours See Wave of Strikes at Onset of Grain Dispute', {
      published: '2023-05-03',
      authors: said.authors,
    }),
    row('More Ostmark', { issue: '2018-05' }),
    cite('Hill Forts in Veltria Rearmed After Neglect', said),
    cite('Veltria’s Hill Forts Rearmed After Long Neglect', said),
    cite('Northern Harbours Show Wave of Strikes at Start of Grain Dispute', said),
    cite('More Ostmark', { issue: '2018-05' }),
    cite('A Piece That Nobody Has', said),
    cite('A Piece Nobody Has', said),
  ]
  const describe = (order: readonly Witness[]) =>
    resolveReferences(order)
      .works.map((work) => [work.key, [...work.articles, ...work.rows, ...work.references].map(({ id }) => id).sort()])
      .sort()
  const expected = describe(witnesses)
  assert.ok(expected.length < 6)
  for (let turn = 1; turn < witnesses.length; turn++) {
    const turned = [...witnesses.slice(turn), ...witnesses.slice(0, turn)].reverse()
    assert.deepEqual(describe(turned), expected)
  }
})

test('hostile titles end in something: empty, endless, without letters, a hundred thousand of one kind', () => {
  const many = Array.from({ length: 5_000 }, (_, n) => cite(`Veltria Again ${n % 7}`))
  const odd = [article(''), cite('“”'), cite('\u0000\ud800'), cite('x '.repeat(10_000)), article('🛰️')]
  const { references } = resolveReferences([...odd, ...many])
  assert.equal(references.size, many.length + 3)
})
