import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compileQuery } from './compile-query.ts'
import { explainHit } from './explain-hit.ts'
import { makeNameBook } from './name-book.ts'
import { openFtsIndex } from './open-fts-index.ts'
import { parseQuery } from './parse-query.ts'
import { everything } from './query.ts'
import { promiseSearchIndex } from './search-index-contract.ts'
import { highlight } from './highlight.ts'

promiseSearchIndex('FTS5', async () => openFtsIndex(':memory:'))

const oneDocument = {
  id: 'a',
  time: 1_000,
  language: 'en',
  outletId: 'o',
  host: 'a.example',
  title: 'Title',
  text: 'Some words.',
}

async function inFolder(work: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-fts-'))
  try {
    await work(join(folder, 'search.db'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('what was written is there when the file is opened again', () =>
  inFolder(async (path) => {
    const first = openFtsIndex(path)
    assert.equal(first.isNew, true)
    await first.upsert([oneDocument])
    await first.close()
    const second = openFtsIndex(path)
    assert.equal(second.isNew, false)
    assert.equal((await second.search(everything, { order: 'newest', limit: 1 })).hits[0]?.id, 'a')
    await second.close()
  }))

test('an index made by another version is emptied and says that it must be filled', () =>
  inFolder(async (path) => {
    const first = openFtsIndex(path)
    await first.upsert([oneDocument])
    await first.close()
    const raw = new DatabaseSync(path)
    raw.exec('PRAGMA user_version = 1')
    raw.close()
    const second = openFtsIndex(path)
    assert.equal(second.isNew, true)
    assert.equal(await second.size(), 0)
    await second.close()
  }))

test('two connections see each other', () =>
  inFolder(async (path) => {
    const [writer, reader] = [openFtsIndex(path), openFtsIndex(path)]
    await writer.upsert([oneDocument])
    assert.equal(await reader.size(), 1)
    await reader.remove(['a'])
    assert.equal(await writer.size(), 0)
    await Promise.all([writer.close(), reader.close()])
  }))

test('a file that is no index is refused with the way out', () =>
  inFolder(async (path) => {
    await writeFile(path, 'not a database at all '.repeat(100))
    assert.throws(() => openFtsIndex(path), { code: 'home-broken', message: /rebuild/ })
  }))

test('an upsert that fails half-way leaves nothing behind', async () => {
  const index = openFtsIndex(':memory:')
  const broken = { ...oneDocument, id: null as unknown as string }
  await assert.rejects(index.upsert([oneDocument, broken]))
  assert.equal(await index.size(), 0)
  await index.upsert([oneDocument])
  assert.equal(await index.size(), 1)
  await index.close()
})

test('no query a person can type reaches the syntax of the engine', async () => {
  const index = openFtsIndex(':memory:')
  await index.upsert([oneDocument])
  const bits = [
    '"',
    "'",
    '*',
    '(',
    ')',
    '-',
    ':',
    '^',
    '+',
    '{',
    '}',
    ',',
    ';',
    '\\',
    '\0',
    '\ud800',
    '\u202e',
    ' ',
    ' ',
    'NEAR',
    'NEAR(',
    'AND',
    'OR',
    'NOT',
    'lang:',
    'site:',
    'outlet:',
    'before:',
    'after:',
    '2023',
    '2023-09',
    'en',
    'title:',
    'in:',
    'in:original',
    'original',
    'a',
    'words',
    'وغزة',
    '国家',
    '«',
    '»',
    '“',
    '--',
    '/*',
    'all:',
    'none:',
    '\u200c',
    'é',
    'rowid',
    '%',
    '_',
  ]
  const names = makeNameBook([
    bits.map((text) => ({ by: 'glossary', text })),
    [
      { by: 'glossary', text: 'words 2023' },
      { by: 'authority', text: '") OR (1' },
    ],
  ])
  let state = 7
  const next = (below: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1) % below
  for (let round = 0; round < 4_000; round++) {
    const text = Array.from({ length: 1 + next(9) }, () => bits[next(bits.length)]).join('')
    const parsed = parseQuery(text, { names })
    if (parsed.kind === 'problems') {
      assert.ok(
        parsed.problems.every(({ start, end }) => start >= 0 && end <= text.length && start < end),
        text,
      )
      continue
    }
    const expression = compileQuery(parsed.query).match ?? ''
    const skeleton = expression.replaceAll(/\{title body(?: translated_title translated_lead)?\} :/g, '')
    assert.match(skeleton.replace(/"[\p{L}\p{M}\p{N} ._:-]+"/gu, 'x'), /^(?:x|[ ()*]|AND|OR|NOT)*$/, text)
    await index.search(parsed.query, { order: round % 2 ? 'newest' : 'relevant', limit: 5 })
    await index.counts(parsed.query)
    highlight(text, parsed.query)
    explainHit(parsed.query, { title: text, text, translations: [{ language: 'en', title: text, lead: null }] })
  }
  await index.close()
})

test('a damaged file is set aside for whoever may make it again, and refused to all others', () =>
  inFolder(async (path) => {
    await writeFile(path, 'these bytes are no database '.repeat(400))
    assert.throws(() => openFtsIndex(path), { code: 'home-broken' })
    const index = openFtsIndex(path, { mend: true })
    assert.equal(index.isNew, true)
    await index.upsert([oneDocument])
    assert.equal(await index.size(), 1)
    await index.close()
    assert.match(await readFile(`${path}.damaged`, 'utf8'), /no database/)
  }))

test('what is to be emptied need not be sound', () =>
  inFolder(async (path) => {
    const first = openFtsIndex(path)
    await first.upsert(Array.from({ length: 500 }, (_, n) => ({ ...oneDocument, id: String(n), time: n * 1_000 })))
    await first.close()
    const bytes = await readFile(path)
    await writeFile(path, bytes.fill('damage', bytes.length / 2))
    const index = openFtsIndex(path)
    await index.clear()
    await index.upsert([oneDocument])
    assert.equal((await index.search(everything, { order: 'newest', limit: 1 })).hits.length, 1)
    await index.close()
  }))

test('documents can be written again as often as they change, long after the first time', () =>
  inFolder(async (path) => {
    const documents = [oneDocument, { ...oneDocument, id: 'b' }, { ...oneDocument, id: 'c' }]
    const first = openFtsIndex(path)
    await first.upsert(documents)
    await first.close()
    const index = openFtsIndex(path)
    for (let round = 1; round <= 3; round++) {
      for (const document of documents) await index.upsert([{ ...document, text: `Round ${round}.` }])
      await index.tidy()
    }
    await index.remove(['b'])
    await index.upsert([oneDocument])
    assert.equal(await index.size(), 2)
    await index.close()
  }))
