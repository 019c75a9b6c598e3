// What every command has in common: help with an example, named exit codes, and with --json nothing but JSON.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { errorCodes } from '../domain/errors.ts'
import { version } from '../version.ts'
import { commandNames, loadAllCommands, loadCommand } from './commands.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

async function makeHome(t: TestContext): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-commands-'))
  t.after(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  return home
}

async function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  let out = ''
  let notes = ''
  const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (notes += text) }, () => 0)
  const code = await runCommand(words, { environment, stop: new AbortController().signal, out: output })
  return { code, out, notes }
}

test('the issue’s commands are all there', () => {
  const promised = 'start demo outlets feeds collect read search status rebuild backup restore verify-archive'
  for (const name of promised.split(' ')) assert.ok(commandNames.includes(name), name)
})

test('without words, or asked for help, the overview names every command in a line', async () => {
  for (const words of [[], ['help'], ['--help'], ['-h']]) {
    const { code, out, notes } = await run(words)
    assert.deepEqual([code, notes], [0, ''])
    for (const { name, about } of await loadAllCommands())
      assert.ok(out.includes(`${name} `) && out.includes(about), name)
    assert.ok(
      out.split('\n').every((line) => line.length <= 140),
      'lines fit a terminal',
    )
  }
})

test('the help of search says what it does without words', async () => {
  assert.match((await run(['search', '--help'])).out, /Without words it lists everything/u)
})

test('one of a thing is told in the singular', async (t) => {
  const home = await makeHome(t)
  const text = 'The harbour town opened a second line of ferries on Monday, and the mayor was on board. '.repeat(12)
  const lines = ['a', 'b'].map((id) => JSON.stringify({ id, title: 'Ferries', text, language: 'en', published: null }))
  await writeFile(join(home, 'press.jsonl'), lines.join('\n'))
  const { notes } = await run(['copies', join(home, 'press.jsonl'), '--brief'])
  assert.match(notes, /2 documents, 1 original with 1 copy, 0 pairs possible/u)
})

for (const name of commandNames) {
  test(`the help of ${name} says what it does, what it takes, and shows an example`, async () => {
    for (const words of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, out, notes } = await run(words)
      assert.deepEqual([code, notes], [0, ''])
      assert.match(out, new RegExp(`^[A-Z][^\\n]+\\.\\n\\nUsage: dragoman ${name}`))
      assert.match(out, new RegExp(`\\nExamples?:\\n  [^\\n]*dragoman ${name}`))
      for (const option of ['--json', '--home DIR', '--help']) assert.ok(out.includes(option), option)
    }
  })

  test(`${name} refuses an option it does not know, with its exit code and a way on`, async (t) => {
    const { code, out, notes } = await run([name, '--frobnicate'], { DRAGOMAN_HOME: await makeHome(t) })
    assert.equal(code, errorCodes['bad-usage'].exit)
    assert.equal(out, '')
    assert.match(notes, new RegExp(`--frobnicate.*dragoman ${name} --help`, 's'))
  })
}

test('a command that there is not is refused with the list of those there are', async () => {
  for (const words of [['frobnicate'], ['help', 'frobnicate'], ['constructor'], ['__proto__']]) {
    const { code, out, notes } = await run(words)
    assert.deepEqual([code, out], [errorCodes['bad-usage'].exit, ''])
    assert.match(notes, /There is no command.*verify-archive/s)
  }
})

test('the version is the package’s', async () => {
  assert.equal((await run(['--version'])).out, `${version}\n`)
})

/** Words after which a command must end well on an empty home. */
const harmless: readonly (readonly string[])[] = [
  ['outlets'],
  ['feeds'],
  ['collect'],
  ['search', 'anything'],
  ['status'],
  ['rebuild'],
  ['rebuild', '--index-only'],
  ['verify-archive'],
]

