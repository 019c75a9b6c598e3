import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { describeSettings, readConfig, showConfig, type Environment } from './config.ts'
import { DeskError, errorCodes } from './domain/errors.ts'

/** A home with the `config.json` given, text or settings. */
async function makeHome(t: TestContext, settings?: unknown): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-config-'))
  t.after(() => rm(home, { recursive: true }))
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings)
  if (settings !== undefined) await writeFile(join(home, 'config.json'), text)
  return home
}

function problemsOf(environment: Environment): string {
  try {
    readConfig(environment)
  } catch (error) {
    assert.ok(error instanceof DeskError)
    assert.equal(error.code, 'bad-config')
    return error.message
  }
  return assert.fail('the configuration was accepted')
}

test('every problem is reported at once, with the place it came from', async (t) => {
  const home = await makeHome(t, { fetchers: 0, colour: 'blue' })
  const message = problemsOf({
    DRAGOMAN_HOME: home,
    DRAGOMAN_PORT: '70000',
    DRAGOMAN_PACE_SECONDS: 'slowly',
    DRAGOMAN_ALLOW_HOSTS: '[{"host": "a.example"}]',
    DRAGOMAN_POSTGRES_FILE: join(home, 'nowhere'),
  })
  for (const place of [
    'DRAGOMAN_PORT',
    'DRAGOMAN_PACE_SECONDS',
    'fetchers',
    'colour',
    'allowHosts.0.port',
    'DRAGOMAN_POSTGRES_FILE',
  ]) {
    assert.ok(message.includes(place), `${place} in:\n${message}`)
  }
})

test('a file that is no JSON object is named, and hides no other problem', async (t) => {
  for (const text of ['{"port": 1', '[]', '7', 'null', '']) {
    const home = await makeHome(t, text)
    const message = problemsOf({ DRAGOMAN_HOME: home, DRAGOMAN_PORT: '-1' })
    assert.ok(message.includes(join(home, 'config.json')), message)
    assert.ok(message.includes('DRAGOMAN_PORT'), message)
  }
})

test('a file that begins with a byte order mark is read as if it did not', async (t) => {
  const home = await makeHome(t, '\uFEFF{"port": 7}')
  assert.equal(readConfig({ DRAGOMAN_HOME: home }).port, 7)
})

test('a home that is a file, and settings that are a folder, are named as what they are', async (t) => {
  const home = await makeHome(t)
  await writeFile(join(home, 'letter'), '')
  assert.match(problemsOf({ DRAGOMAN_HOME: join(home, 'letter') }), /letter is a file, and a home must be a folder/)
  await mkdir(join(home, 'config.json'))
  assert.match(problemsOf({ DRAGOMAN_HOME: home }), /config\.json is a folder/)
})

test('a variable with a slip in its name is refused, not passed over', async (t) => {
  const message = problemsOf({ DRAGOMAN_HOME: await makeHome(t), DRAGOMAN_PACE_SECOND: '9', DRAGOMAN_TEST_SEED: '1' })
  assert.match(message, /DRAGOMAN_PACE_SECOND is no variable/)
  assert.doesNotMatch(message, /TEST_SEED/)
})

test('an allowed host is a name and an address, and nothing that only looks like them', async (t) => {
  const DRAGOMAN_HOME = await makeHome(t)
  const withHost = (host: object) => ({ DRAGOMAN_HOME, DRAGOMAN_ALLOW_HOSTS: JSON.stringify([host]) })
  assert.equal(readConfig(withHost({ host: 'press.internal', address: 'fd00::7', port: 80 })).allowHosts.length, 1)
  for (const wrong of [
    { host: 'http://press.internal', address: '10.0.0.7', port: 80 },
    { host: 'press.internal:80', address: '10.0.0.7', port: 80 },
    { host: 'press.internal', address: 'localhost', port: 80 },
    { host: 'press.internal', address: '10.0.0.7', port: 80, colour: 'blue' },
  ])
    assert.match(problemsOf(withHost(wrong)), /allowHosts|colour/)
})

