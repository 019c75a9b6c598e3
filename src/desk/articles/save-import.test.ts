import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import type { Schema } from '../../store/schema.ts'
import { recordCustody } from '../../preserve/record-custody.ts'
import { findImportByDigest } from '../../store/article-imports.ts'
import { isUnjoined } from '../../store/article-joins.ts'
import type { Db } from '../../store/db.ts'
import { openTestDb, testOnEachDatabase } from '../../store/each-database.ts'
import { addOutlet } from '../../store/outlets.ts'
import { newId } from '../../domain/id.ts'
import { openFtsIndex } from '../../store/search/open-fts-index.ts'
import { parseQuery } from '../../store/search/parse-query.ts'
import { judgeAddress } from './judge-address.ts'
import { outletKey } from './outlet-key.ts'
import { saveImports, type ImportedFile } from './save-import.ts'
import { fortsArticle, harbourArticle, importedFile, veltriaIndex } from './test-files.ts'

const NOON = Date.UTC(2024, 4, 2, 12)
const signed = { signedBy: 'M. Okafor', now: NOON }
const files: readonly ImportedFile[] = [
  importedFile('one.txt', harbourArticle),
  importedFile('two.txt', fortsArticle),
  importedFile('index.txt', veltriaIndex),
]
const remade: readonly (keyof Schema)[] = ['works', 'work_members', 'article_facts', 'article_authors']

async function contents(db: Db, tables: readonly (keyof Schema)[]): Promise<unknown[]> {
  const all: unknown[] = []
  for (const table of tables) all.push(await db.selectFrom(table).selectAll().execute())
  return all
}

async function facts(db: Db, title: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('article_facts')
    .innerJoin('articles', 'articles.id', 'article_facts.article_id')
    .select(['field', 'value'])
    .where('title', '=', title)
    .execute()
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]))
}

testOnEachDatabase('files become articles, joined to each other, with what the others say of them', async (db) => {
  const saved = await saveImports({ db, recordCustody }, files, signed)
  assert.deepEqual(
    saved.map(({ file, kind, added, known }) => [file, kind, added.length, known.length]),
    files.map(({ name }) => [name, 'new', 1, 0]),
  )
  assert.deepEqual(await facts(db, 'Hill Forts of Veltria Rearmed After Long Neglect'), {
    author: 'Ines Halloran',
    issue: '2023-08',
    published: '2023-10-17',
  })
  // Its title is cited in other words; the issue went out on a day that a row of the index gives.
  assert.deepEqual(await facts(db, 'Northern Harbours See Wave of Strikes at Onset of Grain Dispute'), {
    author: 'Tomas Reel',
    issue: '2023-10',
    published: '2024-01-03',
  })
  const entries = await db.selectFrom('index_entries').selectAll().execute()
  assert.equal(entries.length, 8)
  assert.equal(entries.filter(({ duplicate_of }) => duplicate_of !== null).length, 1)
  assert.equal(await isUnjoined(db), false)
})

testOnEachDatabase('importing twice changes nothing', async (db) => {
  await saveImports({ db, recordCustody }, files, signed)
  const tables: (keyof Schema)[] = [
    'import_files',
    'articles',
    'article_places',
    'article_revisions',
    'article_sources',
    ...remade,
  ]
  const before = await contents(db, tables)
  const again = await saveImports({ db, recordCustody }, files, { signedBy: 'Somebody Else', now: NOON + 1000 })
  assert.ok(again.every(({ kind, added, known }) => kind === 'known' && added.length === 0 && known.length === 1))
  assert.deepEqual(await contents(db, tables), before)
})

testOnEachDatabase('a document that another file holds too is one article with two places', async (db) => {
  await saveImports({ db, recordCustody }, files, signed)
  const both = importedFile('both.txt', `${harbourArticle.replaceAll('\n', '\r\n')}\n\n${fortsArticle}`)
  const [saved] = await saveImports({ db, recordCustody }, [both], signed)
  assert.deepEqual([saved?.kind, saved?.added.length, saved?.known.length], ['new', 0, 2])
  assert.equal((await db.selectFrom('article_places').selectAll().execute()).length, 5)
  assert.equal((await findImportByDigest(db, both.digest))?.text, both.text)
})

testOnEachDatabase('the order of the files changes nothing of what becomes known', async (db) => {
  await saveImports({ db, recordCustody }, [...files].reverse(), signed)
  assert.equal((await facts(db, 'Hill Forts of Veltria Rearmed After Long Neglect'))['issue'], '2023-08')
  assert.equal(
    (await facts(db, 'Northern Harbours See Wave of Strikes at Onset of Grain Dispute'))['author'],
    'Tomas Reel',
  )
})

testOnEachDatabase('a dry run tells what would be, and leaves nothing', async (db) => {
  const told = await saveImports({ db, recordCustody }, files, { ...signed, dryRun: true })
  assert.deepEqual(
    told.map(({ kind, added, importId }) => [kind, added.length, importId]),
    files.map(() => ['new', 1, null]),
  )
  assert.deepEqual(await contents(db, ['import_files', 'articles', 'custody']), [[], [], []])
})

