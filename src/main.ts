// Starts the command line.

import { enableCompileCache } from 'node:module'

// Types are stripped and modules compiled once; the next start takes them from the cache.
enableCompileCache()

const { createOutput } = await import('./cli/output.ts')
const { runCommand } = await import('./cli/run.ts')

/** A terminal sends one Ctrl-C to us and to whatever started us, which passes it on: both are the same one. */
const SAME_CTRL_C_MS = 500

const stop = new AbortController()
let askedAt = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C means it: leave at once. Everything acknowledged is safe.
    if (stop.signal.aborted && performance.now() - askedAt > SAME_CTRL_C_MS) process.exit(130)
    if (!stop.signal.aborted) askedAt = performance.now()
    stop.abort()
  })
}

// Who reads us may leave before the end (`dragoman search … | head`); the command goes on to its true exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const code = await runCommand(process.argv.slice(2), {
  environment: process.env,
  stop: stop.signal,
  out: createOutput(process.stdout, process.stderr, Date.now),
})
process.exitCode = code
