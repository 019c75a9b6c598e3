// For tests: commands as a person types them, in this process or in one of their own that can be killed.

import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutput } from '../cli/output.ts'
import { runCommand } from '../cli/run.ts'

/** Environment variables: `DRAGOMAN_HOME` and so on. */
export type Settings = Readonly<Record<string, string>>

/** How a command ended, and what it wrote: results on `out`, all else on `notes`. */
export type Run = { readonly code: number; readonly out: string; readonly notes: string }

/** Runs a command in this process. */
export async function dragoman(settings: Settings, ...words: string[]): Promise<Run> {
  let out = ''
  let notes = ''
  const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (notes += text) }, Date.now)
  const stop = new AbortController().signal
  const code = await runCommand(words, { environment: settings, stop, out: output })
  return { code, out, notes }
}

/** Runs a command that must end well with `--json`, and gives its result: the whole of what it wrote. */
export async function dragomanJson<Result>(settings: Settings, ...words: string[]): Promise<Result> {
  const run = await dragoman(settings, ...words, '--json')
  assert.equal(run.code, 0, `${words.join(' ')}: ${run.notes}`)
  return JSON.parse(run.out) as Result
}

export type Started = {
  readonly child: ChildProcess
  /** All it has written so far, on both streams. */
  readonly written: () => string
  /** Resolves when a line that fits has been written; rejects when the process ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<Ending>
}

/** `code` is null when a signal ended it. */
export type Ending = { readonly code: number | null; readonly signal: string | null }

const MAIN = new URL('../main.ts', import.meta.url).pathname

/** Starts a command in a process of its own. `launcher` goes before it, as in `['prlimit', '--fsize=1000']`. */
export function startDragoman(settings: Settings, words: readonly string[], launcher: readonly string[] = []): Started {
  const [program = '', ...args] = [...launcher, process.execPath, MAIN, ...words]
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ended = new Promise<Ending>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })))
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text)
        if (found) resolve(found)
      }
      look()
      child.stdout?.on('data', look)
      child.stderr?.on('data', look)
      void ended.then(({ code }) => reject(new Error(`it ended with ${code} before it said ${pattern}:\n${text}`)))
    })
  return { child, written: () => text, says, ended }
}

/** Where to say what is to be done at the end: a test, or whatever goes on longer. */
export type Closing = { after(deed: () => unknown): void }

/** A folder of its own, removed after the test. */
export async function makeFolder(t: Closing): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-e2e-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  return folder
}
