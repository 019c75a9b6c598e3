// What the search index is told of a page: an item is found by its latest reading.

import type { Reading } from '../../domain/reading.ts'
import { hostOf } from '../../lib/url.ts'
import type { StoredItem } from '../items.ts'
import type { SearchDocument } from './search-index.ts'

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
