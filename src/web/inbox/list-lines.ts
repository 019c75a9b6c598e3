// In: items, newest first. Out: the lines of the list, with a head before each new day.

import type { ItemRow } from '../../server/shapes/item.ts'
import { isoDay } from '../text/moment.ts'

export type ListLine =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'item'; readonly key: string; readonly item: ItemRow; readonly index: number }

/** The instant the list is ordered by: of publication where known and not in the future, else of being seen. */
export function orderOf(item: Pick<ItemRow, 'publishedAt' | 'seenAt'>): number {
  return item.publishedAt !== null && item.publishedAt <= item.seenAt ? item.publishedAt : item.seenAt
}

export function layLines(items: readonly ItemRow[]): ListLine[] {
  const lines: ListLine[] = []
  let day = ''
  for (const [index, item] of items.entries()) {
    const itsDay = isoDay(orderOf(item))
    if (itsDay !== day) lines.push({ kind: 'day', key: `day ${itsDay} ${item.id}`, at: orderOf(item) })
    day = itsDay
    lines.push({ kind: 'item', key: item.id, item, index })
  }
  return lines
}

/** The hour to show beside an item; null when only its day is known. */
export function hourOf(item: Pick<ItemRow, 'publishedAt' | 'seenAt' | 'publishedEdtf'>): number | null {
  if (item.publishedAt === null || item.publishedAt > item.seenAt) return item.seenAt
  return item.publishedEdtf === null || item.publishedEdtf.includes('T') ? item.publishedAt : null
}
