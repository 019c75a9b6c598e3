import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { errorCodes } from '../domain/errors.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

async function makeHome(t: TestContext): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-cli-'))
  t.after(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  return home
}

async function run(home: string, ...words: string[]) {
  let out = ''
  let notes = ''
  const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (notes += text) }, () => 0)
  const stop = new AbortController().signal
  const code = await runCommand(words, { environment: { DRAGOMAN_HOME: home }, stop, out: output })
  return { code, out, notes }
}

/** A command in a process of its own, as a shell starts it. `ended` gives its exit code. */
function start(t: TestContext, home: string, ...words: string[]) {
  const main = new URL('../main.ts', import.meta.url).pathname
  const env = { PATH: process.env['PATH'], DRAGOMAN_HOME: home, DRAGOMAN_PORT: '0' }
  const child = spawn(process.execPath, [main, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  return { child, ended: new Promise((resolve) => child.once('close', resolve)) }
}

test('a word that search leaves out is not taken for an option; elsewhere it is one', async (t) => {
  const home = await makeHome(t)
  assert.equal((await run(home, 'search', 'mill', '-fire', '--limit', '3')).code, 0)
  assert.equal((await run(home, 'search', 'mill', '--fire')).code, errorCodes['bad-usage'].exit)
  assert.equal((await run(home, 'status', '-v')).code, errorCodes['bad-usage'].exit)
})

test('a word too many is refused: nothing else is done in its place', async (t) => {
  const home = await makeHome(t)
  for (const words of [
    ['status', 'now'],
    ['start', '8080'],
    ['backup', 'a.tar', 'b.tar'],
    ['verify-archive', 'all'],
  ]) {
    const { code, notes } = await run(home, ...words)
    assert.equal(code, errorCodes['bad-usage'].exit)
    assert.match(notes, new RegExp(`“${words.at(-1)}” is one word too many`))
  }
})

test('a number out of bounds is refused, not bent', async (t) => {
  const home = await makeHome(t)
  for (const words of [
    ['search', 'mill', '--limit', '0'],
    ['search', 'mill', '--limit', '5000'],
    ['start', '--port', '70000'],
  ])
    assert.match((await run(home, ...words)).notes, /takes a whole number from/)
})

test('help about help is the overview', async (t) => {
  const { code, out } = await run(await makeHome(t), 'help', 'help')
  assert.equal(code, 0)
  assert.match(out, /dragoman COMMAND --help/)
})

test('a backup with no place to go is refused in words', async (t) => {
  const home = await makeHome(t)
  for (const file of [join(home, 'nowhere', 'desk.tar'), home]) {
    const { code, notes } = await run(home, 'backup', file, '--replace')
    assert.equal(code, errorCodes['bad-input'].exit, notes)
    assert.doesNotMatch(notes, /mistake in Dragoman/)
  }
})

test('one Ctrl-C that arrives twice, from the terminal and from npm, closes the desk in order', async (t) => {
  const { child, ended } = start(t, await makeHome(t), 'start')
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGINT')
  child.kill('SIGTERM') // another signal, because two of one kind may arrive as one
  assert.equal(await ended, 0)
})

test('a reader that leaves early does not end a command', async (t) => {
  const { child, ended } = start(t, await makeHome(t), 'help')
  child.stdout.destroy()
  assert.equal(await ended, 0)
})
