// The command that shows the desk to newcomers, as they type it: a process of its own, and nothing left of it afterwards.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import type { WorkSummary } from '../cli/work-through.ts'
import { sampleOutlets } from '../sample/outlets.ts'
import { makeFolder } from './run-dragoman.ts'

test('demo --once --json prints its counts and nothing else, ends well, and leaves nothing behind', async (t) => {
  const folder = await makeFolder(t)
  const main = new URL('../main.ts', import.meta.url).pathname
  const env = { PATH: process.env['PATH'], TMPDIR: folder, HOME: folder, NODE_DISABLE_COMPILE_CACHE: '1' }
  const child = spawn(process.execPath, [main, 'demo', '--once', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const [out, notes] = await Promise.all([text(child.stdout), text(child.stderr)])
  assert.equal(await ended, 0, notes)
  const { counts, feeds, failed, done } = JSON.parse(out) as WorkSummary
  assert.equal(counts.outlets, sampleOutlets.length)
  assert.equal(
    counts.feeds,
    sampleOutlets.flatMap((outlet) => outlet.feeds.filter(({ kind }) => kind !== 'single')).length,
  )
  assert.deepEqual([feeds.failing, feeds.gone, feeds['never-polled']], [1, 1, 0])
  assert.equal(counts.indexed, counts.captures)
  assert.ok(counts.captures > 100)
  assert.ok((done['index.translation'] ?? 0) > 100, 'and what people have translated is found by it')
  assert.deepEqual(failed, [])
  assert.deepEqual(await readdir(folder), [])
})
