// The only place where things are put together: records, queue, archive, search, network, clock, reading threads.
// Two sizes: `openRecords` for looking, `openWorker` for working. A home has any number of the first and one of the second.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from './config.ts'
import type { PageReading } from './domain/reading.ts'
import type { RecoveryFinding } from './store/archive/recover-archive.ts'
import type { Archive } from './store/archive/archive.ts'
import { openFolderArchive } from './store/archive/folder-archive.ts'
import { readAcknowledged } from './store/captures.ts'
import { openDb, type Db } from './store/db.ts'
import { databaseError } from './store/database-error.ts'
import { checkDatabaseHome } from './store/database-home.ts'
import { makeHome } from './store/home-lock.ts'
import { migrate } from './store/migrate.ts'
import type { Queue } from './store/queue/queue.ts'
import { createTableQueue } from './store/queue/table-queue.ts'
import { openFtsIndex, type OpenOptions } from './store/search/open-fts-index.ts'
import type { SearchIndex } from './store/search/search-index.ts'
import { endClaimsOf, WORKER } from './store/engine-claims.ts'
import { openSpool, sweepSpool, type Spool } from './store/spool.ts'
import type { ReadTask } from './read/read-task.ts'
import { threadScript } from './lib/thread-script.ts'
import { openThreadPool, type ThreadPool } from './lib/thread-pool.ts'
import type { CompareAnswer, CompareTask } from './understand/copies/compare-task.ts'
import { openNetwork, type Network } from './network.ts'
import { version } from './version.ts'

export const tool = `dragoman ${version}`
export const now = (): number => Date.now()

export type Records = { readonly db: Db; readonly queue: Queue; close(): Promise<void> }

/** The folders and files of a home. */
export function homePlaces(home: string) {
  return {
    archive: join(home, 'archive'),
    records: join(home, 'desk.db'),
    search: join(home, 'search.db'),
    copies: join(home, 'copies.db'),
    spool: join(home, 'spool'),
    models: join(home, 'models'),
  }
}

/**
 * Opens the records, making or migrating them as needed.
 *
 * @throws DeskError `conflict` when the database is another home's, `bad-config` or `network` when it cannot be reached
 */
export async function openRecords(config: Config): Promise<Records> {
  await makeHome(config.home)
  const db = await openDb(
    config.postgres
      ? { kind: 'postgres', url: config.postgres }
      : { kind: 'sqlite', path: homePlaces(config.home).records },
  )
  try {
    await migrate(db)
    if (config.postgres) await checkDatabaseHome(db, config.home)
  } catch (error) {
    await db.destroy()
    throw config.postgres ? databaseError(error, config.postgres) : error
  }
  return { db, queue: createTableQueue(db), close: () => db.destroy() }
}

/** Opens the search index of a home. `mend`: for whoever holds the home, see `openFtsIndex`. */
export function openSearch(config: Config, options: OpenOptions = {}): SearchIndex {
  return openFtsIndex(homePlaces(config.home).search, options)
}

export type Worker = Records & {
  readonly archive: Archive
  /** What a kill had left in the archive, and was taken off at opening. */
  readonly recovered: readonly RecoveryFinding[]
  readonly search: SearchIndex
  readonly spool: Spool
  readonly network: Network
  readonly readers: ThreadPool<ReadTask, PageReading>
  /** One thread, which holds the store of copies. */
  readonly comparer: ThreadPool<CompareTask, CompareAnswer>
}

/** Opens everything that work needs. The process must hold the home (`takeHome`). */
export async function openWorker(config: Config): Promise<Worker> {
  const records = await openRecords(config)
  const { archive, findings } = await openArchive(config, records.db)
  const search = openSearch(config, { mend: true })
  await sweepSpool(homePlaces(config.home).spool, records.db, now())
  // What a kill took from engines is asked for again, and stands in their costs as lost.
  await endClaimsOf(records.db, WORKER)
  const network = openNetwork(config, records.db)
  const readers = openReaders(config)
  const comparer = openComparer()
  const close = async (): Promise<void> => {
    network.close()
    await readers.close()
    await comparer.close()
    await archive.close()
    await search.close()
    await records.close()
  }
  return {
    ...records,
    archive,
    recovered: findings,
    search,
    spool: openSpool(homePlaces(config.home).spool),
    network,
    readers,
    comparer,
    close,
  }
}

async function openArchive(config: Config, db: Db) {
  return openFolderArchive({
    folder: homePlaces(config.home).archive,
    acknowledged: await readAcknowledged(db),
    tool,
    now,
    newRecordId: randomUUID,
  })
}

const READER_MEGABYTES = 512
const READER_IDLE_MS = 20_000
/** A page that ignores its own budget is stopped from outside after this much more. */
const GRACE_MS = 2_000

/** Threads that read pages. */
export function openReaders(config: Pick<Config, 'readers' | 'pageBudgetSeconds'>): ThreadPool<ReadTask, PageReading> {
  return openThreadPool<ReadTask, PageReading>({
    script: threadScript('./read/read-thread', import.meta.url),
    size: config.readers,
    timeoutMs: config.pageBudgetSeconds * 1000 + GRACE_MS,
    idleMs: READER_IDLE_MS,
    maxMegabytes: READER_MEGABYTES,
  })
}

const COMPARER_MEGABYTES = 1_024
const COMPARER_IDLE_MS = 60_000
/** Of a batch; what takes longer is tried again document by document. */
const COMPARE_MS = 120_000

function openComparer(): ThreadPool<CompareTask, CompareAnswer> {
  return openThreadPool<CompareTask, CompareAnswer>({
    script: threadScript('./understand/copies/compare-thread', import.meta.url),
    size: 1,
    timeoutMs: COMPARE_MS,
    idleMs: COMPARER_IDLE_MS,
    maxMegabytes: COMPARER_MEGABYTES,
  })
}

/** Waits; resolves early when the signal fires. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined)
}