test('with --json the result is the whole of standard output, also on an empty home', async (t) => {
  const home = await makeHome(t)
  const page = join(home, 'page.html')
  await writeFile(page, '<title>A page</title><p>With a sentence in it, and another.')
  const backup = join(home, 'desk.tar')
  const all = [...harmless, ['read', page], ['backup', backup], ['restore', backup, '--home', join(home, 'restored')]]
  for (const words of all) {
    const { code, out, notes } = await run([...words, '--json'], { DRAGOMAN_HOME: join(home, 'home') })
    assert.equal(code, 0, `${words.join(' ')}: ${notes}`)
    assert.doesNotThrow(() => JSON.parse(out), `${words.join(' ')}: ${out}`)
  }
})

test('what goes wrong is said on standard error, and standard output stays empty, with --json too', async (t) => {
  const DRAGOMAN_HOME = await makeHome(t)
  const wrong: readonly (readonly [code: keyof typeof errorCodes, ...words: string[]])[] = [
    ['bad-usage', 'outlets', 'frobnicate'],
    ['bad-usage', 'outlets', 'add'],
    ['bad-usage', 'feeds', 'frobnicate'],
    ['bad-usage', 'feeds', 'import'],
    ['bad-usage', 'read'],
    ['bad-usage', 'backup'],
    ['bad-usage', 'restore'],
    ['bad-usage', 'search', '"never closed'],
    ['bad-usage', 'search', 'x', '--limit', 'many'],
    ['bad-input', 'read', join(DRAGOMAN_HOME, 'nowhere.html')],
    ['bad-input', 'restore', join(DRAGOMAN_HOME, 'nowhere.tar')],
    ['bad-input', 'feeds', 'import', join(DRAGOMAN_HOME, 'nowhere.opml')],
    ['bad-input', 'collect', '--page', 'no address'],
    ['bad-input', 'collect', '--page', 'http://127.0.0.1/'],
    ['bad-input', 'collect', '--page', 'http://192.168.1.1/a'],
    ['not-found', 'collect', 'https://nobody.example/rss'],
    ['not-found', 'feeds', 'pause', 'https://nobody.example/rss'],
    ['network', 'outlets', 'add', 'http://127.0.0.1/'],
    ['network', 'read', 'http://127.0.0.1/'],
    ['bad-config', 'status', '--home', join(DRAGOMAN_HOME, 'worker.lock', 'under-a-file')],
  ]
  await writeFile(join(DRAGOMAN_HOME, 'worker.lock'), '')
  for (const [expected, ...words] of wrong) {
    for (const asked of [words, [...words, '--json']]) {
      const { code, out, notes } = await run(asked, { DRAGOMAN_HOME })
      assert.equal(code, errorCodes[expected].exit, `${asked.join(' ')}: ${code} ${notes}`)
      assert.equal(out, '', asked.join(' '))
      assert.match(notes, /\S{3}.*\n$/s)
      assert.doesNotMatch(notes, /\bat .*\.ts:\d+/, 'people see words, not a stack')
    }
  }
})

test('settings that cannot be used stop every command before it does anything', async (t) => {
  const home = join(await makeHome(t), 'home')
  for (const name of commandNames.filter((one) => one !== 'demo')) {
    const words = Array.from({ length: (await loadCommand(name))?.maxWords ?? 2 }, () => 'word')
    const { code, notes } = await run([name, ...words], { DRAGOMAN_HOME: home, DRAGOMAN_PORT: 'x' })
    const expected: number[] = [errorCodes['bad-config'].exit, errorCodes['bad-input'].exit]
    assert.ok(expected.includes(code), `${name}: ${code} ${notes}`)
  }
})

test('what pages say cannot move the cursor of a terminal', () => {
  let out = ''
  const output = createOutput({ write: (text) => (out += text) }, { write: () => undefined }, () => 0)
  output.line('a \x1b[2J\x1b]0;title\x07 page \u202E \x9b31m with tricks\0')
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  assert.doesNotMatch(out.slice(0, -1), /[\x00-\x1f\x7f-\x9f\u202a-\u202e]/)
})
