// In: the queue and a handler for each job name. Out: results, written in the order in which jobs end.
// The only place where rooms meet, and the only place that writes what they made.

import { DeskError } from '../domain/errors.ts'
import type { Job, JobName } from '../domain/job.ts'
import type { Deed } from '../store/deed.ts'
import { LEASE_MS, type Queue } from '../store/queue/queue.ts'
import { decideRetry } from './decide-retry.ts'
import type { Ended, WriteResults } from './write-results.ts'

export type CorridorTools = {
  readonly queue: Queue
  readonly handle: (job: Job) => Promise<Deed>
  readonly write: WriteResults
  readonly now: () => number
  /** Waits; resolves early when the signal fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly log: (event: CorridorEvent) => void
}

export type CorridorLimits = { readonly laned: number; readonly laneless: number }

/** What happens in the corridor, for progress displays and the log. */
export type CorridorEvent =
  | { readonly kind: 'ended'; readonly name: JobName; readonly outcome: string; readonly trouble: boolean }
  | { readonly kind: 'failed'; readonly name: JobName; readonly error: unknown; readonly again: boolean }
  | { readonly kind: 'halted'; readonly error: DeskError }
  | { readonly kind: 'resumed' }

export type Corridor = {
  /** New work may be there: look at once. */
  wake(): void
  /** Stops taking work, lets what runs come to its end, and writes it. */
  stop(): Promise<void>
  /** Resolves when nothing is running and nothing falls due within `patienceMs`. */
  drained(patienceMs: number): Promise<void>
}

const IDLE_MS = 1000
const HALT_MS = 15_000

/** Opens the corridor: work is taken and done until `stop`. */
export function openCorridor(tools: CorridorTools, limits: CorridorLimits): Corridor {
  const running = new Map<string, Job>()
  const ended: Ended[] = []
  const watchers: { patienceMs: number; resolve: () => void }[] = []
  let stopping = false
  let alarm = new AbortController()
  let halted = false

  const wake = (): void => alarm.abort()

  async function run(job: Job): Promise<void> {
    try {
      const deed = await tools.handle(job)
      ended.push({ kind: 'done', job, deed })
    } catch (error) {
      ended.push({ kind: 'failed', job, error, plan: decideRetry(job, error, tools.now()) })
    }
    wake()
  }

  async function writeEnded(): Promise<void> {
    const batch = ended.splice(0)
    if (batch.length === 0) return
    try {
      for (const event of await tools.write(batch)) tools.log(event)
      if (halted) tools.log({ kind: 'resumed' })
      halted = false
      for (const { job } of batch) running.delete(job.id)
    } catch (error) {
      await halt(batch, error)
    }
  }

  /** The disk is full or the database is away: nothing of the batch was kept, so all of it is done again later. */
  async function halt(batch: Ended[], error: unknown): Promise<void> {
    const problem =
      error instanceof DeskError
        ? error
        : new DeskError('internal', 'The results could not be written. It is tried again.', { cause: error })
    if (!halted) tools.log({ kind: 'halted', error: problem })
    halted = true
    ended.unshift(...batch)
    await tools.sleep(HALT_MS, new AbortController().signal)
  }

  async function takeWork(): Promise<number> {
    const busy = { laned: 0, laneless: 0 }
    for (const job of running.values()) busy[job.lane === null ? 'laneless' : 'laned']++
    const free = { laned: limits.laned - busy.laned, laneless: limits.laneless - busy.laneless }
    if (free.laned <= 0 && free.laneless <= 0) return 0
    const jobs = await tools.queue.claim(tools.now(), free)
    for (const job of jobs) {
      running.set(job.id, job)
      void run(job)
    }
    return jobs.length
  }

  async function waitForMore(): Promise<void> {
    const due = await tools.queue.nextDueAt()
    if (running.size === 0) release(due)
    const ms = due === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(5, due - tools.now()))
    if (!alarm.signal.aborted) await tools.sleep(ms, alarm.signal)
    alarm = new AbortController()
  }

  function release(due: number | null): void {
    for (const watcher of watchers.splice(0)) {
      if (due === null || due > tools.now() + watcher.patienceMs) watcher.resolve()
      else watchers.push(watcher)
    }
  }

  async function keepLeases(): Promise<void> {
    let last = tools.now()
    while (!stopping) {
      await tools.sleep(IDLE_MS, new AbortController().signal)
      if (tools.now() - last < LEASE_MS / 5) continue
      last = tools.now()
      await tools.queue
        .extend(
          [...running.values()].map((job) => job.id),
          last,
        )
        .catch(() => undefined)
      await tools.queue.release(last).catch(() => 0)
    }
  }

  async function loop(): Promise<void> {
    while (!stopping || running.size > 0) {
      try {
        await writeEnded()
        const taken = stopping || halted ? 0 : await takeWork()
        if (taken === 0 && ended.length === 0) await waitForMore()
      } catch (error) {
        tools.log({ kind: 'failed', name: 'collect.feed', error, again: true })
        await tools.sleep(IDLE_MS, new AbortController().signal)
      }
    }
    for (const watcher of watchers.splice(0)) watcher.resolve()
  }

  const finished = loop()
  void keepLeases()

  return {
    wake,
    async stop() {
      stopping = true
      wake()
      await finished
    },
    drained: (patienceMs) =>
      new Promise((resolve) => {
        watchers.push({ patienceMs, resolve })
        wake()
      }),
  }
}
