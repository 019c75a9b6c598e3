// The form in which this browser cites: chosen once, kept until another is.

import { useSyncExternalStore } from 'react'
import type { CitationForm } from '../../server/shapes/citation.ts'

export const citationForms = ['digest', 'chicago', 'ics206'] as const satisfies readonly CitationForm[]

const KEY = 'dragoman.citation-form'
const watchers = new Set<() => void>()

const readForm = (): CitationForm => citationForms.find((form) => form === localStorage.getItem(KEY)) ?? 'digest'

export function keepForm(form: CitationForm) {
  localStorage.setItem(KEY, form)
  for (const watcher of watchers) watcher()
}

export const useForm = (): CitationForm =>
  useSyncExternalStore((watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)), readForm)
