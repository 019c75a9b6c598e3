// In: an opened worker. Out: its corridor, at work. What `start`, `collect` and `demo` have in common.

import type { Config } from '../config.ts'
import { finishImports } from '../desk/articles/finish-imports.ts'
import { mapOutlets } from '../desk/articles/map-outlets.ts'
import { refillIndex } from '../read/refill-index.ts'
import { now, sleep, type Worker } from '../tools.ts'
import { queueComparison } from '../understand/queue-comparison.ts'
import { openCorridor, type Corridor, type CorridorEvent } from './corridor.ts'
import { createHandlerTools } from './handler-tools.ts'
import { handleJob } from './handlers.ts'
import { createResultWriter } from './write-results.ts'

/** Pages in hand beyond those being read, so that no reader ever waits for the queue. */
const WAITING_FOR_A_READER = 32
/** A desk that has just been opened has more urgent things to do than to look for copies. */
const COMPARE_AFTER_MS = 2_000

/**
 * Starts to work through the queue. Jobs left claimed by a worker that is no more are given back first,
 * and a search index that has fallen behind is filled.
 */
export async function startWork(
  worker: Worker,
  config: Config,
  log: (event: CorridorEvent) => void,
): Promise<Corridor> {
  const alone = config.postgres === undefined
  await worker.queue.release(alone ? Number.MAX_SAFE_INTEGER : now())
  const documents = await refillIndex({ ...worker, now })
  if (documents !== null) log({ kind: 'refilled', documents })
  // What an import that was stopped, or made beside a running desk, has left to do.
  await mapOutlets(worker.db)
  await finishImports({ db: worker.db, search: worker.search }, now())
  await queueComparison(worker, now() + COMPARE_AFTER_MS)
  const tools = createHandlerTools(worker, config)
  return openCorridor(
    {
      queue: worker.queue,
      handle: (job) => handleJob(tools, job),
      write: createResultWriter({ ...worker, now }),
      now,
      sleep,
      log,
      tidy: async () => {
        await finishImports({ db: worker.db, search: worker.search }, now())
        return worker.search.tidy('little')
      },
    },
    { laned: config.fetchers, laneless: config.readers * 2 + WAITING_FOR_A_READER },
  )
}
