import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { errorCodes } from '../domain/errors.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

test('romanise writes a line for each name, names the system, and tells what is doubtful', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-romanise-'))
  t.after(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const run = async (words: readonly string[]) => {
    let out = ''
    let notes = ''
    const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (notes += text) }, () => 0)
    const environment = { DRAGOMAN_HOME: home }
    const code = await runCommand(words, { environment, stop: new AbortController().signal, out: output })
    return { code, out, notes }
  }
  const one = await run(['romanise', 'منذر', '--language', 'ar'])
  assert.deepEqual([one.code, one.out], [0, 'Mndhr\n'])
  assert.match(one.notes, /bgnpcgn-1956-ara; short vowels are not printed/u)
  const file = join(home, 'names.txt')
  await writeFile(file, 'Київ\nЗапоріжжя\n')
  assert.equal((await run(['romanise', '--file', file, '--language', 'uk'])).out, 'Kyiv\nZaporizhzhia\n')
  const json = await run(['romanise', '习近平', '--no-tones', '--language', 'zh', '--json'])
  assert.equal((JSON.parse(json.out) as { romanised: { text: string }[] }).romanised[0]?.text, 'Xi Jinping')
  const away = await run(['romanise', '東京', '--language', 'ja'])
  assert.equal(away.code, errorCodes['partly-failed'].exit)
  assert.match(away.notes, /not done/u)
  assert.notEqual((await run(['romanise'])).code, 0)
})
