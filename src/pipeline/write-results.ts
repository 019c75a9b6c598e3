// Writes what jobs left behind: first the bytes of all of them, then one transaction for the rest.
// Each job has a savepoint of its own, so that one that cannot be saved takes no other with it.

import { sql } from 'kysely'
import type { ArchivePlace } from '../domain/capture.ts'
import type { Job } from '../domain/job.ts'
import type { Archive } from '../store/archive/archive.ts'
import { acknowledge } from '../store/captures.ts'
import type { Db, Tx } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import type { Queue } from '../store/queue/queue.ts'
import { DeskError } from '../domain/errors.ts'
import type { CorridorEvent } from './corridor.ts'
import { decideRetry, type RetryPlan } from './decide-retry.ts'

export type Ended =
  | { readonly kind: 'done'; readonly job: Job; readonly deed: Deed }
  | { readonly kind: 'failed'; readonly job: Job; readonly error: unknown; readonly plan: RetryPlan }

export type WriteResults = (batch: readonly Ended[]) => Promise<CorridorEvent[]>

export type WriterTools = {
  readonly db: Db
  readonly queue: Queue
  readonly archive: Archive
  readonly now: () => number
}

export function createResultWriter(tools: WriterTools): WriteResults {
  // Bytes already written for a batch whose transaction then failed: the next try must not write them again.
  const written = new WeakMap<Ended, readonly ArchivePlace[]>()

  return async (batch) => {
    await appendAll(tools.archive, batch, written)
    const events = await tools.db.transaction().execute(async (tx) => {
      const events: CorridorEvent[] = []
      const ends = new Map<string, number>()
      for (const ended of batch) {
        const places = written.get(ended) ?? []
        for (const { file, offset, length } of places) ends.set(file, Math.max(ends.get(file) ?? 0, offset + length))
        events.push(
          ended.kind === 'failed' ? await endFailed(tools, tx, ended) : await endDone(tools, tx, ended, places),
        )
      }
      for (const [file, end] of ends) await acknowledge(tx, file, end)
      return events
    })
    for (const ended of batch) if (ended.kind === 'done') await ended.deed.after?.().catch(() => undefined)
    return events
  }
}

/** One append for the whole batch: all of its bytes are there, or none. */
async function appendAll(
  archive: Archive,
  batch: readonly Ended[],
  written: WeakMap<Ended, readonly ArchivePlace[]>,
): Promise<void> {
  const fresh = batch.flatMap((ended) =>
    ended.kind === 'done' && ended.deed.records && !written.has(ended) ? [{ ended, records: ended.deed.records }] : [],
  )
  if (fresh.length === 0) return
  const places = await archive.append(fresh.flatMap(({ records }) => records))
  let next = 0
  for (const { ended, records } of fresh) {
    written.set(ended, places.slice(next, next + records.length))
    next += records.length
  }
}

type Done = Extract<Ended, { kind: 'done' }>
type Failed = Extract<Ended, { kind: 'failed' }>

async function endDone(
  tools: WriterTools,
  tx: Tx,
  ended: Done,
  places: readonly ArchivePlace[],
): Promise<CorridorEvent> {
  const { job, deed } = ended
  const now = tools.now()
  await sql`savepoint job`.execute(tx)
  try {
    // First the end, then what follows: the next job of the same key may be among it.
    await tools.queue.finish(tx, job, deed.freeAt ?? now)
    await deed.save?.(tx, places)
    await sql`release savepoint job`.execute(tx)
    return { kind: 'ended', name: job.name, outcome: deed.outcome, trouble: deed.trouble ?? false }
  } catch (error) {
    if (error instanceof DeskError && error.code === 'disk-full') throw error
    await sql`rollback to savepoint job`.execute(tx)
    await sql`release savepoint job`.execute(tx)
    return endFailed(tools, tx, { kind: 'failed', job, error, plan: decideRetry(job, error, now) })
  }
}

async function endFailed(tools: WriterTools, tx: Tx, { job, error, plan }: Failed): Promise<CorridorEvent> {
  const freeAt = tools.now()
  if (plan.kind === 'again') await tools.queue.retry(tx, job, { runAt: plan.runAt, error: plan.error, freeAt })
  else await tools.queue.bury(tx, job, { error: plan.error, freeAt })
  return { kind: 'failed', name: job.name, error, again: plan.kind === 'again' }
}
