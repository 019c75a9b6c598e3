// Glossary, memory and engines from the command line, as on the screen.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { HOST, serveEngine } from '../translate/engines/test-engine-server.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

async function openHome(t: TestContext, settings: Readonly<Record<string, string>> = {}) {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-desk-'))
  t.after(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const run = async (...words: string[]) => {
    let out = ''
    let notes = ''
    const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (notes += text) }, () => 0)
    const environment = { DRAGOMAN_HOME: home, ...settings }
    const code = await runCommand(words, { environment, stop: new AbortController().signal, out: output })
    return { code, out, notes }
  }
  return { home, run }
}

test('terms come in with their mistakes told by line, are found in any script, and taken out', async (t) => {
  const { home, run } = await openHome(t)
  const file = join(home, 'terms.csv')
  await writeFile(file, 'key,kind,note,ar,en\nport,place,,الميناء,the harbor\nbad,ghost,,س,x\n')
  const look = await run('glossary', 'import', file, '--dry-run')
  assert.match(look.out, /1 new, 0 changed, 0 the same \(nothing was kept\)/)
  assert.match(look.notes, /terms\.csv, 3: “ghost” is no kind of term/)
  assert.equal((await run('glossary')).out, '')
  await run('glossary', 'import', file)
  assert.match((await run('glossary', 'find', 'HARBORS', '--language', 'ar')).out, /place: ar الميناء, en the harbor/)
  assert.equal((await run('glossary', 'find', 'harbor', '--kind', 'person')).out, '')
  assert.equal((await run('glossary', 'remove', 'port')).code, 0)
  assert.equal((await run('glossary', 'remove', 'port')).code, 5)
  assert.match((await run('glossary', 'authorities', '--dry-run')).out, /0 new/)
})

test('a sentence of the memory is found by one that is alike, and forgotten by itself', async (t) => {
  const { home, run } = await openHome(t)
  const file = join(home, 'm.tmx')
  const unit =
    '<tu><tuv xml:lang="ar"><seg>وصل 26 قاربا إلى الميناء.</seg></tuv><tuv xml:lang="en"><seg>Some boats.</seg></tuv></tu>'
  await writeFile(file, `<tmx version="1.4"><header srclang="ar"/><body>${unit}</body></tmx>`)
  assert.match(
    (await run('memory', 'import', file, '--dry-run')).out,
    /1 units read, none kept \(1 new, 0 changed, 0 the same\)/,
  )
  await run('memory', 'import', file)
  const found = await run('memory', 'find', 'وصل 27 قاربا إلى الميناء.', '--from', 'ar')
  assert.match(found.out, /80 % {2}وصل 26[^]*Some boats\. {3}\(human/)
  assert.equal((await run('memory', 'forget', 'وصل 27 قاربا إلى الميناء.', '--from', 'ar')).code, 5)
  assert.equal((await run('memory', 'forget', 'وصل 26 قاربا إلى الميناء.', '--from', 'ar')).code, 0)
  assert.match((await run('memory', 'find', 'وصل 26 قاربا إلى الميناء.', '--from', 'ar')).notes, /No sentence/)
})

test('an engine is tried from the command line, its cost is counted, and its trouble is on record', async (t) => {
  let status = 200
  const server = await serveEngine(() => ({ status, body: { translatedText: ['Some boats.'] } }))
  t.after(() => server.close())
  const { port } = new URL(server.endpoint)
  const { run } = await openHome(t, {
    DRAGOMAN_ENGINES: JSON.stringify([{ engine: 'libretranslate', endpoint: server.endpoint, key: 'secret-key' }]),
    DRAGOMAN_ALLOW_HOSTS: JSON.stringify([{ host: HOST, address: '127.0.0.1', port: Number(port) }]),
  })
  assert.match((await run('engines', 'try', 'libretranslate', 'قوارب', '--from', 'ar')).out, /^Some boats\. {3}\(\d/)
  status = 403
  const refused = await run('engines', 'try', 'libretranslate', 'قوارب', '--from', 'ar')
  assert.equal(refused.code, 14)
  assert.match(refused.notes, /does not accept our key/)
  const { out } = await run('engines')
  assert.match(out, /libretranslate: 5 characters this month; last trouble .*does not accept our key/)
  assert.doesNotMatch(`${out}${refused.notes}`, /secret-key/)
  assert.match((await run('engines', 'work')).out, /0 waiting, 0 failed, 0 left to people/)
  assert.match((await run('engines', 'retry')).out, /^0 translations/)
})
