// In: the queue and a handler for each job name. Out: results, written in the order in which jobs end.
// The only place where rooms meet, and the only place that writes what they made.

import { DeskError } from '../domain/errors.ts'
import type { Job, JobName } from '../domain/job.ts'
import type { ReadingId } from '../domain/reading.ts'
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
  /** Called while there is nothing else to do, until it says that nothing is left to tidy. */
  readonly tidy?: () => Promise<boolean>
}

export type CorridorLimits = { readonly laned: number; readonly laneless: number }

/** What happens in the corridor, for progress displays and the log. */
export type CorridorEvent =
  | {
      readonly kind: 'ended'
      readonly name: JobName
      readonly outcome: string
      readonly trouble: boolean
      /** Whose translation may be another one now. */
      readonly translated?: ReadingId
    }
  | { readonly kind: 'failed'; readonly name: JobName; readonly error: unknown; readonly again: boolean }
  | { readonly kind: 'halted'; readonly error: DeskError }
  | { readonly kind: 'resumed' }
  /** The search index had fallen behind the records, and knows as much again. */
  | { readonly kind: 'refilled'; readonly documents: number }

export type Corridor = {
  /** New work may be there: look at once. */
  wake(): void
  /** Stops taking work, lets what runs come to its end for a few seconds, and writes it. The rest stays in the queue. */
  stop(): Promise<void>
  /** Resolves when nothing is running and nothing falls due within `patienceMs`. */
  drained(patienceMs: number): Promise<void>
}

const IDLE_MS = 1000
/** Results wait this long, in milliseconds, for others, so that many are written at the price of one… */
const GATHER_MS = 500
/** …unless there are this many. */
const GATHER_MOST = 64
/** How long to wait before trying again when nothing can be written. */
export const HALT_MS = 5_000
/** How long a closing desk waits for a slow host. */
export const STOP_GRACE_MS = 5_000

/** Opens the corridor: work is taken and done until `stop`. */
export function openCorridor(tools: CorridorTools, limits: CorridorLimits): Corridor {
  const running = new Map<string, Job>()
  const ended: Ended[] = []
  const watchers: { patienceMs: number; resolve: () => void }[] = []
  const stopping = new AbortController()
  let alarm = new AbortController()
  let halted = false
  let leaveAt = Infinity
  /** When the oldest of `ended` came to its end. */
  let gatheringSince = 0
  let isTidy = false

  const wake = (): void => alarm.abort()
  const isStopping = (): boolean => stopping.signal.aborted

  async function run(job: Job): Promise<void> {
    const end = await handle(job)
    if (end) {
      if (ended.length === 0) gatheringSince = tools.now()
      ended.push(end)
    } else running.delete(job.id)
    if (ended.length <= 1 || isTimeToWrite()) wake()
  }

  /** When nothing else is under way there is nothing to gather. */
  function isTimeToWrite(): boolean {
    if (ended.length === 0) return false
    if (ended.length >= running.size || ended.length >= GATHER_MOST || isStopping()) return true
    return tools.now() - gatheringSince >= GATHER_MS
  }

  /** A full disk is no fault of the job: it is done again when there is room. Undefined when the desk closes before. */
  async function handle(job: Job): Promise<Ended | undefined> {
    while (!isStopping()) {
      try {
        return { kind: 'done', job, deed: await tools.handle(job) }
      } catch (error) {
        if (!isDiskFull(error)) return { kind: 'failed', job, error, plan: decideRetry(job, error, tools.now()) }
        await halt(error)
      }
    }
    return undefined
  }

  /** Nothing of a batch that cannot be written is lost: all of it is written later, in the same order. */
  async function writeEnded(): Promise<void> {
    const batch = ended.splice(0)
    if (batch.length === 0) return
    try {
      const events = await tools.write(batch)
      for (const { job } of batch) running.delete(job.id)
      isTidy = false
      for (const event of events) tools.log(event)
    } catch (error) {
      ended.unshift(...batch)
      throw error
    }
    resume()
  }

  /** The disk is full or the database is away: no new work until something can be written again. */
  async function halt(error: unknown): Promise<void> {
    if (!halted) tools.log({ kind: 'halted', error: inOurWords(error) })
    halted = true
    await tools.sleep(HALT_MS, stopping.signal)
  }

  function resume(): void {
    if (halted) tools.log({ kind: 'resumed' })
    halted = false
  }

  async function takeWork(): Promise<number> {
    const busy = { laned: 0, laneless: 0 }
    for (const job of running.values()) busy[job.lane === null ? 'laneless' : 'laned']++
    const free = { laned: limits.laned - busy.laned, laneless: limits.laneless - busy.laneless }
    if (free.laned <= 0 && free.laneless <= 0) return 0
    const jobs = await tools.queue.claim(tools.now(), free)
    resume()
    for (const job of jobs) {
      running.set(job.id, job)
      void run(job)
    }
    return jobs.length
  }

  async function waitForMore(): Promise<void> {
    const due = await tools.queue.nextDueAt()
    if (running.size === 0) release(due)
    if (running.size === 0 && (due === null || due > tools.now() + IDLE_MS)) await tidyUp()
    if (!alarm.signal.aborted && !isTimeToWrite()) await tools.sleep(patience(due), alarm.signal)
    alarm = new AbortController()
  }

  /** A little at a time: work that comes in meanwhile waits no longer than one step. */
  async function tidyUp(): Promise<void> {
    if (isTidy || halted || isStopping()) return
    isTidy = (await tools.tidy?.().catch(() => true)) ?? true
  }

  /** How long there is nothing to do, if nobody calls, in milliseconds. */
  function patience(due: number | null): number {
    const now = tools.now()
    // What is due and was not taken waits for room, and room comes when results are written.
    const untilDue = due === null ? IDLE_MS : due <= now ? GATHER_MS : due - now
    const untilWritten = ended.length === 0 ? IDLE_MS : gatheringSince + GATHER_MS - now
    return Math.max(1, Math.min(IDLE_MS, untilDue, untilWritten))
  }

  function release(due: number | null): void {
    for (const watcher of watchers.splice(0)) {
      if (due === null || due > tools.now() + watcher.patienceMs) watcher.resolve()
      else watchers.push(watcher)
    }
  }

  async function keepLeases(): Promise<void> {
    let last = tools.now()
    while (!isStopping()) {
      await tools.sleep(IDLE_MS, stopping.signal)
      if (isStopping() || tools.now() - last < LEASE_MS / 5) continue
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
    while (!isStopping() || (running.size > 0 && tools.now() < leaveAt)) {
      try {
        if (isTimeToWrite()) await writeEnded()
        // While halted, work is only taken to see whether it can be: when there is nothing else to try it with.
        const mayTake = !isStopping() && (!halted || running.size === 0)
        const taken = mayTake ? await takeWork() : 0
        if (taken === 0 && !isTimeToWrite()) await waitForMore()
      } catch (error) {
        // What cannot be written at the end is done again by the next run: its jobs are still in the queue.
        const wasLastTry = isStopping()
        await halt(error)
        if (wasLastTry) break
      }
    }
    for (const watcher of watchers.splice(0)) watcher.resolve()
  }

  const finished = loop()
  void keepLeases()

  return {
    wake,
    async stop() {
      leaveAt = tools.now() + STOP_GRACE_MS
      stopping.abort()
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

const isDiskFull = (error: unknown): boolean => error instanceof DeskError && error.code === 'disk-full'

function inOurWords(error: unknown): DeskError {
  if (error instanceof DeskError) return error
  return new DeskError('internal', 'The results could not be written. It is tried again.', { cause: error })
}
