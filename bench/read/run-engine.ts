// In: a reader's name and pages. Out: what it said of each, its CPU time, and on how many it failed or hung.

import { Worker } from 'node:worker_threads'
import type { EngineName } from './engines.ts'
import type { Said } from './gold.ts'
import type { ReadAnswer, ReadAsk } from './read-worker.ts'

export type EngineRun = {
  readonly said: ReadonlyMap<string, Said>
  /** CPU seconds of each pass over the pages. */
  readonly cpuSeconds: readonly number[]
  readonly failed: readonly string[]
  readonly hung: readonly string[]
}

const budgetMs = 15_000

/** Passes after the first are only timed; a reader that takes longer than this for one is not asked again. */
const longestRepeatedPass = 20

/** Reads all pages, in as many passes as asked for. */
export async function runEngine(engine: EngineName, pages: readonly ReadAsk[], passes = 1): Promise<EngineRun> {
  const said = new Map<string, Said>()
  const failed: string[] = []
  const hung: string[] = []
  const cpuSeconds: number[] = []
  let worker = await start(engine)
  for (let pass = 0; pass < passes && (cpuSeconds[0] ?? 0) < longestRepeatedPass; pass++) {
    let cpu = 0
    for (const page of pages) {
      const answer = await ask(worker, page)
      if (answer === 'hung') {
        if (pass === 0) hung.push(page.id)
        cpu += budgetMs * 1000
        await worker.terminate()
        worker = await start(engine)
        continue
      }
      cpu += answer.cpu
      if (pass > 0) continue
      if (answer.said) said.set(page.id, answer.said)
      else failed.push(page.id)
    }
    cpuSeconds.push(cpu / 1e6)
  }
  await worker.terminate()
  return { said, cpuSeconds, failed, hung }
}

function start(engine: EngineName): Promise<Worker> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { engine } })
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker))
    worker.once('error', reject)
  })
}

function ask(worker: Worker, page: ReadAsk): Promise<ReadAnswer | 'hung'> {
  return new Promise((resolve) => {
    const finish = (answer: ReadAnswer | 'hung'): void => {
      clearTimeout(timer)
      worker.off('message', finish)
      worker.off('error', onError)
      resolve(answer)
    }
    const onError = (): void => finish('hung')
    const timer = setTimeout(() => finish('hung'), budgetMs)
    worker.on('message', finish)
    worker.on('error', onError)
    worker.postMessage(page)
  })
}
