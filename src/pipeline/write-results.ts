// Writes what jobs left behind: first the bytes of all of them, then the search index, then one transaction for the rest.
// Whatever a kill leaves of the first two is of no account until the transaction speaks of it: bytes nobody was told of
// are cut off, and a document in the index is replaced when its job is done again.

import { sql } from 'kysely'
import type { ArchivePlace } from '../domain/capture.ts'
import type { Job } from '../domain/job.ts'
import type { Archive } from '../store/archive/archive.ts'
import { acknowledge } from '../store/captures.ts'
import type { Db, Tx } from '../store/db.ts'
import type { Deed, Written } from '../store/deed.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { SearchIndex } from '../store/search/search-index.ts'
import { DeskError } from '../domain/errors.ts'
import type { CorridorEvent } from './corridor.ts'
import { decideRetry, type RetryPlan } from './decide-retry.ts'
import { inTransaction } from '../store/in-transaction.ts'

export type Ended =
  | { readonly kind: 'done'; readonly job: Job; readonly deed: Deed }
  | { readonly kind: 'failed'; readonly job: Job; readonly error: unknown; readonly plan: RetryPlan }

export type WriteResults = (batch: readonly Ended[]) => Promise<CorridorEvent[]>

export type WriterTools = {
  readonly db: Db
  readonly queue: Queue
  readonly archive: Archive
  readonly search: Pick<SearchIndex, 'upsert'>
  readonly now: () => number
}

type Done = Extract<Ended, { kind: 'done' }>
type Failed = Extract<Ended, { kind: 'failed' }>
type Places = ReadonlyMap<Ended, readonly ArchivePlace[]>
type Outside = { readonly places: Places; readonly isIndexed: boolean }

export function createResultWriter(tools: WriterTools): WriteResults {
  // Bytes already written for a batch whose transaction then failed: the next try must not write them again.
  const places = new Map<Ended, readonly ArchivePlace[]>()

  return async (batch) => {
    await appendAll(tools.archive, batch, places)
    const outside = { places, isIndexed: await indexAll(tools.search, batch) }
    const events = await saveTogether(tools, batch, outside).catch((error: unknown) => {
      if (isDiskFull(error)) throw error
      return saveOneByOne(tools, batch, outside)
    })
    for (const ended of batch) {
      places.delete(ended)
      if (ended.kind === 'done') await ended.deed.after?.().catch(() => undefined)
    }
    return events
  }
}

/** One append for the whole batch: all of its bytes are there, or none. */
async function appendAll(
  archive: Archive,
  batch: readonly Ended[],
  written: Map<Ended, readonly ArchivePlace[]>,
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

/** False when the index cannot take them: the records are kept all the same, and the index is filled later. */
async function indexAll(search: Pick<SearchIndex, 'upsert'>, batch: readonly Ended[]): Promise<boolean> {
  const documents = batch.flatMap((ended) => (ended.kind === 'done' ? (ended.deed.documents ?? []) : []))
  if (documents.length === 0) return true
  try {
    await search.upsert(documents)
    return true
  } catch (error) {
    if (isDiskFull(error)) throw error
    return false
  }
}

/** The usual way: nothing goes wrong, and the ends of all jobs are one statement. */
function saveTogether(tools: WriterTools, batch: readonly Ended[], outside: Outside): Promise<CorridorEvent[]> {
  return inTransaction(tools.db, async (tx) => {
    const now = tools.now()
    const done = batch.filter((ended) => ended.kind === 'done')
    // First the ends, then what follows: the next jobs of the same keys may be among it.
    await tools.queue.finish(
      tx,
      done.map(({ job, deed }) => ({ job, freeAt: deed.freeAt ?? now })),
    )
    const events: CorridorEvent[] = []
    for (const ended of batch) {
      if (ended.kind === 'failed') events.push(await endFailed(tools, tx, ended))
      else {
        await ended.deed.save?.(tx, writtenOf(ended, outside))
        events.push(...tellDone(ended, outside))
      }
    }
    await acknowledgeAll(tx, batch, outside.places)
    return events
  })
}

/** Each job has a savepoint of its own, so that one that cannot be saved takes no other with it. */
function saveOneByOne(tools: WriterTools, batch: readonly Ended[], outside: Outside): Promise<CorridorEvent[]> {
  return inTransaction(tools.db, async (tx) => {
    const events: CorridorEvent[] = []
    for (const ended of batch) {
      if (ended.kind === 'failed') events.push(await endFailed(tools, tx, ended))
      else events.push(...(await endDone(tools, tx, ended, outside)))
    }
    await acknowledgeAll(tx, batch, outside.places)
    return events
  })
}

async function endDone(tools: WriterTools, tx: Tx, ended: Done, outside: Outside): Promise<CorridorEvent[]> {
  const { job, deed } = ended
  const now = tools.now()
  await sql`savepoint job`.execute(tx)
  try {
    await tools.queue.finish(tx, [{ job, freeAt: deed.freeAt ?? now }])
    await deed.save?.(tx, writtenOf(ended, outside))
    await sql`release savepoint job`.execute(tx)
    return tellDone(ended, outside)
  } catch (error) {
    if (isDiskFull(error)) throw error
    await sql`rollback to savepoint job`.execute(tx)
    await sql`release savepoint job`.execute(tx)
    return [await endFailed(tools, tx, { kind: 'failed', job, error, plan: decideRetry(job, error, now) })]
  }
}

async function endFailed(tools: WriterTools, tx: Tx, { job, error, plan }: Failed): Promise<CorridorEvent> {
  const freeAt = tools.now()
  if (plan.kind === 'again') await tools.queue.retry(tx, job, { runAt: plan.runAt, error: plan.error, freeAt })
  else await tools.queue.bury(tx, job, { error: plan.error, freeAt })
  return { kind: 'failed', name: job.name, error, again: plan.kind === 'again' }
}

/** What was indexed on the way is told as the job that it would otherwise have been; a page that was searchable before, only once. */
function tellDone({ job, deed }: Done, { isIndexed }: Outside): CorridorEvent[] {
  const { outcome, trouble = false, documents = [] } = deed
  const indexed = isIndexed && job.name !== 'index.translation' ? documents : []
  // Of all that changes a translation, this alone follows when lists show other words than before.
  const translated = job.name === 'index.translation' ? { translated: job.data.readingId } : {}
  return [
    { kind: 'ended', name: job.name, outcome, trouble, ...translated },
    ...indexed.map(
      () => ({ kind: 'ended', name: 'index.reading', outcome: `${outcome}, searchable`, trouble: false }) as const,
    ),
  ]
}

function writtenOf(ended: Done, { places, isIndexed }: Outside): Written {
  return { places: places.get(ended) ?? [], isIndexed }
}

async function acknowledgeAll(tx: Tx, batch: readonly Ended[], places: Places): Promise<void> {
  const ends = new Map<string, number>()
  for (const { file, offset, length } of batch.flatMap((ended) => places.get(ended) ?? [])) {
    ends.set(file, Math.max(ends.get(file) ?? 0, offset + length))
  }
  for (const [file, end] of ends) await acknowledge(tx, file, end)
}

const isDiskFull = (error: unknown): boolean => error instanceof DeskError && error.code === 'disk-full'
