// Puts a reading into the search index, where that could not be done when it was made.
// Safe to run twice: the index replaces by id.

import type { Jobs } from '../domain/job.ts'
import { hostOf } from '../lib/url.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import type { Reading } from '../domain/reading.ts'
import { findItem, type StoredItem } from '../store/items.ts'
import { findReading, markIndexed } from '../store/readings.ts'
import type { SearchDocument, SearchIndex } from '../store/search/search-index.ts'

export type IndexTools = {
  readonly db: Db
  readonly index: Pick<SearchIndex, 'upsert'>
  readonly now: () => number
}

export async function indexReading(tools: IndexTools, { readingId }: Jobs['index.reading']): Promise<Deed> {
  const reading = await findReading(tools.db, readingId)
  const item = reading && (await findItem(tools.db, reading.itemId))
  if (!reading || item?.readingId !== readingId) return nothingToDo
  await tools.index.upsert([toSearchDocument(item, reading)])
  return {
    outcome: `${item.url}: searchable`,
    save: (tx) => markIndexed(tx, readingId, tools.now()),
  }
}

/** What the index is told: an item is found by its latest reading. */
export function toSearchDocument(item: StoredItem, reading: Reading): SearchDocument {
  return {
    id: item.id,
    time: item.orderAt,
    language: reading.language,
    outletId: item.outletId,
    host: hostOf(item.url),
    title: reading.title ?? item.promisedTitle,
    text: reading.text,
  }
}
