// An item can be on the screen in several lists at once; a change of it shows in all of them.

import type { InfiniteData } from '@tanstack/react-query'
import type { ItemDetail, ItemRow } from '../../server/shapes/item.ts'
import type { SearchResult } from '../../server/shapes/search.ts'
import { client } from '../api/client.ts'
import { changeRows } from '../inbox/item-pages.ts'

type Change = <Row extends ItemRow>(item: Row) => Row

/** @param change gives the same object back for items that it does not change */
export function changeItems(change: Change) {
  changeRows(client, change)
  client.setQueriesData<InfiniteData<SearchResult>>({ queryKey: ['search'] }, (kept) => {
    if (!kept) return kept
    const pages = kept.pages.map((page) => ({ ...page, hits: page.hits.map(change) }))
    return { ...kept, pages }
  })
  for (const [key, item] of client.getQueriesData<ItemDetail>({ queryKey: ['item'] })) {
    if (item && 'triage' in item && key.length === 2) client.setQueryData(key, change(item))
  }
}
