// What a person chose for this browser: theme, density, single keys. Kept here, never sent.

import { useSyncExternalStore } from 'react'
import { languages, type InterfaceLanguage } from '../text/t.ts'

export const settings = {
  language: ['browser', ...languages],
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'tight'],
  singleKeys: ['on', 'off'],
  drawer: ['open', 'shut'],
  filters: ['open', 'shut'],
  /** What the reader shows of a page that has a translation. */
  sides: ['both', 'original', 'translation'],
  /** What stands first where pages are listed; `alone` = originals, and no translation of theirs. */
  titles: ['translated', 'original', 'alone'],
} as const

export type SettingName = keyof typeof settings
type Setting<Name extends SettingName> = (typeof settings)[Name][number]

const watchers = new Set<() => void>()
const keyOf = (name: SettingName) => `dragoman.${name}`

/** The chosen value, or the first possible one. A browser that refuses storage gets the first. */
export function readSetting<Name extends SettingName>(name: Name): Setting<Name> {
  const [first] = settings[name]
  try {
    const kept = localStorage.getItem(keyOf(name))
    return settings[name].find((value) => value === kept) ?? first
  } catch {
    return first
  }
}

export function saveSetting<Name extends SettingName>(name: Name, value: Setting<Name>) {
  try {
    localStorage.setItem(keyOf(name), value)
  } catch {
    // Private windows may refuse; the choice then lasts as long as nothing does.
  }
  applySettings()
  for (const watcher of watchers) watcher()
}

/** The language to speak: the chosen one, else the first of the browser's that there is a catalogue of. */
export function chosenLanguage(): InterfaceLanguage {
  const chosen = readSetting('language')
  if (chosen !== 'browser') return chosen
  const spoken = navigator.languages.map((tag) => languages.find((each) => each === tag.split('-')[0]))
  return spoken.find((each) => each !== undefined) ?? 'en'
}

/** Writes theme and density where the style sheet looks for them. */
export function applySettings() {
  const root = document.documentElement
  const theme = readSetting('theme')
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  root.dataset['density'] = readSetting('density')
}

export function useSetting<Name extends SettingName>(name: Name): Setting<Name> {
  return useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)),
    () => readSetting(name),
  )
}
