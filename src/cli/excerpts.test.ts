import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { readConfig } from '../config.ts'
import { aTestPage, anExcerpt } from '../desk/excerpts/test-pages.ts'
import { errorCodes } from '../domain/errors.ts'
import type { Db } from '../store/db.ts'
import { openRecords } from '../tools.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

const text = 'The minister opened the port. He spoke of two hundred new boats. Nobody asked why.'

async function aHome(t: TestContext, fill: (db: Db) => Promise<unknown>): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-excerpts-'))
  t.after(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const { db, close } = await openRecords(readConfig({ DRAGOMAN_HOME: home }))
  await fill(db)
  await close()
  return home
}

async function run(home: string, ...words: string[]) {
  let [out, notes] = ['', '']
  const output = createOutput({ write: (some) => (out += some) }, { write: (some) => (notes += some) }, () => 0)
  const around = { environment: { DRAGOMAN_HOME: home }, stop: new AbortController().signal, out: output }
  const code = await runCommand(['excerpts', ...words], around)
  return { code, out, notes }
}

test('a basket is handed out in any format, and its annotations are known when they come back', async (t) => {
  const home = await aHome(t, async (db) => {
    const page = await aTestPage(db, text)
    for (const words of ['The minister', 'two hundred new boats']) await anExcerpt(db, page, words, { basket: 'Ports' })
    await anExcerpt(db, page, 'Nobody asked why')
  })
  const cited = await run(home, '--basket', 'Ports', '--export', 'citations', '--cite', 'chicago')
  assert.equal(cited.out.trim().split('\n').length, 2)
  assert.match(cited.out, /^1\. “A title,” .*\n2\. .*, “A title\.”\n$/)
  assert.match((await run(home, '--basket', 'Ports', '--export', 'markdown')).out, /> two hundred new boats/)
  const { out } = await run(home, '--export', 'jsonld')
  const file = join(home, 'out.jsonld')
  await writeFile(file, out)
  assert.equal((await run(home, '--import', file)).out, '0 new, 3 known, 0 differ, 0 refused\n')
})

test('annotations of another home come in where the page is kept; each that does not says why', async (t) => {
  const from = await aHome(t, async (db) => anExcerpt(db, await aTestPage(db, text), 'two hundred new boats'))
  const to = await aHome(t, async () => undefined)
  const file = join(to, 'in.jsonld')
  await writeFile(file, (await run(from, '--annotations')).out)
  const dry = await run(to, '--import', file, '--dry-run')
  assert.equal(dry.out, '0 new, 0 known, 0 differ, 1 refused (nothing was kept)\n')
  assert.match(dry.notes, /in\.jsonld, 1 \(refused\): “two hundred new boats” Its page is not kept here/)
})

test('what is no file of annotations, and a form or format that is none, is told in words', async (t) => {
  const home = await aHome(t, async () => undefined)
  const file = join(home, 'wrong.json')
  await writeFile(file, '{"type":"Note"}')
  for (const words of [
    ['--import', file],
    ['--import', join(home, 'none')],
  ])
    assert.equal((await run(home, ...words)).code, errorCodes['bad-input'].exit)
  for (const words of [
    ['--cite', 'harvard'],
    ['--export', 'docx'],
  ]) {
    const { code, notes } = await run(home, ...words)
    assert.equal(code, errorCodes['bad-usage'].exit)
    assert.match(notes, /There are:/)
  }
})
