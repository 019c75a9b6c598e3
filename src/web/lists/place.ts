// Where a person was in a list, kept while the page lives, so that Back leads to the same line.

import type { VirtualItem } from '@tanstack/react-virtual'

export type Place = {
  /** Of the active line; null = none yet. */
  readonly activeId: string | null
  readonly offset: number
  /** Heights already measured, so that the same offset shows the same lines. */
  readonly measured: VirtualItem[]
}

const start: Place = { activeId: null, offset: 0, measured: [] }
const MOST = 50
const places = new Map<string, Place>()

export function readPlace(list: string): Place {
  return places.get(list) ?? start
}

export function keepPlace(list: string, change: Partial<Place>) {
  const place = { ...readPlace(list), ...change }
  places.delete(list)
  places.set(list, place)
  const [oldest] = places.keys()
  if (places.size > MOST && oldest !== undefined) places.delete(oldest)
}
