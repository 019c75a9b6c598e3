import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fortsArticle, harbourArticle, veltriaIndex } from '../desk/articles/test-files.ts'
import { errorCodes } from '../domain/errors.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

test('what is imported is listed, shown, found and indexed at the command line', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-articles-'))
  t.after(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const paths: string[] = []
  for (const [name, text] of Object.entries({
    'a.txt': harbourArticle,
    'b.txt': fortsArticle,
    'i.txt': veltriaIndex,
  })) {
    paths.push(join(home, name))
    await writeFile(join(home, name), text)
  }
  const run = async (...words: string[]) => {
    let out = ''
    const output = createOutput({ write: (text) => (out += text) }, { write: () => undefined }, () => 0)
    const environment = { DRAGOMAN_HOME: join(home, 'desk') }
    const code = await runCommand(words, { environment, stop: new AbortController().signal, out: output })
    return { code, out }
  }

  assert.match((await run('articles')).out, /No such articles/)
  assert.equal((await run('import', ...paths)).code, 0)
  const listed = JSON.parse((await run('articles', '--author', 'INES HALLORAN', '--json')).out) as {
    articles: { id: string; title: string; issue: string }[]
    total: number
  }
  assert.deepEqual(
    listed.articles.map(({ title, issue }) => [title, issue]),
    [['Hill Forts of Veltria Rearmed After Long Neglect', '2023-08']],
  )
  const shown = (await run('articles', listed.articles[0]?.id ?? '')).out
  assert.match(shown, /author: Ines Halloran \(Said by .*\)/)
  assert.match(shown, /cites \[i\]: Northern Harbour Towns.* → [0-9a-f-]{36}/)
  assert.match(shown, /cited by: Northern Harbours/)
  assert.match((await run('search', 'kind:article', 'dockers')).out, /^2 found/)
  assert.match(
    (await run('index', 'author', 'Tomas', 'Reel')).out,
    /^Articles by Tomas Reel: 3 pieces\n2024-01-03 {2}Northern/,
  )
  assert.match(
    (await run('index', 'topic', 'Joran Vael', '--form', 'csv')).out,
    /^published,issue,title,authors\r?\n2023-10-17/,
  )
  assert.equal((await run('index', 'country', 'XX')).code, errorCodes['bad-usage'].exit)
  assert.equal((await run('index')).code, errorCodes['bad-usage'].exit)
  assert.equal((await run('articles', 'nonsense')).code, errorCodes['not-found'].exit)
  assert.equal((await run('articles', '--issue', 'soon')).code, errorCodes['bad-usage'].exit)
})
