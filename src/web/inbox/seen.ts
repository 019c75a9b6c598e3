// Which items this browser has shown in the reader. A mark for the eye, bounded, never evidence.

import { useSyncExternalStore } from 'react'

const KEY = 'dragoman.seen'
const MOST = 5000
const watchers = new Set<() => void>()
let seen: ReadonlySet<string> | null = null

function load(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

export function markSeen(id: string) {
  const before = (seen ??= load())
  if (before.has(id)) return
  seen = new Set([...before, id].slice(-MOST))
  try {
    localStorage.setItem(KEY, JSON.stringify([...seen]))
  } catch {
    // Without storage the marks last as long as the page.
  }
  for (const watcher of watchers) watcher()
}

export function useSeen(): ReadonlySet<string> {
  return useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)),
    () => (seen ??= load()),
  )
}
