// What a person did last, with the way back. It stays until the next deed: nothing vanishes by itself.
// Undo goes back deed by deed, newest first, as far as this page has lived.

import { useSyncExternalStore } from 'react'

export type Deed = { readonly words: string; readonly undo?: () => Promise<unknown> }

/** Undoing further back than this is no slip of the finger. */
const MOST = 500

let last: Deed | null = null
let undoable: readonly Deed[] = []
const watchers = new Set<() => void>()
/** One after the other, however quickly the key is pressed. */
let undoing: Promise<unknown> = Promise.resolve()

function say(deed: Deed | null) {
  last = deed
  for (const watcher of watchers) watcher()
}

export function sayDeed(words: string, undo?: () => Promise<unknown>) {
  const deed = undo ? { words, undo } : { words }
  if (undo) undoable = [...undoable, deed].slice(-MOST)
  say(deed)
}

/** Words about something that is no deed, such as a refusal; what can be undone stays so. */
export const sayWords = (words: string) => say({ words })

export const forgetDeed = () => say(null)

/** The deed that undo would take back now; null = none. */
export const nextUndo = (): Deed | null => undoable.at(-1) ?? null

/** Takes back the newest deed that can be. @returns its words, or null when there is none */
export function undoLast(): Promise<string | null> {
  const deed = undoable.at(-1)
  if (!deed?.undo) return Promise.resolve(null)
  undoable = undoable.slice(0, -1)
  const turn = undoing.then(deed.undo).then(() => deed.words)
  undoing = turn.catch(() => null)
  return turn
}

const watch = (watcher: () => void) => (watchers.add(watcher), () => void watchers.delete(watcher))

export function useLastDeed(): Deed | null {
  return useSyncExternalStore(watch, () => last)
}
