// Works through everything that is due, in this process, and says how far it is. For `collect` and `demo --once`.

import type { Config } from '../config.ts'
import { DeskError, errorCodes } from '../domain/errors.ts'
import type { FeedHealth } from '../domain/feed.ts'
import type { JobName } from '../domain/job.ts'
import type { CorridorEvent } from '../pipeline/corridor.ts'
import { startWork } from '../pipeline/work.ts'
import { countFeedHealth, countRecords, type StoredCounts } from '../store/record-counts.ts'
import { now, openWorker, type Worker } from '../tools.ts'
import { takeHome } from '../store/take-home.ts'
import { describeRecovery, describeRefill } from './describe-recovery.ts'
import type { Output } from './output.ts'

export type WorkSummary = {
  readonly counts: StoredCounts
  /** Feeds in each state of health. */
  readonly feeds: Readonly<Record<FeedHealth['kind'], number>>
  /** Jobs that ended in this run, by name. */
  readonly done: Readonly<Partial<Record<JobName, number>>>
  /** What went wrong and is not a mistake of ours: refused pages, dead feeds… */
  readonly troubles: readonly string[]
  /** Jobs that failed and wait for their next try or a person. */
  readonly failed: readonly string[]
  readonly seconds: number
}

/** Follow-up work that falls due within this time is waited for; later tries are left to the next run. */
const PATIENCE_MS = 3_000
/** How long nothing may come to its end because nothing can be written: a command, unlike a desk, ends then. */
const HALT_PATIENCE_MS = 20_000

/** @throws DeskError `disk-full` (or whatever keeps us from writing) when work stands still; the queue holds the rest */
export async function workThrough(
  config: Config,
  stop: AbortSignal,
  out: Output,
  haltPatienceMs = HALT_PATIENCE_MS,
): Promise<WorkSummary> {
  const lock = await takeHome(config)
  const halt = watchForHalt(haltPatienceMs)
  try {
    const worker = await openWorker(config)
    try {
      return await drain(worker, config, { stop, out, halt })
    } finally {
      await worker.close()
    }
  } finally {
    halt.close()
    await lock.release()
  }
}

type Halt = ReturnType<typeof watchForHalt>

/** Claiming a job may succeed where keeping its result does not, so only a job that ends counts as going on. */
function watchForHalt(patienceMs: number) {
  let timer: NodeJS.Timeout | undefined
  let why: DeskError | undefined
  const { promise, resolve } = Promise.withResolvers<void>()
  return {
    /** Resolves when work has stood still for too long. */
    given: promise,
    reason: () => why,
    hear(event: CorridorEvent): void {
      if (event.kind === 'halted' && !timer) {
        timer = setTimeout(() => {
          why = event.error
          resolve()
        }, patienceMs)
      } else if (event.kind === 'ended') {
        clearTimeout(timer)
        timer = undefined
      }
    },
    close: () => clearTimeout(timer),
  }
}

type Drain = { readonly stop: AbortSignal; readonly out: Output; readonly halt: Halt }

async function drain(worker: Worker, config: Config, { stop, out, halt }: Drain): Promise<WorkSummary> {
  const started = now()
  const done: Partial<Record<JobName, number>> = {}
  const troubles: string[] = []
  const failed: string[] = []

  const hear = (event: CorridorEvent): void => {
    halt.hear(event)
    if (event.kind === 'ended') {
      done[event.name] = (done[event.name] ?? 0) + 1
      if (event.trouble) troubles.push(event.outcome)
      out.progress(describeProgress(done, event.outcome))
    } else if (event.kind === 'failed') {
      failed.push(`${event.name}: ${event.error instanceof Error ? event.error.message : String(event.error)}`)
    } else if (event.kind === 'halted') out.note(event.error.message)
    else if (event.kind === 'resumed') out.note('Work goes on.')
    else out.note(describeRefill(event.documents))
  }
  for (const finding of worker.recovered) out.note(describeRecovery(finding))

  const corridor = await startWork(worker, config, hear)
  await Promise.race([corridor.drained(PATIENCE_MS), untilAborted(stop), halt.given])
  await corridor.stop()
  const why = stop.aborted ? undefined : halt.reason()
  if (why) throw leftUndone(why)
  const [counts, feeds] = await Promise.all([countRecords(worker.db, worker.search), countFeedHealth(worker.db)])
  return { counts, feeds, done, troubles, failed, seconds: Math.round((now() - started) / 100) / 10 }
}

function leftUndone(why: DeskError): DeskError {
  return new DeskError(
    why.code,
    `${why.message} Nothing that was kept is lost; what is left to do waits for the next: dragoman collect`,
    { cause: why },
  )
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** What a script should know of a run: whether it was cut short, and whether mistakes of ours are left. */
export function exitCodeOf(summary: WorkSummary, stop: AbortSignal): number {
  if (stop.aborted) return errorCodes.interrupted.exit
  return summary.failed.length > 0 ? errorCodes['partly-failed'].exit : 0
}

function describeProgress(done: Partial<Record<JobName, number>>, latest: string): string {
  const {
    'collect.feed': polled = 0,
    'preserve.item': visited = 0,
    'read.capture': read = 0,
    'index.reading': indexed = 0,
  } = done
  return `${polled} feeds polled, ${visited} pages visited, ${read} read, ${indexed} searchable · ${latest}`
}
