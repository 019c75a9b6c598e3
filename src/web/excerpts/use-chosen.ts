// Which excerpts of a list are chosen, for a deed on all of them at once.

import { useState } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'

const nobody: ReadonlySet<string> = new Set()
/** As many as one deed takes. */
export const MOST_CHOSEN = 2_000

/** Those chosen of a list, in the order in which they are shown. Another list begins with none. */
export function useChosen(list: string, excerpts: readonly Excerpt[]) {
  const [kept, setKept] = useState({ list, ids: nobody })
  const ids = kept.list === list ? kept.ids : nobody
  const keep = (next: ReadonlySet<string>) => setKept({ list, ids: next })
  const toggle = ({ id }: Excerpt) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    keep(next)
  }
  return {
    chosen: excerpts.filter(({ id }) => ids.has(id)),
    ids,
    toggle,
    all: (of: readonly Excerpt[] = excerpts) => keep(new Set(of.slice(0, MOST_CHOSEN).map(({ id }) => id))),
    clear: () => keep(nobody),
  }
}
