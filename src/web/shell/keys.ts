// One keyboard model for all screens. Each screen lays its keys on a pile; the topmost wins.
// Single keys never fire in fields, follow the physical key on layouts without Latin letters, and can be turned off.

import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { PhraseKey } from '../text/t.ts'
import { readSetting } from './settings.ts'

export type KeyBinding = {
  /** As `KeyboardEvent.key` names it. */
  readonly key: string
  readonly name: PhraseKey
  readonly run: () => void
  /** Kept out of the key line, for keys that would only crowd it. */
  readonly quiet?: boolean
}

let pile: readonly { id: symbol; bindings: readonly KeyBinding[] }[] = []
const watchers = new Set<() => void>()

function setPile(next: typeof pile) {
  pile = next
  for (const watcher of watchers) watcher()
}

const named = new Set(['Enter', 'Escape', ' ', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])
const byCode: Readonly<Record<string, string>> = { Slash: '/', Period: '.', BracketLeft: '[', BracketRight: ']' }

function keyOf(event: KeyboardEvent): string {
  if (named.has(event.key) || /^[\x21-\x7e]$/.test(event.key)) return event.key
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  if (letter) return event.shiftKey ? letter : letter.toLowerCase()
  return byCode[event.code] === '/' && event.shiftKey ? '?' : (byCode[event.code] ?? event.key)
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Enter and Space belong to the control that has the focus. */
function belongsToControl(key: string, target: EventTarget | null): boolean {
  if (key !== 'Enter' && key !== ' ') return false
  return target instanceof HTMLElement && target.closest('a, button, summary, [role=tab], [role=option]') !== null
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (isField(event.target) || document.querySelector('[aria-modal=true], dialog[open]')) return
  const key = keyOf(event)
  if (key.length === 1 && key !== ' ' && readSetting('singleKeys') === 'off') return
  if (belongsToControl(key, event.target)) return
  const binding = [...pile]
    .reverse()
    .flatMap((layer) => layer.bindings)
    .find((candidate) => candidate.key === key)
  if (!binding) return
  event.preventDefault()
  binding.run()
}

/** Listens to the keyboard; called once at start. */
export function listenToKeys() {
  window.addEventListener('keydown', onKeyDown)
}

/** Lays these keys on the pile while the component is shown. @param under beneath all others: for the frame's own keys */
export function useKeys(bindings: readonly KeyBinding[], under = false) {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const shape = bindings.map((binding) => `${binding.key}:${binding.name}:${binding.quiet ?? ''}`).join(' ')
  useEffect(() => {
    const id = Symbol('keys')
    const steady = latest.current.map((binding, index) => ({ ...binding, run: () => latest.current[index]?.run() }))
    const layer = { id, bindings: steady }
    setPile(under ? [layer, ...pile] : [...pile, layer])
    return () => setPile(pile.filter((layer) => layer.id !== id))
  }, [shape, under])
}

/** All keys that work now, topmost screen first, each key once. */
export function useActiveKeys(): readonly KeyBinding[] {
  const layers = useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)),
    () => pile,
  )
  const seen = new Set<string>()
  return [...layers]
    .reverse()
    .flatMap((layer) => layer.bindings)
    .filter((binding) => !seen.has(binding.key) && seen.add(binding.key))
}
