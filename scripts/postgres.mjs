// A PostgreSQL for the tests: the one named in DRAGOMAN_TEST_POSTGRES, or a throw-away one from the machine's own binaries.

import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const nothing = { stop: async () => undefined }

/** `{ kind: 'running', url, what, stop }` or `{ kind: 'missing', reason, stop }`. */
export async function startPostgres() {
  const given = process.env.DRAGOMAN_TEST_POSTGRES
  if (given) return { kind: 'running', url: given, what: 'the one in DRAGOMAN_TEST_POSTGRES', ...nothing }
  const bin = findBinaries()
  if (!bin)
    return {
      kind: 'missing',
      reason: 'initdb and postgres are not on this machine (Debian: apt-get install postgresql)',
      ...nothing,
    }
  try {
    return await startThrowAway(bin)
  } catch (error) {
    return {
      kind: 'missing',
      reason: `it did not start (${error instanceof Error ? error.message.split('\n')[0] : error})`,
      ...nothing,
    }
  }
}

function findBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

async function startThrowAway(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-postgres-'))
  const data = join(folder, 'data')
  const who = unprivilegedUser()
  if (who) {
    chmodSync(folder, 0o755)
    chownSync(folder, who.uid, who.gid)
  }
  const port = await freePort()
  const run = { stdio: 'pipe', cwd: folder, ...who }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'dragoman', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    run,
  )
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    {
      ...run,
      stdio: 'ignore',
    },
  )
  const stop = async () => {
    if (server.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await gone
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgres://dragoman@127.0.0.1:${port}/postgres`
  try {
    await waitUntilReady(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { kind: 'running', url, what: `a throw-away server from ${bin}`, stop }
}

/** initdb refuses to run as root; any other user will do. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      continue
    }
  }
  return undefined
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function waitUntilReady(url, server) {
  const { default: pg } = await import('pg')
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('no answer within ten seconds')
}
