// First what was asked for, then the rest: counts, saved searches and the like wait until the first rows are on the
// screen, so that a server busy with them keeps nobody waiting.

import { useSyncExternalStore } from 'react'

const LONGEST_MS = 2000
let calm = false
const watchers = new Set<() => void>()

/** What the screen is there for is on it. */
export function becomeCalm() {
  if (calm) return
  calm = true
  for (const watcher of watchers) watcher()
}

/** Runs it once it is calm. */
export function whenCalm(run: () => void) {
  if (calm) return run()
  const stop = watch(() => {
    stop()
    run()
  })
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  const timer = calm ? null : setTimeout(becomeCalm, LONGEST_MS)
  return () => {
    watchers.delete(watcher)
    if (timer !== null) clearTimeout(timer)
  }
}

/** Whether it is time for what is not urgent. */
export const useCalm = (): boolean => useSyncExternalStore(watch, () => calm)
