// One reader in a thread of its own, so that a page that hangs it can be given up.

import { parentPort, workerData } from 'node:worker_threads'
import { loadEngine, type EngineName } from './engines.ts'
import type { Said } from './gold.ts'

export type ReadAsk = { readonly id: string; readonly bytes: Uint8Array; readonly url: string }
export type ReadAnswer = {
  readonly id: string
  readonly said: Said | null
  readonly problem: string | null
  /** CPU time of this thread, microseconds. */ readonly cpu: number
}

const engine = await loadEngine((workerData as { engine: EngineName }).engine)
// What packages print belongs to nobody here.
for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const) console[name] = () => {}

parentPort?.on('message', ({ id, bytes, url }: ReadAsk) => {
  const before = process.threadCpuUsage()
  const cpu = (): number => {
    const used = process.threadCpuUsage(before)
    return used.user + used.system
  }
  engine(bytes, url).then(
    (said) => parentPort?.postMessage({ id, said, problem: null, cpu: cpu() } satisfies ReadAnswer),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        said: null,
        problem: String(error).slice(0, 200),
        cpu: cpu(),
      } satisfies ReadAnswer),
  )
})
parentPort?.postMessage('ready')
