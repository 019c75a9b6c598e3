// Words that were written and not saved: kept in the browser's storage sentence by sentence, so that neither leaving the page,
// nor a dead server, nor a closed tab loses them. They belong to the sentence itself and not to its number: the page may be
// read anew, and sentences be joined or split.

import { useMemo, useSyncExternalStore } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'
import type { SentencePlace } from './translation-deeds.ts'

export type Draft = {
  readonly words: string
  /** The translation and its revision on which they were begun: what others have changed since is then told. */
  readonly of: string
  readonly revision: number
}

type View = Pick<TranslationView, 'itemId' | 'to' | 'segments'>

const KEY = 'dragoman.words.'
const memory = new Map<string, string>()
const watchers = new Set<() => void>()
let version = 0

const startOf = ({ itemId, to }: Pick<View, 'itemId' | 'to'>) => `${KEY}${itemId}.${to}.`

/** FNV-1a, twice over: short, and two sentences of one page do not share it. */
export function signOf(source: string): string {
  let [one, two] = [0x811c9dc5, 0x1000193]
  for (let at = 0; at < source.length; at++) {
    one = Math.imul(one ^ source.charCodeAt(at), 0x01000193)
    two = Math.imul(two ^ source.charCodeAt(at), 0x85ebca6b)
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`
}

const keyOf = (view: View, place: SentencePlace) =>
  `${startOf(view)}${place === 'title' ? place : signOf(view.segments[place]?.source ?? '')}`

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

function parse(kept: string | null): Draft | null {
  try {
    const draft = JSON.parse(kept ?? 'null') as Partial<Draft> | null
    return draft && typeof draft.words === 'string' && typeof draft.revision === 'number' ? (draft as Draft) : null
  } catch {
    return null
  }
}

export const findDraft = (view: View, place: SentencePlace): Draft | null => parse(read(keyOf(view, place)))

export function keepDraft(view: View, place: SentencePlace, draft: Draft) {
  const key = keyOf(view, place)
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    memory.set(key, JSON.stringify(draft))
  }
  changed()
}

export function forgetDraft(view: View, place: SentencePlace) {
  const key = keyOf(view, place)
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
export function useDrafts(view: View): ReadonlyMap<SentencePlace, string> {
  const now = useSyncExternalStore(watch, () => version)
  const places = useMemo(
    () => Map.groupBy(view.segments.keys(), (at) => signOf(view.segments[at]?.source ?? '')),
    [view],
  )
  return useMemo(() => {
    const start = startOf(view)
    const drafts = listKeys(start).flatMap((key): [SentencePlace, string][] => {
      const sign = key.slice(start.length)
      const words = parse(read(key))?.words ?? ''
      const at: SentencePlace[] = sign === 'title' ? ['title'] : (places.get(sign) ?? [])
      return at.map((place) => [place, words])
    })
    return new Map(now >= 0 ? drafts : [])
  }, [view, places, now])
}
