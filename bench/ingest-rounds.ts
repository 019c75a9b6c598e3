// Rounds of the ingest bench: the same pages go the whole way, and are then read alone.
// What is opened here stays open from round to round, the home with its threads and the thread that reads alone,
// so that both sides are equally warm.

import { once } from 'node:events'
import { gunzipSync } from 'node:zlib'
import { Worker as Thread } from 'node:worker_threads'
import type { Config } from '../src/config.ts'
import type { Capture, CaptureId } from '../src/domain/capture.ts'
import { unpackRecord } from '../src/lib/warc/unpack-record.ts'
import { startWork } from '../src/pipeline/work.ts'
import type { ReadTask } from '../src/read/read-task.ts'
import { listCapturesAfter } from '../src/store/captures.ts'
import { now, openWorker, type Worker } from '../src/tools.ts'
import { stockFeeds } from './stock-feeds.ts'

export type Cost = { readonly cpuMs: number; readonly wallMs: number }

export type Round = {
  readonly whole: Cost
  /** Looking for copies among the pages of the round, which the desk does when nothing waits to be read. */
  readonly copies: Cost
  readonly alone: Cost
  readonly pages: number
  readonly searchable: number
  /** Of markup, unpacked. */
  readonly bytes: number
  readonly troubles: readonly string[]
}

export type Rounds = {
  /** Polls the feeds of new hosts and takes all their pages the whole way; then reads the same bytes again, alone. */
  run(hosts: readonly string[]): Promise<Round>
  close(): Promise<void>
}

const PATIENCE_MS = 500
/** Copies are looked for a moment after the start. */
const COPIES_PATIENCE_MS = 3_000
const MOST_BYTES = 1 << 26

export async function openRounds(config: Config): Promise<Rounds> {
  const worker = await openWorker(config)
  const alone = openReadAlone()
  let last: CaptureId | null = null
  let known = 0

  return {
    async run(hosts) {
      const troubles: string[] = []
      await stockFeeds(worker, hosts, now())
      const whole = await measure(() => ingest(withoutCopies(worker), config, troubles, PATIENCE_MS))
      const copies = await measure(() => ingest(worker, config, troubles, COPIES_PATIENCE_MS))
      const captures = await listCapturesAfter(worker.db, last, 1_000_000)
      last = captures.at(-1)?.id ?? last
      const before = known
      known = await worker.search.size()
      const tasks = await loadTasks(worker, captures)
      await alone.give(tasks)
      const bytes = tasks.reduce((sum, { payload }) => sum + gunzipSync(payload).length, 0)
      const pages = tasks.length
      return { whole, copies, alone: await measure(alone.read), pages, searchable: known - before, bytes, troubles }
    },
    async close() {
      await alone.close()
      await worker.close()
    },
  }
}

async function measure(deed: () => Promise<unknown>): Promise<Cost> {
  const started = performance.now()
  const before = process.cpuUsage()
  await deed()
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - started }
}

/** The same, without a job that looks for copies. */
function withoutCopies(worker: Worker): Worker {
  const { queue } = worker
  return {
    ...worker,
    queue: {
      ...queue,
      enqueue: (tx, jobs) =>
        queue.enqueue(
          tx,
          jobs.filter(({ name }) => name !== 'understand.copies'),
        ),
    },
  }
}

async function ingest(worker: Worker, config: Config, troubles: string[], patienceMs: number): Promise<void> {
  const corridor = await startWork(worker, config, (event) => {
    if (event.kind === 'failed') troubles.push(`${event.name}: ${String(event.error)}`)
    else if (event.kind === 'halted') troubles.push(event.error.message)
    else if (event.kind === 'ended' && event.trouble) troubles.push(event.outcome)
  })
  await corridor.drained(patienceMs)
  await corridor.stop()
}

/** The pages as the archive has them: the very bytes that were read. */
async function loadTasks(worker: Worker, captures: readonly Capture[]): Promise<ReadTask[]> {
  const tasks: ReadTask[] = []
  for (const { place, finalUrl: url, contentType, headers, requestedAt } of captures) {
    const unpacked = await unpackRecord(await worker.archive.read(place))
    if (unpacked.kind !== 'record') continue
    const limits = { budgetMs: 10_000, maxBytes: MOST_BYTES }
    const { payload } = unpacked
    tasks.push({ url, payload, contentEncoding: 'gzip', contentType, headers, now: requestedAt, ...limits })
  }
  return tasks
}

function openReadAlone() {
  const thread = new Thread(new URL('./read-alone-thread.ts', import.meta.url))
  const ask = async (message: readonly ReadTask[] | 'read'): Promise<void> => {
    thread.postMessage(message)
    await once(thread, 'message')
  }
  return {
    give: (tasks: readonly ReadTask[]) => ask(tasks),
    read: () => ask('read'),
    close: () => thread.terminate(),
  }
}
