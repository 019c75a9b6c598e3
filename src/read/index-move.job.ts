// Tells the search index of items that have another outlet since a merge or a split, a few hundred at a time.
// Safe to run twice: the index replaces by id.

import type { Jobs } from '../domain/job.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItems } from '../store/items.ts'
import { listMovedItems } from '../store/outlet-move-records.ts'
import { indexMoveJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReadings } from '../store/readings.ts'
import { loadDocuments } from '../store/search/page-document.ts'
import type { SearchIndex } from '../store/search/search-index.ts'

export type IndexMoveTools = {
  readonly db: Db
  readonly queue: Queue
  readonly index: Pick<SearchIndex, 'upsert'>
  readonly now: () => number
}

const AT_ONCE = 200

export async function indexMove(tools: IndexMoveTools, { moveId, after }: Jobs['index.move']): Promise<Deed> {
  const ids = await listMovedItems(tools.db, moveId, after ?? null, AT_ONCE)
  const last = ids.at(-1)
  if (last === undefined) return nothingToDo
  const items = await findItems(tools.db, ids)
  const readings = await findReadings(
    tools.db,
    items.flatMap(({ readingId }) => readingId ?? []),
  )
  const documents = await loadDocuments(tools.db, items, readings)
  // Not left to the corridor, which goes on without the index: these documents would never be mended.
  await tools.index.upsert(documents)
  return {
    outcome: `${documents.length} pages found under their new outlet`,
    save: (tx) => tools.queue.enqueue(tx, [indexMoveJob(moveId, tools.now(), last)]),
  }
}
