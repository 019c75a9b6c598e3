import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadCommand } from './commands.ts'
import type { Output } from './output.ts'

const tmx = `<tmx version="1.4"><header srclang="ar"/><body><tu><tuv xml:lang="ar"><seg>وصل القارب إلى الميناء.</seg></tuv><tuv xml:lang="en"><seg>The boat reached the port.</seg></tuv></tu></body></tmx>`

async function run(home: string, name: string, words: string[], options: Record<string, string | boolean> = {}) {
  const lines: string[] = []
  const notes: string[] = []
  const out: Output = {
    line: (text = '') => void lines.push(text),
    json: (value) => void lines.push(JSON.stringify(value)),
    progress: () => undefined,
    note: (text) => void notes.push(text),
  }
  const command = await loadCommand(name)
  const code = await command?.run(
    { words, options: { home, ...options }, environment: {}, stop: new AbortController().signal },
    out,
  )
  return { code, lines, notes }
}

test('a memory and a glossary brought in are used by translate, and go out again', async () => {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-translate-'))
  const at = (name: string): string => join(home, name)
  await writeFile(at('in.tmx'), tmx)
  await writeFile(at('terms.csv'), 'kind,ar,en\nplace,الميناء,the harbor\n')
  await writeFile(at('page.txt'), 'وصل القارب إلى الميناء. غادر القارب.')
  assert.match((await run(home, 'memory', ['import', at('in.tmx')])).lines[0] ?? '', /1 units read, 1 learnt/)
  assert.match((await run(home, 'glossary', ['import', at('terms.csv')])).lines[0] ?? '', /1 new/)
  const { code, lines, notes } = await run(home, 'translate', [at('page.txt')], { from: 'ar' })
  assert.deepEqual(lines, ['The boat reached the port.', '[غادر القارب.]'])
  assert.equal(code, 14)
  assert.match(notes.join('\n'), /agreed to be “the harbor”/)
  assert.match(notes.join('\n'), /No engine is set up/)
  await run(home, 'memory', ['export', at('out.tmx')])
  assert.match(await readFile(at('out.tmx'), 'utf8'), /The boat reached the port\./)
  await run(home, 'glossary', ['export', at('out.tbx')])
  assert.match(await readFile(at('out.tbx'), 'utf8'), /<term>the harbor<\/term>/)
  await assert.rejects(run(home, 'memory', ['import', at('no-such.tmx')]), /cannot be read/)
  await assert.rejects(run(home, 'translate', [at('page.txt')], { engine: 'deepl' }), /No engine “deepl”/)
  await rm(home, { recursive: true })
})
