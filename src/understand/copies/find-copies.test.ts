import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { openMemoryCopies } from '../../store/copies/open-memory-copies.ts'
import type { CopyStore } from '../../store/copies/copy-store.ts'
import { createCopyFinder, type CopyFinding } from './create-copy-finder.ts'
import { describeGroup, type CopyGroup } from './describe-group.ts'
import type { CopyDocument } from './document.ts'
import { handMade } from './fixtures/hand-made.ts'
import { decodeSketch } from './sketch-document.ts'

const article = [
  'The council of Brackwater voted on Thursday to close the old ferry pier, ending an argument that has lasted since the storm of 2019 tore away its northern half.',
  'Harbour engineer Tilda Marrow told the meeting that repairs would cost 3.4 million and take two winters, while a floating landing could be towed in by May.',
  'Fishermen in the gallery shouted that a floating landing would break loose in the first gale, and one of them left his cap on the mayor’s desk as a forfeit.',
  'The ferry company has agreed to pay for lights and a shelter, provided that the town keeps the approach road open in snow.',
  'A second vote, on what to do with the pier’s bell, was put off until September.',
].join('\n')

async function findAll(documents: readonly CopyDocument[], store: CopyStore = openMemoryCopies()) {
  const finder = createCopyFinder({ store })
  const findings: CopyFinding[] = []
  for (const document of documents) findings.push(await finder.add(document))
  const groups: CopyGroup[] = []
  for (const number of await store.listGroups(1_000))
    groups.push(describeGroup((await store.listGroup(number, 1_000)).map(({ record }) => decodeSketch(record))))
  return { findings, groups }
}

function plain(id: string, text: string, hour: number | null = null, language: string | null = 'en'): CopyDocument {
  const published = hour === null ? null : ({ at: Date.UTC(2024, 2, 1, hour), precision: 'minute' } as const)
  return { id, title: null, text, language, published }
}

for (const [name, documents] of [
  ['in order', handMade],
  ['backwards', [...handMade].reverse()],
] as const) {
  test(`every hand-made copy is found with its original and kind, and no independent report is joined (${name})`, async () => {
    const { groups } = await findAll(documents.map(({ document }) => document))
    const found = groups.flatMap(({ original, copies }) => copies.map(({ id, kind }) => ({ id, original, kind })))
    for (const { document, of } of handMade) {
      const said = found.find(({ id }) => id === document.id)
      assert.equal(said?.original, of?.id, document.id)
      if (of) assert.ok(said && of.kinds.includes(said.kind), `${document.id} is called ${said?.kind}`)
    }
  })
}

test('two reporters who print the same long quotation are not joined', async () => {
  const speech = handMade.filter(({ event }) => event === 'speech').map(({ document }) => document)
  const { findings, groups } = await findAll(speech)
  assert.deepEqual(groups, [])
  assert.ok(
    findings
      .flatMap(({ matches }) => matches)
      .every(({ certainty, isJoined }) => certainty === 'possible' && !isJoined),
  )
})

test('an excerpt finds its source whichever comes first, and the source stays the original', async () => {
  const [first = '', second = ''] = article.split('\n')
  const documents = [plain('whole', article, 6), plain('part', `${first}\n${second}`, 9)]
  for (const order of [documents, [...documents].reverse()]) {
    const { groups } = await findAll(order)
    assert.equal(groups[0]?.original, 'whole')
    assert.equal(groups[0]?.copies[0]?.kind, 'excerpt')
  }
})

test('a changed figure makes light edits of what would be the same text', async () => {
  const same = await findAll([plain('a', article, 6), plain('b', article.replaceAll('’', "'"), 9)])
  assert.equal(same.groups[0]?.copies[0]?.kind, 'same-text')
  const changed = await findAll([plain('a', article, 6), plain('b', article.replace('3.4 million', '34 million'), 9)])
  assert.equal(changed.groups[0]?.copies[0]?.kind, 'light-edits')
})

test('a page that declares the language of its site is compared by its words', async () => {
  const framed = `Avaleht\nUudised\nToeta meid\n${article}\nJaga Facebookis\nLoe veel`
  const { groups } = await findAll([plain('own', article, 6), plain('framed', framed, 9, 'et')])
  assert.equal(groups[0]?.original, 'own')
  assert.equal(groups[0]?.copies[0]?.kind, 'in-chrome')
})

test('a digest of several articles does not tie them together', async () => {
  const others = handMade.filter(({ of }) => !of).map(({ document }) => document)
  const three = others.slice(0, 3).map((one) => ({ ...one, language: 'en' }))
  const digest = {
    ...plain('digest', three.map(({ text }) => text).join('\n')),
    published: { at: Date.UTC(2026, 0, 1), precision: 'minute' as const },
  }
  for (const order of [
    [...three, digest],
    [digest, ...three],
  ]) {
    const { groups } = await findAll(order)
    for (const { original, copies } of groups) {
      const members = [original, ...copies.map(({ id }) => id)].filter((id) => id !== 'digest')
      assert.ok(members.length <= 1, members.join(' '))
    }
  }
})

