// What the search index is told of a page: an item is found by its latest reading, and by what translations of it say first.

import type { Reading } from '../../domain/reading.ts'
import { hostOf } from '../../lib/url.ts'
import type { Db } from '../db.ts'
import type { StoredItem } from '../items.ts'
import type { StoredReading } from '../readings.ts'
import { listHeads } from '../translated-heads.ts'
import type { SearchDocument, TranslatedHead } from './search-index.ts'

/** @param heads of translations of this reading */
export function toSearchDocument(item: StoredItem, reading: Reading, heads: readonly TranslatedHead[]): SearchDocument {
  return {
    id: item.id,
    time: item.orderAt,
    language: reading.language,
    outletId: item.outletId,
    host: hostOf(item.url),
    title: reading.title ?? item.promisedTitle,
    text: reading.text,
    translations: heads.map(({ language, title, lead }) => ({ language, title, lead })),
  }
}

/** Documents of many readings, in their order; those whose item is not given are left out. One query for any number. */
export async function loadDocuments(
  db: Db,
  items: readonly StoredItem[],
  readings: readonly StoredReading[],
): Promise<SearchDocument[]> {
  const byId = new Map(items.map((item) => [item.id, item]))
  const heads = await listHeads(
    db,
    readings.map(({ id }) => id),
  )
  return readings.flatMap((reading) => {
    const item = byId.get(reading.itemId)
    return item ? [toSearchDocument(item, reading, heads.get(reading.id) ?? [])] : []
  })
}
