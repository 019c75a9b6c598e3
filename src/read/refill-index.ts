// In: the records, and a search index that may know less than they do. Out: an index that knows as much.
// An index is behind when its file was deleted, set aside as damaged, came from an older copy, was made by another
// analyser, or when a rebuild was stopped half-way. What waits in the queue to be indexed is not missing.

import { DeskError } from '../domain/errors.ts'
import { countIndexedArticles } from '../store/article-documents.ts'
import type { Db } from '../store/db.ts'
import { countItems } from '../store/item-list.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { SearchIndex } from '../store/search/search-index.ts'
import { rebuildIndex } from './rebuild-index.ts'

export type RefillTools = {
  readonly db: Db
  readonly queue: Pick<Queue, 'counts'>
  readonly search: Pick<SearchIndex, 'size' | 'clear' | 'upsert' | 'tidy'>
  readonly now: () => number
}

/** Returns how many documents were put into the index; null when it was not behind. Safe to stop and to run again. */
export async function refillIndex({ db, queue, search, now }: RefillTools): Promise<number | null> {
  const { count: readable } = await countItems(db, { states: ['read'] })
  const { waiting, running, failed } = (await queue.counts(now()))['index.reading']
  const expected = readable + (await countIndexedArticles(db))
  if ((await sizeOf(search)) + waiting + running + failed >= expected) return null
  return rebuildIndex({ db, index: search, now })
}

/** A damaged index holds nothing that could be relied on. */
async function sizeOf(search: Pick<SearchIndex, 'size'>): Promise<number> {
  try {
    return await search.size()
  } catch (error) {
    if (error instanceof DeskError && error.code === 'home-broken') return -Infinity
    throw error
  }
}
