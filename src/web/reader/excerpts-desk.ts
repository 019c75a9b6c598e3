// Which kept excerpt of a page a person looks at: chosen in the text, in the spine, in the drawer, or by the address.

import { useSyncExternalStore } from 'react'

let chosen: ReadonlyMap<string, string> = new Map()
const watchers = new Set<() => void>()

export function chooseExcerpt(itemId: string, id: string | null) {
  const next = new Map(chosen)
  if (id === null) next.delete(itemId)
  else next.set(itemId, id)
  chosen = next
  for (const watcher of watchers) watcher()
}

export function useChosenExcerpt(itemId: string): string | null {
  return useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)),
    () => chosen.get(itemId) ?? null,
  )
}