testOnEachDatabase('a file that cannot be saved leaves nothing of itself, and what came before stays', async (db) => {
  const [good, broken] = [files[0], files[1]]
  if (!good || !broken) throw new Error('no files')
  const bad = { ...broken, documents: [...broken.documents, null as never] }
  await assert.rejects(saveImports({ db, recordCustody }, [good, bad], signed))
  const kept = await db.selectFrom('import_files').select(['id', 'name', 'digest', 'size', 'text']).execute()
  const [{ id, text, ...facts } = { id: '', text: '' }, ...others] = kept
  assert.deepEqual(others, [])
  const log = await db.selectFrom('custody').select(['actor', 'at', 'deed', 'subject', 'details']).execute()
  assert.deepEqual(
    log.map(({ details, ...entry }) => ({ ...entry, details: JSON.parse(details) as unknown })),
    [
      {
        actor: 'M. Okafor',
        at: NOON,
        deed: 'import',
        subject: id,
        details: { ...facts, text: hash('sha256', text, 'hex') },
      },
    ],
  )
  assert.equal(await isUnjoined(db), true)
  await saveImports({ db, recordCustody }, [good], signed)
  assert.equal(await isUnjoined(db), false)
})

testOnEachDatabase('the sources of an article belong to the outlets of the register by their domains', async (db) => {
  const id = newId<'outlet'>(NOON)
  const outlet = { homepage: 'https://harbour-post.example/', languages: [], country: null, createdAt: NOON }
  await addOutlet(db, {
    ...outlet,
    id,
    name: 'The Harbour Post',
    nameAsPrinted: null,
    domains: ['harbour-post.example'],
  } as never)
  await saveImports({ db, recordCustody }, files, signed)
  const rows = await db
    .selectFrom('article_sources')
    .select(['outlet_key', 'outlet_id'])
    .orderBy('outlet_key')
    .execute()
  assert.deepEqual(
    rows.map(({ outlet_key, outlet_id }) => [outlet_key, outlet_id]),
    [
      ['harbour post', id],
      ['ostmark wire', null],
      ['ostmark wire', null],
    ],
  )
})

test('articles are found by search, apart from pages where that is asked', async () => {
  const { db, close } = await openTestDb()
  const search = openFtsIndex(':memory:')
  try {
    const page = {
      id: 'p',
      time: NOON,
      language: 'en',
      outletId: 'o',
      host: 'a.example',
      title: 'Dockers',
      text: 'strike',
    }
    await search.upsert([page])
    await saveImports({ db, search, recordCustody }, files, signed)
    const count = async (text: string) => {
      const parsed = parseQuery(text)
      assert.ok(parsed.kind !== 'problems')
      return (await search.search(parsed.query, { order: 'newest', limit: 10 })).hits.length
    }
    assert.equal(await count('dockers'), 3)
    assert.equal(await count('dockers kind:article'), 2)
    assert.equal(await count('dockers -kind:article'), 1)
    assert.equal(await count('kind:article'), 3)
    assert.equal(await count('-kind:article'), 1)
    assert.equal(await count('вооружены'), 1)
  } finally {
    await search.close()
    await close()
  }
})

testOnEachDatabase('hostile text is kept as it is: quotes, markup, NUL, lone surrogates', async (db) => {
  const text = harbourArticle.replaceAll('Veltria', `Vel'); drop table articles;--<script>\u0000\ud800`)
  const [saved] = await saveImports({ db, recordCustody }, [importedFile('../../etc/passwd\u0000.txt', text)], signed)
  assert.equal(saved?.added.length, 1)
  const [file] = await db.selectFrom('import_files').select(['text', 'notes']).execute()
  assert.equal(file?.text.length, text.length)
  assert.match(file?.notes ?? '', /NUL/)
})

test('an address says what is wrong with it', () => {
  const judge = (url: string | null, urlFragment: string | null = null) =>
    judgeAddress({ url, urlAsPrinted: null, urlFragment })
  assert.equal(judge(null), 'missing')
  assert.equal(judge(null, 'dockers-say-no'), 'stripped')
  assert.equal(judge('https://tinyurl.com/y7abcde9'), 'shortened')
  assert.equal(judge('https://a.bc/x9Yz1'), 'shortened')
  assert.equal(judge('https://www.facebook.com/post/1'), 'volatile')
  assert.equal(judge('https://harbour-post.example/2023/10/04/dockers'), null)
  assert.equal(judge('nonsense'), 'malformed')
  assert.equal(judge('https://localhost/'), 'malformed')
})

test('prints of one outlet meet under one key', () => {
  assert.equal(new Set(['The Ansel Post', 'ANSEL POST', 'Añsel post,', 'El Ansel Post'].map(outletKey)).size, 1)
  assert.equal(outletKey('Al'), 'al')
})
