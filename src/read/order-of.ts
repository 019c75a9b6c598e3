// In: what a page and its feed say of its time. Out: where it stands in «newest first».

import type { PageReading } from '../domain/reading.ts'
import { readInstant } from '../lib/read-instant.ts'
import { orderTime, type StoredItem } from '../store/items.ts'

const NEARBY_MS = 36 * 3_600_000

/** The page's own date counts for more than the feed's; neither may lie in the future of when we first saw it. */
export function orderOf(page: PageReading, item: Pick<StoredItem, 'promisedAt' | 'seenAt'>): number {
  const printed = readInstant(page.published?.edtf ?? null)
  const promised = item.promisedAt
  // A day without a clock would move an item to midnight: the feed's time of the same day is better.
  const sameDay = printed !== null && promised !== null && Math.abs(promised - printed) < NEARBY_MS
  const isDayOnly = page.published !== null && !page.published.edtf.includes('T')
  return orderTime(isDayOnly && sameDay ? promised : (printed ?? promised), item.seenAt)
}
