// Where a person was in a list, kept while the page lives, so that Back leads to the same line.

import type { VirtualItem } from '@tanstack/react-virtual'

export type Place = {
  /** Index of the active line; -1 = none yet. */
  readonly active: number
  readonly offset: number
  /** Heights already measured, so that the same offset shows the same lines. */
  readonly measured: VirtualItem[]
}

const start: Place = { active: -1, offset: 0, measured: [] }
const places = new Map<string, Place>()

export function readPlace(list: string): Place {
  return places.get(list) ?? start
}

export function keepPlace(list: string, change: Partial<Place>) {
  places.set(list, { ...readPlace(list), ...change })
}
