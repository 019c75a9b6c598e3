// Fills the search index anew from the readings. Nothing is read from the network or the archive.

import type { ItemId } from '../domain/feed.ts'
import { listDocumentsAfter, markArticlesIndexed } from '../store/article-documents.ts'
import type { Db } from '../store/db.ts'
import { listItemsAfter } from '../store/items.ts'
import { findReadings, markAllIndexed } from '../store/readings.ts'
import type { SearchDocument, SearchIndex } from '../store/search/search-index.ts'
import { loadDocuments } from '../store/search/page-document.ts'

export type RebuildIndexTools = {
  readonly db: Db
  readonly index: Pick<SearchIndex, 'clear' | 'upsert' | 'tidy'>
  readonly now: () => number
  readonly onProgress?: (indexed: number) => void
  readonly stop?: AbortSignal
}

const BATCH = 500

/** Returns how many documents can now be found. Safe to stop and to run again. */
export async function rebuildIndex({ db, index, now, onProgress, stop }: RebuildIndexTools): Promise<number> {
  await index.clear()
  let indexed = 0
  for (let after: ItemId | null = null; !stop?.aborted;) {
    const items = await listItemsAfter(db, after, BATCH)
    const last = items.at(-1)
    if (!last) break
    after = last.id
    const readings = await findReadings(
      db,
      items.flatMap(({ readingId }) => (readingId ? [readingId] : [])),
    )
    const documents = await loadDocuments(db, items, readings)
    await index.upsert(documents)
    await markAllIndexed(
      db,
      readings.map(({ id }) => id),
      now(),
    )
    indexed += documents.length
    onProgress?.(indexed)
  }
  indexed += await rebuildArticles({ db, index, now, ...(stop && { stop }) })
  onProgress?.(indexed)
  await index.tidy('all')
  return indexed
}

/** The pieces of the digest, which stand beside the pages. */
async function rebuildArticles({ db, index, now, stop }: RebuildIndexTools): Promise<number> {
  let indexed = 0
  for (let after: string | null = null; !stop?.aborted;) {
    const documents: SearchDocument[] = await listDocumentsAfter(db, after, BATCH)
    const last = documents.at(-1)
    if (!last) break
    after = last.id
    await index.upsert(documents)
    await markArticlesIndexed(
      db,
      documents.map(({ id }) => id),
      now(),
    )
    indexed += documents.length
  }
  return indexed
}
