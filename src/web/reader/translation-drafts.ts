// Words that were written and not saved: kept in the browser's storage sentence by sentence, so that neither leaving the page,
// nor a dead server, nor a closed tab loses them.

import { useMemo, useSyncExternalStore } from 'react'
import type { SentencePlace } from './translation-deeds.ts'

export type Draft = {
  readonly words: string
  /** The revision on which they were begun: what others have changed since is then told. */
  readonly revision: number
}

const KEY = 'dragoman.words.'
const memory = new Map<string, string>()
const watchers = new Set<() => void>()
let version = 0

const keyOf = (id: string, place: SentencePlace) => `${KEY}${id}.${place}`

function changed() {
  version++
  for (const watcher of watchers) watcher()
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

export function findDraft(id: string, place: SentencePlace): Draft | null {
  try {
    const kept = JSON.parse(read(keyOf(id, place)) ?? 'null') as Partial<Draft> | null
    return kept && typeof kept.words === 'string' && typeof kept.revision === 'number' ? (kept as Draft) : null
  } catch {
    return null
  }
}

export function keepDraft(id: string, place: SentencePlace, draft: Draft) {
  const key = keyOf(id, place)
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    memory.set(key, JSON.stringify(draft))
  }
  changed()
}

export function forgetDraft(id: string, place: SentencePlace) {
  const key = keyOf(id, place)
  memory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // It was in memory.
  }
  changed()
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  window.addEventListener('storage', changed)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) window.removeEventListener('storage', changed)
  }
}

function listKeys(start: string): string[] {
  const inMemory = [...memory.keys()]
  try {
    return [...Object.keys(localStorage), ...inMemory].filter((key) => key.startsWith(start))
  } catch {
    return inMemory.filter((key) => key.startsWith(start))
  }
}

/** The words of a translation that are not saved, by sentence. */
export function useDrafts(id: string): ReadonlyMap<SentencePlace, string> {
  const now = useSyncExternalStore(watch, () => version)
  return useMemo(() => {
    const start = `${KEY}${id}.`
    const places = listKeys(start).map((key) => key.slice(start.length))
    const drafts = places.map((text): [SentencePlace, string] => {
      const place = text === 'title' ? text : Number(text)
      return [place, findDraft(id, place)?.words ?? '']
    })
    return new Map(now >= 0 ? drafts : [])
  }, [id, now])
}
