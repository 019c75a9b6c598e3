// The clock as state: words such as “in 3 minutes” are told anew twice a minute, all together.

import { useSyncExternalStore } from 'react'

const TICK_MS = 30_000
let now = Date.now()
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null

function tick() {
  now = Date.now()
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void) {
  if (timer === null) {
    tick()
    timer = setInterval(tick, TICK_MS)
  }
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** Milliseconds since 1970, at most half a minute old. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now)
}
