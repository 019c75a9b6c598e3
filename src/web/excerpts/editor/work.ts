// The excerpt that is being made or changed on each page, so that a look at another page loses nothing.
// In: deeds of a person. Out: the work as it stands, with the way back and forth.

import { useSyncExternalStore } from 'react'
import type { Draft, Page, KeptExcerpt } from './draft.ts'

export type Fields = {
  readonly speaker: string
  readonly tags: readonly string[]
  readonly note: string
  readonly basket: string
}

export type Work = {
  /** The kept excerpt that is changed; null = a new one. */
  readonly kept: KeptExcerpt | null
  /** The page as it was when the work began: what is changed elsewhere meanwhile changes no words under one's hands. */
  readonly page: Page
  /** null = the passage is to be selected anew in the text. */
  readonly draft: Draft | null
  readonly past: readonly Draft[]
  readonly future: readonly Draft[]
  readonly fields: Fields
}

const MOST_STEPS = 500
let works: ReadonlyMap<string, Work> = new Map()
const watchers = new Set<() => void>()

export function setWork(itemId: string, work: Work | null) {
  const next = new Map(works)
  if (work === null) next.delete(itemId)
  else next.set(itemId, work)
  works = next
  for (const watcher of watchers) watcher()
}

export const workOn = (itemId: string): Work | null => works.get(itemId) ?? null

export function useWork(itemId: string): Work | null {
  return useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => void watchers.delete(watcher)),
    () => workOn(itemId),
  )
}

/** The basket of the excerpt before is most often the basket of the next. */
let lastBasket = ''
export const rememberBasket = (basket: string) => void (lastBasket = basket)

export function beginWork(page: Page, draft: Draft): Work {
  const fields = { speaker: '', tags: [], note: '', basket: lastBasket }
  return { kept: null, page, draft, past: [], future: [], fields }
}

export const fieldsOf = ({ speaker, tags, note, basket }: KeptExcerpt): Fields => ({
  speaker: speaker ?? '',
  tags,
  note: note ?? '',
  basket: basket ?? '',
})

export function beginChange(page: Page, kept: KeptExcerpt, draft: Draft | null): Work {
  return { kept, page, draft, past: [], future: [], fields: fieldsOf(kept) }
}

/** The next step; one that changes nothing is none. */
export function change(work: Work, draft: Draft): Work {
  if (work.draft === draft) return work
  const past = work.draft ? [...work.past, work.draft].slice(-MOST_STEPS) : work.past
  return { ...work, draft, past, future: [] }
}

export function undo(work: Work): Work {
  const draft = work.past.at(-1)
  if (!draft || !work.draft) return work
  return { ...work, draft, past: work.past.slice(0, -1), future: [work.draft, ...work.future] }
}

export function redo(work: Work): Work {
  const [draft, ...future] = work.future
  if (!draft || !work.draft) return work
  return { ...work, draft, past: [...work.past, work.draft], future }
}

/** Whether anything would be lost by leaving. */
export function isTouched({ kept, past, fields }: Work): boolean {
  if (past.length > 0) return true
  const before = kept ? fieldsOf(kept) : { speaker: '', tags: [], note: '', basket: fields.basket }
  return JSON.stringify(fields) !== JSON.stringify(before)
}
