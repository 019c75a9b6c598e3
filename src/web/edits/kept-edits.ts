// Edits in the browser's storage, oldest first; in the page's own memory where the browser allows no storage.

import { readEdit, type Edit } from './edit.ts'

const KEY = 'dragoman.edit.'
const memory = new Map<string, string>()

const keyOf = (edit: Edit) => `${KEY}${String(edit.madeAt).padStart(15, '0')}.${edit.id}`

function entries(): [string, string][] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEY))
    return [...keys.map((key): [string, string] => [key, localStorage.getItem(key) ?? '']), ...memory]
  } catch {
    return [...memory]
  }
}

export const keptEdits = {
  add(edit: Edit) {
    try {
      localStorage.setItem(keyOf(edit), JSON.stringify(edit))
    } catch {
      memory.set(keyOf(edit), JSON.stringify(edit))
    }
  },
  remove(edit: Edit) {
    memory.delete(keyOf(edit))
    try {
      localStorage.removeItem(keyOf(edit))
    } catch {
      // It was in memory.
    }
  },
  has: (edit: Edit): boolean => entries().some(([key]) => key === keyOf(edit)),
  list: (): Edit[] =>
    entries()
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, kept]) => readEdit(kept) ?? []),
}
