// From the command to a page that answers, against `node -e 0` in the same run. Promise: at most 10 times.
// And the memory of the whole process once it is idle, above that of an idle Node. Promise: at most 150 MB.
//
//   npm run bench start -- --rounds 7 --idle 10

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { judge, printFigures, type BenchResult } from './bench-result.ts'

export const about =
  'From the command to a page that answers: at most 10 times `node -e 0`; idle memory at most 150 MB above it'
export const quick = ['--rounds', '5']

const root = fileURLToPath(new URL('..', import.meta.url))
const MOST_TIMES = 10
const MOST_MEGABYTES = 150

type Way = { readonly name: string; readonly command: string; readonly args: readonly string[] }

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const ways: readonly Way[] = [
  { name: 'node src/main.ts start', command: process.execPath, args: ['src/main.ts', 'start', '--port', '0'] },
  { name: 'npm start', command: npm, args: ['start', '--', '--port', '0'] },
]

export async function run(args: string[]): Promise<BenchResult> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string' }, idle: { type: 'string' } } })
  const rounds = Number(values.rounds ?? 9)
  const home = await mkdtemp(join(tmpdir(), 'dragoman-start-'))
  try {
    for (const way of ways) await timeStart(way, home) // makes the home, fills the caches
    const bare: number[] = []
    const taken = new Map<Way, number[]>(ways.map((way) => [way, []]))
    for (let round = 0; round < rounds; round++) {
      bare.push(await timeBare())
      for (const way of ways) taken.get(way)?.push(await timeStart(way, home))
    }
    return report(bare, taken, await weighIdle(home, Number(values.idle ?? 10)))
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

async function timeBare(): Promise<number> {
  const started = performance.now()
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit')
  return performance.now() - started
}

async function timeStart(way: Way, home: string): Promise<number> {
  const started = performance.now()
  const desk = openDesk(way, home)
  const url = await readAddress(desk)
  await askPage(url)
  const taken = performance.now() - started
  await closeDesk(desk)
  return taken
}

function openDesk({ command, args }: Way, home: string): ChildProcess {
  return spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DRAGOMAN_HOME: home },
    detached: true, // npm does not always hand a signal on, so the whole group is told to close
  })
}

function readAddress(desk: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    desk.once('exit', (code) => reject(new Error(`the desk ended with code ${code}`)))
    desk.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
      if (url) resolve(url)
    })
  })
}

function askPage(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the page answers ${answer.statusCode}`))
      answer.resume().once('end', resolve)
    }).once('error', reject)
  })
}

async function closeDesk(desk: ChildProcess): Promise<void> {
  const gone = desk.exitCode === null ? once(desk, 'exit') : Promise.resolve()
  if (desk.pid !== undefined) process.kill(process.platform === 'win32' ? desk.pid : -desk.pid, 'SIGTERM')
  await gone
  while (isAlive(desk.pid)) await wait(50) // npm may leave before the desk has
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined || process.platform === 'win32') return false
  try {
    process.kill(-pid, 0)
    return true
  } catch {
    return false
  }
}

/** Megabytes of the desk, and of a Node that does nothing, after the same time; null where the system does not tell. */
async function weighIdle(home: string, seconds: number): Promise<{ desk: number; bare: number } | null> {
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e9)'], { stdio: 'ignore' })
  const desk = openDesk(ways[0] ?? { name: '', command: '', args: [] }, home)
  await askPage(await readAddress(desk))
  await wait(seconds * 1000)
  const weights = [desk, bare].map((child) => weigh(child.pid))
  bare.kill()
  await closeDesk(desk)
  const [deskWeight, bareWeight] = weights
  return deskWeight && bareWeight ? { desk: deskWeight, bare: bareWeight } : null
}

function weigh(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Number(kilobytes) / 1024 : null
  } catch {
    return null
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function report(
  bare: readonly number[],
  taken: ReadonlyMap<Way, readonly number[]>,
  idle: { desk: number; bare: number } | null,
): BenchResult {
  const base = median(bare)
  const figures: Record<string, number | string> = { 'node -e 0, ms': base }
  const bounds = [...taken].map(([{ name }, times]) => {
    figures[`${name}, ms to a page`] = median(times)
    return {
      what: `${name}: to a page that answers, against node -e 0`,
      value: median(times) / base,
      atMost: MOST_TIMES,
    }
  })
  if (idle) {
    figures['idle desk, MB'] = idle.desk
    figures['idle node, MB'] = idle.bare
  } else figures['idle memory'] = 'not told by this system'
  printFigures(figures)
  const memory = idle
    ? [{ what: 'idle memory above an idle Node', value: idle.desk - idle.bare, atMost: MOST_MEGABYTES, unit: 'MB' }]
    : []
  return { name: 'start', figures, broken: judge([...bounds, ...memory]) }
}
