// Starts the command line.

import { enableCompileCache } from 'node:module'

// Types are stripped and modules compiled once; the next start takes them from the cache.
enableCompileCache()

const { createOutput } = await import('./cli/output.ts')
const { runCommand } = await import('./cli/run.ts')

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C means it: leave at once. Everything acknowledged is safe.
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
  })
}

const code = await runCommand(process.argv.slice(2), {
  environment: process.env,
  stop: stop.signal,
  out: createOutput(process.stdout, process.stderr, Date.now),
})
process.exitCode = code
