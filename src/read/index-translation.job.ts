// Puts a page into the search index anew because a translation of it says something else, and shows it to the alerts once
// more. Safe to run twice: the index replaces by id, and an alert finds an item once.

import type { Jobs } from '../domain/job.ts'
import { noteToWatch } from '../store/alert-hits.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItem } from '../store/items.ts'
import { indexJob, indexTranslationJob, watchJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReading } from '../store/readings.ts'
import { toSearchDocument } from '../store/search/page-document.ts'
import { areSameHeads, listHeads } from '../store/translated-heads.ts'

export type IndexTranslationTools = { readonly db: Db; readonly queue: Queue; readonly now: () => number }

export async function indexTranslation(
  { db, queue, now }: IndexTranslationTools,
  { readingId }: Jobs['index.translation'],
): Promise<Deed> {
  const reading = await findReading(db, readingId)
  const item = reading && (await findItem(db, reading.itemId))
  // The page was captured again since: it is found by what it says now, and that has translations of its own.
  if (!reading || item?.readingId !== readingId) return nothingToDo
  const headsIn = async (from: Db) => (await listHeads(from, [readingId])).get(readingId) ?? []
  const heads = await headsIn(db)
  return {
    outcome: `${item.url}: found by its translation`,
    documents: [toSearchDocument(item, reading, heads)],
    async save(tx, { isIndexed }) {
      const isWatched = await noteToWatch(tx, { itemId: item.id, readingId })
      // Corrected once more since it was looked up: whoever did that found this job under way and added none.
      const isOld = !areSameHeads(heads, await headsIn(tx))
      await queue.enqueue(tx, [
        ...(isOld ? [indexTranslationJob(readingId, now())] : []),
        ...(isIndexed ? [] : [indexJob(readingId, now())]),
        ...(isWatched ? [watchJob(now())] : []),
      ])
    },
  }
}
