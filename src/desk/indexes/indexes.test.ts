import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleId } from '../../domain/article.ts'
import { recordCustody } from '../../preserve/record-custody.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { listIndexRows } from '../../store/index-works.ts'
import { saveImports } from '../articles/save-import.ts'
import { fortsArticle, harbourArticle, importedFile, veltriaIndex } from '../articles/test-files.ts'
import { describeIndex } from './describe-index.ts'
import { exportIndex } from './export-index.ts'
import type { IndexLine } from './index-row.ts'
import { makeIndex } from './make-index.ts'
import { proposeAuthorNames } from './propose-author-names.ts'

const NOON = Date.UTC(2024, 4, 2, 12)
const files = [
  importedFile('one.txt', harbourArticle),
  importedFile('two.txt', fortsArticle),
  importedFile('index.txt', veltriaIndex),
]

testOnEachDatabase(
  'an index is described: rows twice, malformed rows, empty months, what its dates mean',
  async (db) => {
    const saved = await saveImports({ db, recordCustody }, files, { signedBy: 'M. Okafor', now: NOON })
    const rows = await listIndexRows(db, saved[2]?.added[0]?.articleId as ArticleId)
    const told = describeIndex(rows)
    assert.deepEqual([told.rows, told.unique, told.duplicates.length], [8, 7, 1])
    assert.deepEqual(
      told.duplicates.map(({ row, of }) => [row.title, row.date, row.line - of.line]),
      [['More Ostmark', '2023-03-01', 1]],
    )
    assert.equal(told.malformed.length, 1)
    assert.deepEqual(told.months?.from, '2022-12')
    assert.ok(told.months?.empty.includes('2023-02') && told.months.empty.includes('2023-12'))
    assert.deepEqual(
      told.meanings.map(({ meaning }) => meaning),
      ['issue-month', 'publication-day'],
    )
    assert.deepEqual(
      told.authorProposals.map(({ name, meant }) => [name, meant]),
      [['Ines Haloran', 'Ines Halloran']],
    )
    const linked = rows.filter(({ meansArticle }) => meansArticle !== null)
    assert.equal(linked.length, 2)
  },
)

testOnEachDatabase('an index is made for an author or a topic, each piece once, articles linked', async (db) => {
  await saveImports({ db, recordCustody }, files, { signedBy: 'M. Okafor', now: NOON })
  const byAuthor = await makeIndex(db, { by: 'author', author: 'Ines Halloran' })
  assert.deepEqual(
    byAuthor.lines.map(({ title, articleId }) => [title, articleId !== null]),
    [
      ['Veltria Buys Radar From Ostmark', false],
      ['Hill Forts of Veltria Rearmed After Long Neglect', true],
      ['More Ostmark', false],
      ['Veltria Counts Its Fishermen', false],
      ['More Ostmark', false],
    ],
  )
  const byTopic = await makeIndex(db, { by: 'topic', topic: 'radars' })
  assert.deepEqual(
    byTopic.lines.map(({ title }) => title),
    ['Veltria Buys Radar From Ostmark'],
  )
  assert.equal((await makeIndex(db, { by: 'topic', topic: '“”' })).lines.length, 0)
})

testOnEachDatabase(
  'an index of a country holds what indexes of that country list and what articles are about',
  async (db) => {
    const index = veltriaIndex.replaceAll('Veltria', 'Chad')
    const article = fortsArticle.replaceAll('Veltria', 'Chad')
    await saveImports({ db, recordCustody }, [importedFile('a', article), importedFile('i', index)], {
      signedBy: 'M. Okafor',
      now: NOON,
    })
    const made = await makeIndex(db, { by: 'country', country: 'TD' })
    assert.equal(made.title, 'Articles on Chad')
    assert.equal(made.lines.length, 7)
    assert.equal((await makeIndex(db, { by: 'country', country: 'ML' })).lines.length, 0)
  },
)

test('rare prints of a name are proposed as slips, and two people are not', () => {
  const names = (list: readonly (readonly [string, number])[]) =>
    proposeAuthorNames(list.map(([name, count]) => ({ name, count }))).map(({ name, meant }) => [name, meant])
  assert.deepEqual(
    names([
      ['Ines Halloran', 12],
      ['INes Halloran', 1],
    ]),
    [['INes Halloran', 'Ines Halloran']],
  )
  assert.deepEqual(
    names([
      ['Alma Brennar', 1],
      ['Alma Brenar', 1],
    ]),
    [['Alma Brenar', 'Alma Brennar']],
  )
  assert.deepEqual(
    names([
      ['Alma Brennar', 9],
      ['Alma Brenar', 8],
    ]),
    [],
  )
  assert.deepEqual(
    names([
      ['Alma Brennar', 9],
      ['Karl Brennar', 1],
    ]),
    [],
  )
  assert.deepEqual(names([]), [])
})

const evil: IndexLine = {
  issue: null,
  published: '2024-01-03',
  title: `=HYPERLINK("https://evil.example","x")<img src=x onerror=alert(1)>\r\n`,
  authors: ['@Ines', '"O\u2019Hara", Tom'],
  articleId: null,
}

test('exports run nothing: no formula in CSV, no markup in HTML, no script address as a link', () => {
  const csv = exportIndex('csv', 'x', [evil, { ...evil, title: '\t-1+2', authors: ['+x'] }])
  assert.match(csv, /"'=HYPERLINK\(""https/)
  assert.match(csv, /"'\t-1\+2",'\+x\r\n/)
  assert.equal(csv.split('\r\n').length, 5) // the head, two rows of which one holds a line break, the end
  const html = exportIndex('html', '<b>x</b>', [evil], () => 'javascript:alert(1)')
  assert.ok(!html.includes('<img') && !html.includes('<b>') && !html.includes('href'))
  assert.match(
    exportIndex('html', 'x', [evil], () => '/articles/1"'),
    /href="\/articles\/1&quot;"/,
  )
  const json = JSON.parse(exportIndex('json', 'x', [evil])) as { entries: IndexLine[] }
  assert.equal(json.entries[0]?.title, evil.title)
})

test('an index of a hundred thousand rows is described while one waits', () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => ({
    id: `i${n}`,
    date: `${1990 + (n % 40)}-0${1 + (n % 9)}-01`,
    meaning: 'issue-month' as const,
    title: `Veltria Again ${n}`,
    authors: [`Ines Halloran`],
    line: n + 1,
    duplicateOf: null,
    defect: null,
  }))
  assert.equal(describeIndex(rows).rows, 100_000)
})
