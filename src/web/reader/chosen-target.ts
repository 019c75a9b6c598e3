// The language that a person reads translations in: chosen in the reader, kept by this browser.

import { useSyncExternalStore } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'

const KEY = 'dragoman.translateTo'
const watchers = new Set<() => void>()
/** For browsers that refuse storage: lasts as long as the page. */
let chosen: string | null = null

function readTarget(): string | null {
  try {
    return localStorage.getItem(KEY) ?? chosen
  } catch {
    return chosen
  }
}

export function chooseTarget(to: string) {
  chosen = to
  try {
    localStorage.setItem(KEY, to)
  } catch {
    // It stands in the page's own memory.
  }
  for (const watcher of watchers) watcher()
}

const watch = (watcher: () => void) => (watchers.add(watcher), () => void watchers.delete(watcher))

/** null = nobody has chosen: the desk's own language counts. */
export const useTarget = (): string | null => useSyncExternalStore(watch, readTarget)

const isAlike = (one: string, other: string) => one.split('-')[0] === other.split('-')[0]

/**
 * The translation to show of a page: into the language chosen, else none. Where nobody has chosen, any that is there serves,
 * that of the desk first.
 */
export function pickTranslation(
  all: readonly TranslationView[],
  target: string | null,
  desk: string | null,
): TranslationView | null {
  const current = all.filter(({ isCurrent }) => isCurrent)
  const into = (to: string | null) =>
    current.find((one) => one.to === to) ?? current.find((one) => to !== null && isAlike(one.to, to)) ?? null
  return target === null ? (into(desk) ?? current[0] ?? null) : into(target)
}
