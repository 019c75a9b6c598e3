// A disk that is really full: a small one mounted for the purpose, and a limit on file sizes where none can be mounted.
// The desk says so, loses nothing it has acknowledged, and goes on by itself when there is room.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import { workThrough } from '../cli/work-through.ts'
import { readConfig } from '../config.ts'
import { DeskError, errorCodes } from '../domain/errors.ts'
import { askRecords } from './ask-records.ts'
import { findContradictions } from './find-contradictions.ts'
import { openPressHome, type PressHome } from './open-press-home.ts'
import { dragoman, startDragoman, type Started } from './run-dragoman.ts'

const DISK_BYTES = 48 * 1024 * 1024
/** Room for the first few dozen pages. */
const ROOM_BYTES = 1_500_000
const FULL = /is full|no room left/
const SLOW_ENOUGH_TO_WATCH = 0.05

function run(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** A small disk of its own, and a file on it that takes all but a little of the room. Undefined where none can be mounted. */
async function mountSmallDisk(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-disk-'))
  const isMounted =
    process.platform === 'linux' && run('mount', '-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder)
  t.after(async () => {
    if (isMounted) run('umount', '-l', folder) // at once, even if a desk is still at work in it
    await rm(folder, { recursive: true })
  })
  if (!isMounted) return undefined
  const ballast = join(folder, 'ballast')
  return {
    folder,
    async fill() {
      const { bavail, bsize } = await statfs(folder)
      await writeFile(ballast, Buffer.alloc(bavail * bsize - ROOM_BYTES))
    },
    free: () => rm(ballast),
  }
}

/** All that was acknowledged, read while the disk is full. */
function countCaptures(home: string): number {
  return Number(askRecords(home, 'select count(*) as n from captures')[0]?.['n'])
}

type Status = {
  readonly disk: { readonly kind: string }
  readonly queue: Readonly<Record<string, { readonly queued: number; readonly running: number }>>
}

async function askStatus(url: string): Promise<Status> {
  return (await (await fetch(new URL('api/status', url))).json()) as Status
}

/** Waits until nothing runs and nothing is due. */
async function untilIdle(url: string): Promise<void> {
  for (;;) {
    const { queue } = await askStatus(url)
    if (Object.values(queue).every(({ queued, running }) => queued + running === 0)) return
    await wait(100)
  }
}

/** Watches a desk from the full disk to the end of all work. */
async function watchDesk(
  desk: Started,
  { home, settings }: PressHome,
  makeRoom: () => Promise<unknown>,
): Promise<void> {
  const [, url = ''] = await desk.says(/open at (\S+)/)
  await desk.says(FULL)
  assert.equal((await askStatus(url)).disk.kind, 'full')
  const before = countCaptures(home)

  await makeRoom()
  await desk.says(/Work goes on/)
  await untilIdle(url)
  assert.notEqual((await askStatus(url)).disk.kind, 'full')
  desk.child.kill('SIGTERM')
  assert.deepEqual(await desk.ended, { code: 0, signal: null })
  assert.ok(countCaptures(home) > before)
  assert.deepEqual(await findContradictions(home), [])
  assert.equal((await dragoman(settings, 'verify-archive')).code, 0)
  assert.doesNotMatch(desk.written(), /mistake/)
}

test('on a full disk the desk halts and says so, loses nothing, and goes on by itself when there is room', async (t) => {
  const disk = await mountSmallDisk(t)
  if (!disk) return t.skip('no disk can be mounted here')
  const desk = await openPressHome(t, SLOW_ENOUGH_TO_WATCH, disk.folder)
  await disk.fill()
  const started = startDragoman(desk.settings, ['start', '--port', '0'])
  t.after(() => started.child.kill('SIGKILL'))
  await watchDesk(started, desk, disk.free)
})

test('on a full disk a command that works can be stopped or killed, and the next one finishes its work', async (t) => {
  const disk = await mountSmallDisk(t)
  if (!disk) return t.skip('no disk can be mounted here')
  const { home, settings } = await openPressHome(t, SLOW_ENOUGH_TO_WATCH, disk.folder)
  await disk.fill()
  for (const signal of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const) {
    const { child, says, ended, written } = startDragoman(settings, ['collect'])
    await says(FULL)
    child.kill(signal)
    const { code, signal: by } = await ended
    // It may be ending by itself, because the disk was full before it began; then it can no longer answer.
    const good: unknown[] = [errorCodes.interrupted.exit, errorCodes['disk-full'].exit, 'SIGTERM', 'SIGKILL']
    assert.ok(good.includes(code ?? by), `${code ?? by}: ${written()}`)
  }
  await disk.free()
  const finished = await dragoman(settings, 'collect')
  assert.equal(finished.code, 0, finished.notes)
  assert.deepEqual(await findContradictions(home), [])
  assert.equal((await dragoman(settings, 'verify-archive')).code, 0)
})

test('on a disk that stays full a command ends in words after some patience, and the next one does the rest', async (t) => {
  const disk = await mountSmallDisk(t)
  if (!disk) return t.skip('no disk can be mounted here')
  const { home, settings } = await openPressHome(t, SLOW_ENOUGH_TO_WATCH, disk.folder)
  await disk.fill()
  const silence = (): void => undefined
  const out = { line: silence, json: silence, progress: silence, note: silence }
  await assert.rejects(
    workThrough(readConfig(settings), new AbortController().signal, out, 500),
    (error) => error instanceof DeskError && error.code === 'disk-full' && /Nothing .* lost/.test(error.message),
  )
  await disk.free()
  const finished = await dragoman(settings, 'collect')
  assert.equal(finished.code, 0, finished.notes)
  assert.deepEqual(await findContradictions(home), [])
})

test('a limit on the size of files is a full disk too', async (t) => {
  if (!run('prlimit', '--version')) return t.skip('prlimit is not here')
  const desk = await openPressHome(t, SLOW_ENOUGH_TO_WATCH)
  const started = startDragoman(desk.settings, ['start', '--port', '0'], ['prlimit', '--fsize=400000:unlimited'])
  t.after(() => started.child.kill('SIGKILL'))
  const lift = async () => assert.ok(run('prlimit', '--pid', String(started.child.pid), '--fsize=unlimited:unlimited'))
  await watchDesk(started, desk, lift)
})