test('an article that takes a paragraph of another story does not tie the two stories together', async () => {
  const [bridge, saffron] = ['the-zaruma-post.example/bridge', 'fenland-courier.example/saffron'].map(
    (id) => handMade.find(({ document }) => document.id === id)?.document,
  )
  assert.ok(bridge && saffron)
  const mixed = {
    ...bridge,
    id: 'mixed',
    outlet: null,
    url: null,
    text: `${bridge.text}\n${saffron.text.split('\n')[1]}`,
  }
  for (const order of [
    [bridge, mixed, saffron],
    [saffron, mixed, bridge],
    [mixed, saffron, bridge],
  ]) {
    const { groups } = await findAll([...order, { ...saffron, id: 'saffron again' }])
    for (const { original, copies } of groups) {
      const members = [original, ...copies.map(({ id }) => id)]
      assert.ok(!(members.includes(bridge.id) && members.includes(saffron.id)), members.join(' '))
    }
  }
})

test('a notice that stands under every article makes no copies of them', async () => {
  const notice =
    'This newspaper is published by a charitable trust and pays its correspondents by the line. Readers who wish to complain may write to the ombudsman at the address on page two, who answers every letter within a fortnight and publishes the best of them each quarter in a supplement.'
  const articles = handMade.filter(({ document, of }) => !of && document.language === 'en')
  const own = articles.map(({ document }) => ({ ...document, text: `${document.text}\n${notice}` }))
  const fresh = Array.from({ length: 30 }, (_, at) => plain(`n${at}`, `${inventProse(at)}\n${notice}`, 8))
  const { groups } = await findAll([...own, ...fresh])
  assert.deepEqual(groups, [])
})

test('a thousand identical documents make one group', async () => {
  const documents = Array.from({ length: 1_000 }, (_, at) => plain(`d${at}`, article.slice(0, 330), 5))
  const store = openMemoryCopies()
  await findAll(documents, store)
  const [group = 0, ...rest] = await store.listGroups(10)
  assert.deepEqual(rest, [])
  assert.equal((await store.listGroup(group, 2_000)).length, 1_000)
})

test('pages of nothing but furniture, empty and tiny texts are joined with nothing', async () => {
  const texts = [
    '',
    ' \n ',
    'Home',
    'Home\nNews\nSport\nLogin',
    'Subscribe to read on.',
    '。',
    '\u0000\ud800',
    '404',
    'Home\nNews\nSport\nLogin',
  ]
  const { groups } = await findAll(texts.map((text, at) => plain(`t${at}`, text)))
  assert.deepEqual(groups, [])
})

test('hostile texts end in bounded time, and fit into the store', async () => {
  const hostile = [
    'word '.repeat(1_000_000),
    'a'.repeat(5_000_000),
    '字'.repeat(1_000_000),
    '“'.repeat(200_000),
    '1 000 '.repeat(200_000),
    '1.'.repeat(300_000),
    'May 3 '.repeat(100_000),
    'Mr. '.repeat(100_000),
    '\n'.repeat(1_000_000),
    '.\u2028'.repeat(100_000),
    '(AFP) – '.repeat(50_000),
    '三千三百萬'.repeat(50_000),
    'http://'.repeat(100_000),
    Array.from({ length: 100_000 }, (_, at) => `w${at}`).join(' '),
  ]
  const store = openMemoryCopies()
  const { findings } = await findAll(
    hostile.map((text, at) => plain(`h${at}`, text, 5, at % 2 ? 'fr' : null)),
    store,
  )
  assert.equal(findings.length, hostile.length)
  for (let no = 1; no <= hostile.length; no++) assert.ok(((await store.read(no))?.record.length ?? 0) < 1_000_000)
})

test('a language tag that is none, and dates beyond the calendar, harm nothing', async () => {
  const odd = ['xx-nonsense-zz', '???', 'e', 'en-u-ca-persian', '日本語'].map((language, at) => ({
    ...plain(`l${at}`, article, 5),
    language,
  }))
  const dates = [8.64e15, -8.64e15, 0].map((at, n) => ({
    ...plain(`d${n}`, `${article} ${n}`),
    published: { at, precision: 'day' as const },
  }))
  const { findings } = await findAll([...odd, ...dates])
  assert.equal(findings.length, 8)
})

test('adding a document again replaces it', async () => {
  const store = openMemoryCopies()
  await findAll([plain('a', article, 6), plain('b', article, 9)], store)
  const { groups } = await findAll(
    [plain('b', 'Something else altogether is written here now, about geese.', 9)],
    store,
  )
  assert.deepEqual(groups, [])
  assert.equal(await store.size(), 2)
})

/** Sentences that share no four words with those of another number. */
function inventProse(seed: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ru', 'te', 'va', 'so', 'ne', 'pi', 'du']
  const word = (at: number) => {
    const digest = createHash('sha256').update(`${seed} ${at}`).digest()
    return [...digest.subarray(0, 4)].map((byte) => syllables[byte % 10]).join('')
  }
  return Array.from(
    { length: 12 },
    (_, line) => `${Array.from({ length: 14 }, (_none, at) => word(line * 14 + at)).join(' ')}.`,
  ).join('\n')
}
