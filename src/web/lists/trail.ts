// The list a person came from, so that the reader can step to its next or previous item and the list follows.

import { keepPlace } from './place.ts'

type Trail = {
  /** The name its place is kept under. */
  readonly list: string
  readonly ids: readonly string[]
  /** How many stand before the first of `ids`, and how many there are in all. */
  readonly before: number
  readonly total: number
  /** Fetches more at the end and lays the trail anew; absent when the list cannot grow. */
  readonly more?: () => Promise<void>
}

let trail: Trail = { list: '', ids: [], before: 0, total: 0 }

export function layTrail(next: Trail) {
  trail = next
}

export type Neighbours = { before: string | null; after: string | null; at: number; of: number }

/** Neighbours of an item in the list it was opened from, and its place there, from 1; 0 of 0 = it came from no list. */
export function neighboursOf(id: string): Neighbours {
  const { ids, before, total } = trail
  const at = ids.indexOf(id)
  if (at < 0) return { before: null, after: null, at: 0, of: 0 }
  return { before: ids[at - 1] ?? null, after: ids[at + 1] ?? null, at: before + at + 1, of: total }
}

const NEAR_END = 20
let fetching = false

/** The reader has come to this item: the list's active line moves with it, and the list grows in good time. */
export function followTrail(id: string) {
  const at = trail.ids.indexOf(id)
  if (at < 0) return
  keepPlace(trail.list, { activeId: id })
  if (at < trail.ids.length - NEAR_END || fetching || !trail.more) return
  fetching = true
  void trail.more().finally(() => {
    fetching = false
  })
}
