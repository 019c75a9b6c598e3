// The answer that `first-items.js` asked for before this script was there goes into the cache, so that the desk's own
// first drawing has the rows that are on the screen already.

import type { ItemList } from '../../server/shapes/item.ts'
import { client } from '../api/client.ts'
import { beginAnew } from './item-pages.ts'

declare global {
  /** `drawn` = the first rows are on the screen, or there are none. */
  var firstItems: { readonly answer: Promise<Response>; readonly drawn: Promise<unknown> } | undefined
}

const LONGEST_MS = 1500

const wait = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))

/** Waits for the answer, but not longer than a person would; what comes later is asked for again. */
export async function takeFirstItems(): Promise<void> {
  const early = globalThis.firstItems
  if (!early) return
  globalThis.firstItems = undefined
  const response = await Promise.race([early.answer.catch(() => null), wait(LONGEST_MS)])
  if (!response?.ok) return
  const list = (await response.json().catch(() => null)) as ItemList | null
  if (list) beginAnew(client, {}, list)
}
