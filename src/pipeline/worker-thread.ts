// The thread that works through the queue while the desk answers in the main one: neither waits for the other.
// In: the configuration, as workerData; `wake` and `stop` as messages. Out: events, as messages.

import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '../config.ts'
import { DeskError } from '../domain/errors.ts'
import { openWorker } from '../tools.ts'
import type { Corridor, CorridorEvent } from './corridor.ts'
import { startWork } from './work.ts'
import type { WorkerSays } from './worker-messages.ts'
import { giveBackMemorySoon } from '../lib/give-back-memory.ts'

const say = (message: WorkerSays): void => parentPort?.postMessage(message)

function tell(event: CorridorEvent): void {
  if (event.kind === 'ended') {
    const { outcome, ...rest } = event
    say({ ...rest, words: outcome })
  } else if (event.kind === 'failed')
    say({ kind: 'failed', name: event.name, words: wordsOf(event.error), detail: detailOf(event.error) })
  else if (event.kind === 'halted') say({ kind: 'halted', words: event.error.message })
  else say(event)
}

/** People see our own words; what an exception says goes to the log alone. */
function wordsOf(error: unknown): string {
  return error instanceof DeskError
    ? error.message
    : 'A job failed by a mistake of ours; it is tried again, and the log says more.'
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function work(config: Config): Promise<void> {
  const worker = await openWorker(config)
  for (const finding of worker.recovered) say({ kind: 'recovered', finding })
  const corridor: Corridor = await startWork(worker, config, tell)
  say({ kind: 'ready' })
  giveBackMemorySoon()
  parentPort?.on('message', (message: 'wake' | 'stop') => {
    if (message === 'wake') return corridor.wake()
    void corridor
      .stop()
      .then(() => worker.close())
      .then(() => process.exit(0))
  })
}

try {
  await work(workerData as Config)
} catch (error) {
  if (!(error instanceof DeskError)) throw error
  // A full disk, a database that is away: the thread ends, and is started again after a pause.
  say({ kind: 'halted', words: error.message })
  process.exit(1)
}
