// In: items whose translations were made, corrected or reviewed. Out: word of it to every open page, so that a title that is
// on the screen becomes the new one in its place.

import type { ItemId } from '../domain/feed.ts'
import { findItems } from '../store/items.ts'
import { loadItemRows } from './present/item-rows.ts'
import type { TargetTools } from './target-language.ts'
import type { ServerTools } from './tools.ts'

/** More than this many are not named: pages then ask for what they show. */
export const MOST_ANNOUNCED = 500

export async function announceTranslations(
  tools: TargetTools & Pick<ServerTools, 'events' | 'now'>,
  itemIds: readonly ItemId[],
): Promise<void> {
  const { db, events, now } = tools
  if (itemIds.length === 0 || events.listeners() === 0) return
  const isMany = itemIds.length > MOST_ANNOUNCED
  const rows = isMany ? [] : await loadItemRows(tools, await findItems(db, [...new Set(itemIds)]))
  const changed = isMany ? null : rows.map(({ id, translation }) => ({ id, translation }))
  events.publish({ name: 'translations', data: { at: now(), changed } })
}
