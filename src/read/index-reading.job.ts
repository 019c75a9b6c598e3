// Puts a reading into the search index, where that could not be done when it was made.
// Safe to run twice: the index replaces by id.

import type { Jobs } from '../domain/job.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItem } from '../store/items.ts'
import { findReading, markIndexed } from '../store/readings.ts'
import { loadDocuments } from '../store/search/page-document.ts'
import type { SearchIndex } from '../store/search/search-index.ts'

export type IndexTools = {
  readonly db: Db
  readonly index: Pick<SearchIndex, 'upsert'>
  readonly now: () => number
}

export async function indexReading(tools: IndexTools, { readingId }: Jobs['index.reading']): Promise<Deed> {
  const reading = await findReading(tools.db, readingId)
  const item = reading && (await findItem(tools.db, reading.itemId))
  if (!reading || item?.readingId !== readingId) return nothingToDo
  await tools.index.upsert(await loadDocuments(tools.db, [item], [reading]))
  return {
    outcome: `${item.url}: searchable`,
    save: (tx) => markIndexed(tx, readingId, tools.now()),
  }
}
