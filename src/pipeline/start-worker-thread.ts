// Starts the worker thread and keeps it going: a thread that dies is started again after a pause that grows.

import { Worker } from 'node:worker_threads'
import type { Config } from '../config.ts'
import { threadScript } from '../lib/thread-script.ts'
import type { WorkerSays } from './worker-messages.ts'

export type WorkerThread = { wake(): void; stop(): Promise<void> }

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

export function startWorkerThread(
  config: Config,
  hear: (message: WorkerSays) => void,
  log: (error: unknown) => void,
): WorkerThread {
  let stopping = false
  let pause = FIRST_PAUSE_MS
  /** Null between the end of one and the start of the next. */
  let thread: Worker | null = start()

  function start(): Worker {
    const worker = new Worker(threadScript('./worker-thread', import.meta.url), { workerData: config })
    worker.on('message', (message: WorkerSays) => {
      if (message.kind === 'ended') pause = FIRST_PAUSE_MS
      hear(message)
    })
    worker.on('error', log)
    worker.on('exit', () => {
      thread = null
      if (stopping) return
      setTimeout(() => {
        if (!stopping) thread = start()
      }, pause).unref()
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    })
    return worker
  }

  return {
    wake: () => thread?.postMessage('wake'),
    async stop() {
      stopping = true
      const last = thread
      if (!last) return
      const gone = new Promise<void>((resolve) => last.once('exit', () => resolve()))
      last.postMessage('stop')
      await gone
    },
  }
}
