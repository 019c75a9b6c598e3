// Serves the desk and works through the queue beside it, until told to stop. For `start` and `demo`.

import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { giveBackMemorySoon } from '../lib/give-back-memory.ts'
import { serve } from '../server/serve.ts'
import type { ServerTools } from '../server/tools.ts'
import { takeHome } from '../store/take-home.ts'
import type { WorkerThread } from '../pipeline/start-worker-thread.ts'
import type { Output } from './output.ts'

/**
 * Returns the exit code when the desk has closed.
 *
 * @param json announce the address as one JSON object instead of a sentence
 */
export async function serveDesk(config: Config, stop: AbortSignal, out: Output, json = false): Promise<number> {
  const lock = await takeHome(config)
  const startedAt = Date.now()
  let worker: WorkerThread | undefined
  let closeRecords: (() => Promise<void>) | undefined
  const log = createLog(out)
  try {
    const served = await serve({
      port: config.port,
      webFolder: webFolder(),
      log,
      async openTools(): Promise<ServerTools> {
        const opened = await openDesk(config, { startedAt, out, log })
        worker = opened.worker
        closeRecords = opened.close
        return opened.tools
      },
    })
    try {
      lock.announce(served.url)
      if (json) out.json({ url: served.url, home: config.home, pid: process.pid })
      else out.line(`The desk is open at ${served.url}   (Ctrl-C closes it)`)
      await served.ready
      giveBackMemorySoon()
      await untilAborted(stop)
      out.note('Closing: what runs is brought to its end…')
      return 0
    } finally {
      await served.close()
      await worker?.stop()
      await closeRecords?.()
    }
  } finally {
    await lock.release()
  }
}

type DeskParts = { readonly startedAt: number; readonly out: Output; readonly log: (error: unknown) => void }

/** Everything that is loaded after the page answers. */
async function openDesk(config: Config, { startedAt, out, log }: DeskParts) {
  const [
    { openRecords, homePlaces },
    { openSearchAside },
    { openNetwork },
    { createServerTools },
    { createEventHub },
    { startWorkerThread },
    { hearWorker },
  ] = await Promise.all([
    import('../tools.ts'),
    import('../store/search/open-search-aside.ts'),
    import('../network.ts'),
    import('./server-tools.ts'),
    import('../server/event-hub.ts'),
    import('../pipeline/start-worker-thread.ts'),
    import('./hear-worker.ts'),
  ])
  const records = await openRecords(config)
  const search = openSearchAside(homePlaces(config.home).search, { mend: true })
  const network = openNetwork(config, records.db)
  const events = createEventHub()
  const ear = hearWorker({ ...records, search, translation: { to: config.translateTo } }, events, { out, log })
  const worker = startWorkerThread(config, ear.hear, log)
  const tools = createServerTools({
    records,
    search,
    network,
    config,
    events,
    startedAt,
    wake: () => worker.wake(),
    isHalted: ear.isHalted,
  })
  const close = async (): Promise<void> => {
    ear.close()
    network.close()
    await search.close()
    await records.close()
  }
  return { tools, worker, close }
}

/** The built pages; the way there is the same from src/cli in a clone and from dist/cli in an installed package. */
function webFolder(): string {
  return fileURLToPath(new URL('../../dist/web', import.meta.url))
}

function createLog(out: Output): (error: unknown) => void {
  return (error) => out.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
