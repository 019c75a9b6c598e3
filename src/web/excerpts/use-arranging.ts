// The order of a basket as a person makes it: a row is let go over another, or put in the place of its neighbour.

import { useState } from 'react'
import { moveExcerpt } from './collection-deeds.ts'

/** Before which excerpt one stands after it was let go over another. */
function targetOf(ids: readonly string[], moving: string, over: string): string | null | undefined {
  const [from, to] = [ids.indexOf(moving), ids.indexOf(over)]
  if (from < 0 || to < 0 || from === to) return undefined
  return from < to ? (ids[to + 1] ?? null) : over
}

export type Arranging = ReturnType<typeof useArranging>

/** @param ids those of the list, in its order */
export function useArranging(ids: readonly string[]) {
  const [dragged, setDragged] = useState<string | null>(null)
  const put = (moving: string, over: string) => {
    const before = targetOf(ids, moving, over)
    if (before !== undefined) void moveExcerpt(moving, before)
  }
  return {
    dragged,
    drag: setDragged,
    letGo: () => setDragged(null),
    put,
    dropOver: (over: string) => {
      setDragged(null)
      if (dragged !== null) put(dragged, over)
    },
  }
}
