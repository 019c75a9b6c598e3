import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { fortsArticle, harbourArticle } from '../desk/articles/test-files.ts'
import { errorCodes } from '../domain/errors.ts'
import { homePlaces } from '../tools.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

async function makeDesk(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-verify-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const home = join(folder, 'desk')
  const run = async (...words: string[]) => {
    let out = ''
    const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (out += text) }, () => 0)
    const environment = { DRAGOMAN_HOME: home, DRAGOMAN_ANALYST: 'M. Okafor' }
    const code = await runCommand(words, { environment, stop: new AbortController().signal, out: output })
    return { code, out }
  }
  await writeFile(join(folder, 'plain.txt'), harbourArticle)
  await writeFile(join(folder, 'wide.txt'), Buffer.from(`\ufeff${fortsArticle}`, 'utf16le'))
  assert.equal((await run('import', join(folder, 'plain.txt'), join(folder, 'wide.txt'))).code, 0)
  return { folder, home, run }
}

function changeRecords(home: string, sql: string): void {
  const records = new DatabaseSync(homePlaces(home).records)
  records.exec(sql)
  records.close()
}

test('imported files stand in the custody log; of their words and bytes no more is said than was verified', async (t) => {
  const { run } = await makeDesk(t)
  const { code, out } = await run('verify-archive')
  assert.equal(code, 0, out)
  assert.match(out, /There are no captures to verify\./u)
  assert.doesNotMatch(out, /Every capture holds/u)
  assert.match(out, /2 imported files: 2 in the custody log/u)
  assert.match(out, /words of 2 of 2 were hashed again/u)
  assert.match(out, /bytes of 1 are not kept as they were/u)
  const told = JSON.parse((await run('verify-archive', '--json')).out) as { imports: unknown }
  assert.deepEqual(told.imports, { files: 2, logged: 2, textsHold: 2, bytesHold: 1, failures: [] })
})

for (const [what, sql, told] of [
  ['words', `update import_files set text = replace(text, 'harbour', 'airport')`, /plain\.txt.*Its words are not/u],
  ['digest', `update import_files set digest = 'f00d' where name like '%wide.txt'`, /wide\.txt.*digest and size/u],
] as const) {
  test(`${what} of an imported file that were changed in the records are found, and the file is named`, async (t) => {
    const { home, run } = await makeDesk(t)
    changeRecords(home, sql)
    const { code, out } = await run('verify-archive')
    assert.equal(code, errorCodes['evidence-fails'].exit)
    assert.match(out, told)
    assert.match(out, /words of 1 of 2/u)
  })
}

test('a backup says how many articles it holds, and so does what is restored from it; a home with articles is no empty one', async (t) => {
  const { folder, run } = await makeDesk(t)
  const file = join(folder, 'desk.tar')
  assert.match((await run('backup', file)).out, /0 items, 0 captures, 2 articles, \d+ files/u)
  assert.equal((await run('restore', file)).code, errorCodes.conflict.exit)
  const restored = await run('restore', file, '--home', join(folder, 'other'))
  assert.match(restored.out, /0 items, 0 captures, 2 articles, 2 searchable/u)
  assert.equal((await run('verify-archive', '--home', join(folder, 'other'))).code, 0)
})
