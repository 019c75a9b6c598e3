// What the server tells by itself: progress, and that new items became readable.
// One stream for the whole desk; its being open is also how we know that the server is there.

import { useEffect, useSyncExternalStore } from 'react'
import type { ItemsEvent, ProgressEvent, TranslationsEvent, TriageEvent } from '../../server/shapes/event.ts'
import { client } from './client.ts'

export type Connection = 'opening' | 'open' | 'away'
type Live = { readonly connection: Connection; readonly progress: ProgressEvent | null }

let live: Live = { connection: 'opening', progress: null }
let stream: EventSource | null = null
const watchers = new Set<() => void>()
const listeners = new Set<(event: ItemsEvent) => void>()
const triageListeners = new Set<(event: TriageEvent) => void>()
const translationListeners = new Set<(event: TranslationsEvent) => void>()
const openListeners = new Set<() => void>()

function become(change: Partial<Live>) {
  live = { ...live, ...change }
  for (const watcher of watchers) watcher()
}

function open() {
  stream = new EventSource('/api/events')
  stream.addEventListener('open', () => {
    become({ connection: 'open' })
    for (const listener of openListeners) listener()
  })
  stream.addEventListener('progress', (event) =>
    become({ connection: 'open', progress: JSON.parse(event.data) as ProgressEvent }),
  )
  stream.addEventListener('items', (event) => {
    for (const listener of listeners) listener(JSON.parse(event.data) as ItemsEvent)
  })
  stream.addEventListener('triage', (event) => {
    for (const listener of triageListeners) listener(JSON.parse(event.data) as TriageEvent)
  })
  stream.addEventListener('translations', (event) => {
    for (const listener of translationListeners) listener(JSON.parse(event.data) as TranslationsEvent)
  })
  stream.addEventListener('notices', () => void client.invalidateQueries({ queryKey: ['notices'] }))
  stream.addEventListener('error', () => {
    become({ connection: 'away' })
    // The browser gives up for good on some answers; then we knock ourselves.
    if (stream?.readyState === EventSource.CLOSED) setTimeout(open, 3000)
  })
}

function subscribe(watcher: () => void) {
  if (stream === null) open()
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** Progress and whether the server is there. */
export function useLive(): Live {
  return useSyncExternalStore(subscribe, () => live)
}

/** Calls the listener each time the stream opens: what happened before, or while it was broken, was not told. */
export function onOpened(listener: () => void) {
  openListeners.add(listener)
}

/** Calls the listener each time somebody, here or elsewhere, has decided about items. */
export function onTriaged(listener: (event: TriageEvent) => void) {
  triageListeners.add(listener)
}

/** Calls the listener each time translations were made, corrected or reviewed, here or elsewhere. */
export function onTranslated(listener: (event: TranslationsEvent) => void) {
  translationListeners.add(listener)
}

/** Calls `onItems` each time new items became readable. */
export function useArrivals(onItems: (event: ItemsEvent) => void) {
  useEffect(() => {
    listeners.add(onItems)
    return () => void listeners.delete(onItems)
  }, [onItems])
}
