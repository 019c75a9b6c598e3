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
    for (let from = 0; from < pages.length;) {
      const { answers, isWhole } = await readOn(worker, pages.slice(from))
      cpu += answers.at(-1)?.cpu ?? 0
      if (pass === 0) note(answers, said, failed)
      from += answers.length
      if (isWhole) break
      if (pass === 0) hung.push(pages[from]?.id ?? '')
      cpu += budgetMs * 1000
      from++
      await worker.terminate()
      worker = await start(engine)
    }
    cpuSeconds.push(cpu / 1e6)
  }
  await worker.terminate()
  return { said, cpuSeconds, failed, hung }
}

function note(answers: readonly ReadAnswer[], said: Map<string, Said>, failed: string[]): void {
  for (const answer of answers) {
    if (answer.said) said.set(answer.id, answer.said)
    else failed.push(answer.id)
  }
}

function start(engine: EngineName): Promise<Worker> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { engine } })
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker))
    worker.once('error', reject)
  })
}

type Stretch = {
  readonly answers: readonly ReadAnswer[]
  /** False when the page after the last answer hung. */ readonly isWhole: boolean
}

/** Has a worker read pages until all are read or one takes too long. */
function readOn(worker: Worker, pages: readonly ReadAsk[]): Promise<Stretch> {
  return new Promise((resolve) => {
    const answers: ReadAnswer[] = []
    const finish = (isWhole: boolean): void => {
      clearTimeout(timer)
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      resolve({ answers, isWhole })
    }
    const timer = setTimeout(() => finish(false), budgetMs)
    worker.on('message', (answer: ReadAnswer) => {
      answers.push(answer)
      timer.refresh()
      if (answers.length === pages.length) finish(true)
    })
    worker.on('error', () => finish(false))
    if (pages.length === 0) finish(true)
    else worker.postMessage(pages)
  })
}
