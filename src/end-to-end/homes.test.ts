// Homes that are in use, of a newer version, damaged or out of reach: each is refused by its own code, or mended.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { errorCodes } from '../domain/errors.ts'
import { homePlaces } from '../tools.ts'
import { digestIndex, findContradictions } from './find-contradictions.ts'
import { openPressHome } from './open-press-home.ts'
import { dragoman, dragomanJson, makeFolder, startDragoman } from './run-dragoman.ts'

/** Every command that would open a home, with words it accepts. */
const commands: readonly (readonly string[])[] = [
  ['start', '--port', '0'],
  ['collect'],
  ['status'],
  ['search', 'word'],
  ['outlets'],
  ['feeds'],
  ['rebuild'],
  ['verify-archive'],
]

/** File → digest of every file of a home. */
async function digestFiles(home: string): Promise<Record<string, string>> {
  const names = (await readdir(home, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const digests = names.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const
  })
  // The lock and the note beside it are of the process, not of the desk.
  return Object.fromEntries((await Promise.all(digests)).filter(([path]) => !/worker\.(lock|json)/.test(path)))
}

async function overwrite(path: string, from: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(bytes, 0, bytes.length, from)
  await file.close()
}

const noise = (length: number): Uint8Array => Buffer.alloc(length, 'these bytes are no database ')

test('a home that a desk is open on is refused to a second one, and lent a hand to commands that can wait', async (t) => {
  const { settings, home } = await openPressHome(t)
  const desk = startDragoman(settings, ['start', '--port', '0'])
  t.after(() => desk.child.kill('SIGKILL'))
  const [, url = ''] = await desk.says(/open at (\S+)/)

  for (const words of [['start', '--port', '0'], ['rebuild'], ['demo', '--once', '--home', home]]) {
    const run = await dragoman(settings, ...words)
    assert.equal(run.code, errorCodes['home-in-use'].exit, words.join(' '))
    assert.match(run.notes, /is in use by process \d+/, words.join(' '))
    assert.equal(run.out, '')
  }
  const handed = await dragomanJson<{ handedTo: { url: string } }>(settings, 'collect')
  assert.equal(handed.handedTo.url, url)
  assert.equal((await dragomanJson<{ desk: { url: string } | null }>(settings, 'status')).desk?.url, url)

  desk.child.kill('SIGTERM')
  assert.deepEqual(await desk.ended, { code: 0, signal: null })
  assert.equal((await dragomanJson<{ desk: unknown }>(settings, 'status')).desk, null)
})

test('what a killed desk leaves behind stands in nobody’s way', async (t) => {
  const { settings } = await openPressHome(t)
  const desk = startDragoman(settings, ['start', '--port', '0'])
  await desk.says(/open at/)
  desk.child.kill('SIGKILL')
  await desk.ended
  assert.equal((await dragomanJson<{ desk: unknown }>(settings, 'status')).desk, null)
  assert.equal((await dragoman(settings, 'collect')).code, 0)
})

test('a home of a newer version is refused untouched, by every command', async (t) => {
  const { settings, home } = await openPressHome(t)
  await dragomanJson(settings, 'collect')
  const records = new DatabaseSync(homePlaces(home).records)
  records.exec("update facts set value = '99' where name = 'schema'; pragma wal_checkpoint(truncate)")
  records.close()
  const before = await digestFiles(home)
  for (const words of commands) {
    const run = await dragoman(settings, ...words)
    assert.equal(run.code, errorCodes['home-too-new'].exit, `${words.join(' ')}: ${run.notes}`)
    assert.match(run.notes, /written by a newer Dragoman.*Update Dragoman/s)
    assert.doesNotMatch(run.notes, /\bat .*\.ts:\d+/, 'people see words, not a stack')
  }
  assert.deepEqual(await digestFiles(home), before)
})

test('records that are no database are refused untouched, with the way out', async (t) => {
  const { settings, home } = await openPressHome(t)
  await overwrite(homePlaces(home).records, 0, noise(4096))
  const before = await digestFiles(home)
  for (const words of commands) {
    const run = await dragoman(settings, ...words)
    assert.equal(run.code, errorCodes['home-broken'].exit, `${words.join(' ')}: ${run.notes}`)
    assert.match(run.notes, /dragoman restore/)
  }
  assert.deepEqual(await digestFiles(home), before)
})

const damages: readonly (readonly [what: string, harm: (path: string) => Promise<void>])[] = [
  ['was deleted', (path) => rm(path)],
  ['is no database any more', (path) => overwrite(path, 0, noise(4096))],
  ['was emptied', (path) => writeFile(path, '')],
  ['has lost its middle', async (path) => overwrite(path, 4096 * 2, noise((await readFile(path)).length - 4096 * 3))],
]

for (const [what, harm] of damages) {
  test(`a search index that ${what} is made again from the readings by the next run`, async (t) => {
    const { settings, home } = await openPressHome(t)
    await dragomanJson(settings, 'collect')
    const sound = digestIndex(home)
    await harm(homePlaces(home).search)
    const run = await dragoman(settings, 'collect')
    assert.equal(run.code, 0, run.notes)
    assert.match(run.notes, /filled anew/)
    assert.equal(digestIndex(home), sound)
    assert.deepEqual(await findContradictions(home), [])
  })
}

test('a search on a damaged index says so and names the command that makes it again, and that command does', async (t) => {
  const { settings, home } = await openPressHome(t)
  await dragomanJson(settings, 'collect')
  await overwrite(homePlaces(home).search, 0, noise(4096))
  const refused = await dragoman(settings, 'search', 'Sahel')
  assert.equal(refused.code, errorCodes['home-broken'].exit)
  const [, command = ''] = /"dragoman ([^"]+)"/.exec(refused.notes) ?? []
  assert.equal((await dragoman(settings, ...command.split(' '))).code, 0)
  const found = await dragomanJson<{ total: { count: number } }>(settings, 'search', 'Sahel')
  assert.ok(found.total.count > 0)
})

test('a home that cannot be made is a matter of configuration', async (t) => {
  const file = join(await makeFolder(t), 'file')
  await writeFile(file, '')
  for (const words of commands) {
    const run = await dragoman({ DRAGOMAN_HOME: join(file, 'home') }, ...words)
    assert.equal(run.code, errorCodes['bad-config'].exit, `${words.join(' ')}: ${run.notes}`)
  }
})
