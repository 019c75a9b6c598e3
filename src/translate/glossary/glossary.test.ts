import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { openGlossary } from './apply-glossary.ts'
import { readGlossaryCsv, writeGlossaryCsv } from './glossary-csv.ts'
import type { GlossaryTerm } from './glossary-term.ts'
import { bringTerms } from './bring-terms.ts'
import { dropTerm, keepTerm, loadGlossary } from './keep-glossary.ts'
import { readyGlossary } from './ready-glossary.ts'
import { readTbx, writeTbx } from './tbx.ts'

const terms: GlossaryTerm[] = [
  {
    key: 'port-rahman',
    kind: 'place',
    note: 'as on "our" map, <since> 2021',
    names: [
      { language: 'ar', text: 'ميناء رحمان', status: 'agreed' },
      { language: 'en', text: 'Port of Rahman', status: 'agreed' },
      { language: 'en', text: '=Rahman, Port', status: 'forbidden' },
    ],
  },
  {
    key: 'ar:رحمان',
    kind: 'person',
    note: null,
    names: [
      { language: 'ar', text: 'رحمان', status: 'agreed' },
      { language: 'en', text: 'Rahman', status: 'agreed' },
      { language: 'en', text: 'Rahmaan', status: 'admitted' },
    ],
  },
]
const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)]

test('what goes out as CSV or TBX comes in again the same', async () => {
  assert.deepEqual(readGlossaryCsv(writeGlossaryCsv(terms)), { kind: 'glossary', terms, lines: [2, 3], problems: [] })
  assert.deepEqual(await readTbx(bytes(writeTbx(terms))), { kind: 'glossary', terms, lines: [1, 2], problems: [] })
})

test('TBX of version 2 is read, and what is no term is named', async () => {
  const old =
    '<martif><text><body><termEntry id="c1"><langSet xml:lang="ar"><tig><term>وزير</term></tig></langSet><langSet xml:lang="en"><tig><term>minister</term></tig></langSet></termEntry><termEntry id="c2"/></body></text></martif>'
  const file = await readTbx(bytes(old))
  assert.ok(file.kind === 'glossary')
  assert.deepEqual(
    file.terms.map(({ key }) => key),
    ['c1'],
  )
  assert.equal(file.problems.length, 1)
  assert.equal((await readTbx(bytes('<html>'))).kind, 'not-a-glossary')
  assert.equal(readGlossaryCsv('a;b\n1;2').kind, 'not-a-glossary')
  const rows = readGlossaryCsv('kind,ar,en\nghost,x,y\nplace,x,\nplace,x,y\n')
  assert.ok(rows.kind === 'glossary')
  assert.deepEqual([rows.terms.length, rows.problems.map(({ line }) => line)], [1, [2, 3]])
})

test('the longest term wins, a word is in one term only, and half a word is no term', () => {
  const glossary = openGlossary(terms, 'ar', 'en')
  const text = 'زار رحمان ميناء رحمان أمس'
  assert.deepEqual(
    glossary.find(text).map(({ term, start, end, targets }) => [term.kind, text.slice(start, end), targets]),
    [
      ['person', 'رحمان', ['Rahman', 'Rahmaan']],
      ['place', 'ميناء رحمان', ['Port of Rahman']],
    ],
  )
  assert.deepEqual(glossary.find('عبدالرحمانية'), [])
  assert.deepEqual(
    openGlossary(terms, 'ar', 'fr').find(text),
    [],
    'a term without a name in the language asks for nothing',
  )
})

testOnEachDatabase('a glossary comes in with a dry run before, and a second time changes nothing', async (db) => {
  const file = { terms, lines: [1, 2], problems: [] }
  const by = { signedBy: 'M. Okafor', now: 1 }
  const kinds = async (dryRun: boolean): Promise<string[]> =>
    (await bringTerms(db, file, { ...by, dryRun })).rows.map(({ kind }) => kind)
  assert.deepEqual(await kinds(true), ['new', 'new'])
  assert.deepEqual(await loadGlossary(db), [])
  assert.deepEqual(await kinds(false), ['new', 'new'])
  assert.deepEqual(await kinds(false), ['same', 'same'])
  assert.deepEqual((await loadGlossary(db)).map(({ key }) => key).sort(), ['ar:رحمان', 'port-rahman'])
})

testOnEachDatabase('a glossary that is asked for again is the same one until anybody changes a term', async (db) => {
  const direction = { from: 'ar', to: 'en' }
  const name = (language: string, text: string) => ({ language, text, status: 'agreed' as const })
  const term = (english: string) => ({
    key: 'port',
    kind: 'place' as const,
    names: [name('ar', 'الميناء'), name('en', english)],
    note: null,
  })
  const say = async () => (await readyGlossary(db, direction)).find('الميناء').map(({ targets }) => targets[0])
  assert.deepEqual(await say(), [])
  await keepTerm(db, term('the port'), { signedBy: 'M. Okafor', now: 1 })
  assert.deepEqual(await say(), ['the port'])
  assert.equal(await readyGlossary(db, direction), await readyGlossary(db, direction))
  await keepTerm(db, term('the harbour'), { signedBy: 'M. Okafor', now: 1 })
  assert.deepEqual(await say(), ['the harbour'], 'also within the same millisecond')
  await dropTerm(db, 'port', { signedBy: 'M. Okafor', now: 1 })
  assert.deepEqual(await say(), [])
})
