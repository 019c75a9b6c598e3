// In: a filter and a place in the list. Out: a page of items; with grouping, one item for each group of copies.
// The newest member that fits stands for its group. Whether an item is that member can be told by looking at its own
// group alone, so pages stay quick, and do not overlap.

import type { ItemId } from '../domain/feed.ts'
import type { Db } from '../store/db.ts'
import { listFellowItems } from '../store/fellow-items.ts'
import { countedValues, fitsItem, type ItemFilter } from '../store/item-filter.ts'
import { listItems, type ItemCursor } from '../store/item-list.ts'
import type { StoredItem } from '../store/items.ts'

export type StoryPage = { readonly items: readonly StoredItem[]; readonly next: ItemCursor | null }

type Wish = { readonly limit: number; readonly before?: ItemCursor | undefined; readonly isGrouped: boolean }

/** A page that consists of copies alone is looked through this often before what was found is given out. */
const MOST_ROUNDS = 20

export async function listStories(db: Db, filter: ItemFilter, { limit, before, isGrouped }: Wish): Promise<StoryPage> {
  const items: StoredItem[] = []
  let place = before
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const page = await listItems(db, filter, limit, place)
    const kept = isGrouped ? await withoutOlderCopies(db, filter, page) : page
    const taken = kept.slice(0, limit - items.length)
    items.push(...taken)
    const isCut = taken.length < kept.length
    place = isCut ? taken.at(-1) : page.at(-1)
    if (page.length < limit && !isCut) return { items, next: null }
    if (items.length >= limit) break
  }
  return { items, next: place ? { orderAt: place.orderAt, id: place.id as ItemId } : null }
}

async function withoutOlderCopies(db: Db, filter: ItemFilter, page: readonly StoredItem[]): Promise<StoredItem[]> {
  const fellows = await listFellowItems(
    db,
    page.map(({ id }) => id),
  )
  if (fellows.size === 0) return [...page]
  const fits = fitsItem(await countedValues(db, filter), filter)
  return page.filter((item) => !(fellows.get(item.id) ?? []).some((other) => isNewer(other, item) && fits(other)))
}

function isNewer(one: StoredItem, other: StoredItem): boolean {
  return one.orderAt > other.orderAt || (one.orderAt === other.orderAt && one.id > other.id)
}
