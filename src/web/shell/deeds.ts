// The last thing a person did, with the way back. It stays until the next deed: nothing vanishes by itself.

import { useSyncExternalStore } from 'react'

export type Deed = { readonly words: string; readonly undo?: () => Promise<unknown> }

let last: Deed | null = null
const watchers = new Set<() => void>()

export function sayDeed(words: string, undo?: () => Promise<unknown>) {
  last = undo ? { words, undo } : { words }
  for (const watcher of watchers) watcher()
}

export function forgetDeed() {
  last = null
  for (const watcher of watchers) watcher()
}

export function useLastDeed(): Deed | null {
  return useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)),
    () => last,
  )
}
