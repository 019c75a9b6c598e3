// One reader in a thread of its own, so that a page that hangs it can be given up.
// It reads a whole list without pause: processor time is counted in ticks, and a thread that sleeps between pages
// would be seen working too rarely.

import { parentPort, workerData } from 'node:worker_threads'
import { loadEngine, type EngineName } from './engines.ts'
import type { Said } from './gold.ts'

export type ReadAsk = { readonly id: string; readonly bytes: Uint8Array; readonly url: string }
export type ReadAnswer = {
  readonly id: string
  readonly said: Said | null
  readonly problem: string | null
  /** CPU time of this thread since it was given the list, microseconds. */ readonly cpu: number
}

const engine = await loadEngine((workerData as { engine: EngineName }).engine)
// What packages print belongs to nobody here.
for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const) console[name] = () => {}

async function readAll(pages: readonly ReadAsk[]): Promise<void> {
  const before = process.threadCpuUsage()
  for (const { id, bytes, url } of pages) {
    const [said, problem] = await engine(bytes, url).then(
      (one) => [one, null] as const,
      (error: unknown) => [null, String(error).slice(0, 200)] as const,
    )
    const { user, system } = process.threadCpuUsage(before)
    parentPort?.postMessage({ id, said, problem, cpu: user + system } satisfies ReadAnswer)
  }
}

parentPort?.on('message', (pages: readonly ReadAsk[]) => void readAll(pages))
parentPort?.postMessage('ready')
