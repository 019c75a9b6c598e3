// Live arrivals. Rows on the screen are brought up to date in their places; new ones are only counted,
// and wait until the person asks for them.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ItemList } from '../../server/shapes/item.ts'
import { useArrivals } from '../api/live.ts'
import { askItems, type ItemFilter } from '../api/questions.ts'
import { beginAnew, changeRows, itemsBefore, itemsQuestion, type ItemPages } from './item-pages.ts'

const PAUSE_MS = 1500

const idsOf = (pages: readonly ItemList[]) => new Set(pages.flatMap((page) => page.items.map((item) => item.id)))

/** How many of the newest page stand above the first that is known; all of them = at least so many. */
function countAbove(fresh: ItemList, known: ReadonlySet<string>): number {
  const at = fresh.items.findIndex((item) => known.has(item.id))
  return at < 0 ? fresh.items.length : at
}

/** How many items wait above, and the act that shows them. */
export function useNewer(filter: ItemFilter): { newer: number; show: () => Promise<void> } {
  const client = useQueryClient()
  const { queryKey } = itemsQuestion(filter)
  const key = JSON.stringify(queryKey)
  const [newer, setNewer] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const newest = useRef<{ known: ReadonlySet<string>; total: number } | null>(null)

  const show = useCallback(async () => {
    const fresh = await askItems(filter).catch(() => null)
    if (!fresh) return
    newest.current = { known: idsOf([fresh]), total: fresh.total }
    setNewer(0)
    beginAnew(client, filter, fresh)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for filter and queryKey
  }, [client, key])

  const look = useCallback(async () => {
    timer.current = null
    const fresh = await askItems(filter).catch(() => null)
    const kept = client.getQueryData<ItemPages>(queryKey)
    if (!fresh || !kept) return
    const [first] = kept.pages
    if (first && first.items.length === 0 && fresh.items.length > 0) return show()
    const byId = new Map(fresh.items.map((item) => [item.id, item]))
    changeRows(client, (item) => byId.get(item.id) ?? item)
    if (newest.current === null && itemsBefore(kept) === 0)
      newest.current = { known: idsOf(kept.pages), total: first?.total ?? 0 }
    if (newest.current === null) return
    const more = Math.max(0, fresh.total - newest.current.total)
    setNewer(Math.max(more, countAbove(fresh, newest.current.known)))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for filter and queryKey
  }, [client, key, show])

  useArrivals(
    useCallback(() => {
      timer.current ??= setTimeout(() => void look(), PAUSE_MS)
    }, [look]),
  )
  useEffect(() => {
    setNewer(0)
    newest.current = null
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
  }, [key])
  return { newer, show }
}