test('the command line wins over the environment, that over the file, and that over the defaults', async (t) => {
  const DRAGOMAN_HOME = await makeHome(t, { port: 1111, analyst: 'file', fetchers: 3 })
  const config = readConfig({ DRAGOMAN_HOME, DRAGOMAN_PORT: '2222', DRAGOMAN_ANALYST: 'environment' }, { port: 3333 })
  assert.deepEqual([config.port, config.analyst, config.fetchers, config.paceSeconds], [3333, 'environment', 3, 4])
})

test('a name that looks like a number is a name, and an empty variable is none', async (t) => {
  const DRAGOMAN_HOME = await makeHome(t)
  const config = readConfig({ DRAGOMAN_HOME, DRAGOMAN_ANALYST: '42', DRAGOMAN_PORT: '' })
  assert.deepEqual([config.analyst, config.port], ['42', 4670])
})

test('secrets are taken from a file, shown only as set, and never part of an error', async (t) => {
  const secret = 'postgres://desk:hunter2@db.example/desk'
  const home = await makeHome(t)
  const file = join(home, 'secret')
  await writeFile(file, `${secret}\n`)
  const config = readConfig({ DRAGOMAN_HOME: home, DRAGOMAN_POSTGRES_FILE: file })
  assert.equal(config.postgres, secret)
  assert.equal(showConfig(config)['postgres'], '(set)')
  assert.doesNotMatch(JSON.stringify(showConfig(config)), /hunter2/)
  const broken = problemsOf({
    DRAGOMAN_HOME: await makeHome(t, { postgres: { password: 'hunter2' } }),
    DRAGOMAN_PORT: 'x',
  })
  assert.match(broken, /DRAGOMAN_POSTGRES/)
  assert.doesNotMatch(broken, /hunter2/)
})

test('what stands in the environment goes before what stands in a file that it names', async (t) => {
  const home = await makeHome(t)
  await writeFile(join(home, 'secret'), 'postgres://from.the.file/desk')
  const environment = {
    DRAGOMAN_HOME: home,
    DRAGOMAN_POSTGRES: 'postgres://direct/desk',
    DRAGOMAN_POSTGRES_FILE: join(home, 'secret'),
  }
  assert.equal(readConfig(environment).postgres, 'postgres://direct/desk')
})

test('a database is named by a PostgreSQL address and by nothing else, and what is wrong is not repeated', async (t) => {
  const home = await makeHome(t)
  const reading = (DRAGOMAN_POSTGRES: string) => readConfig({ DRAGOMAN_HOME: home, DRAGOMAN_POSTGRES }).postgres
  const fit = [
    'postgres://desk@db.example:5432/desk',
    'postgresql:///desk?host=/run/postgresql',
    'postgres://desk@/desk',
  ]
  for (const url of fit) assert.equal(reading(url), url)
  for (const url of ['garbage', 'hunter2', 'mysql://desk@db.example/desk', 'postgres://db.example:hunter2/desk']) {
    const problems = problemsOf({ DRAGOMAN_HOME: home, DRAGOMAN_POSTGRES: url })
    assert.match(problems, /DRAGOMAN_POSTGRES.*postgres:\/\/user@host/)
    assert.doesNotMatch(problems, /garbage|hunter2|mysql/)
  }
})

test('the configuration cannot be changed once it is read', async (t) => {
  const config = readConfig({ DRAGOMAN_HOME: await makeHome(t) })
  assert.throws(() => Object.assign(config, { port: 1 }), TypeError)
})

test('without a home named, it is the platform’s data folder, never the folder one happens to stand in', () => {
  for (const environment of [{}, { DRAGOMAN_HOME: '' }, { DRAGOMAN_HOME: '', HOME: homedir() }]) {
    const { home } = readConfig(environment)
    assert.ok(home.startsWith(homedir()) && home.length > homedir().length, home)
  }
  if (process.platform !== 'linux') return
  assert.equal(readConfig({ XDG_DATA_HOME: '/somewhere' }).home, '/somewhere/dragoman')
})

test('the handbook names every setting with its variable, and every exit code', async () => {
  const handbook = await readFile(new URL('../docs/settings.md', import.meta.url), 'utf8')
  for (const { name, variable, about } of describeSettings()) {
    assert.ok(about, name)
    assert.ok(handbook.includes(`| \`${name}\` | \`${variable}\` |`), name)
  }
  for (const [name, { exit }] of Object.entries(errorCodes))
    assert.ok(handbook.includes(`| ${exit} | \`${name}\` |`), name)
})
