// The list a person came from, so that the reader can step to its next or previous item and the list follows.

import { keepPlace } from './place.ts'

let trail: { readonly list: string; readonly ids: readonly string[] } = { list: '', ids: [] }

/** @param list the name its place is kept under */
export function layTrail(list: string, ids: readonly string[]) {
  trail = { list, ids }
}

/** Neighbours of an item in the list it was opened from, and its place there, from 1; 0 of 0 = it came from no list. */
export function neighboursOf(id: string): { before: string | null; after: string | null; at: number; of: number } {
  const { ids } = trail
  const at = ids.indexOf(id)
  if (at < 0) return { before: null, after: null, at: 0, of: 0 }
  return { before: ids[at - 1] ?? null, after: ids[at + 1] ?? null, at: at + 1, of: ids.length }
}

/** The reader has come to this item: the list's active line moves with it. */
export function followTrail(id: string) {
  const at = trail.ids.indexOf(id)
  if (at >= 0) keepPlace(trail.list, { active: at })
}
